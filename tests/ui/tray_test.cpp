// What the tray says in every state, and that its picture can be told apart without colour.
#include "scripted_results.h"
#include "style/theme.h"
#include "tray/tray_icon.h"

#include <QImage>
#include <catch2/catch.hpp>
#include <set>

using namespace offramp;
using namespace offramp::ui;

namespace {

constexpr TrayShape everyShape[] = {TrayShape::affected, TrayShape::attention, TrayShape::fine, TrayShape::unknown,
                                    TrayShape::working};
const QColor lightBar(0xEB, 0xED, 0xF1);
const QColor darkBar(0x1B, 0x1E, 0x22);

OverviewModel overviewOf(const SessionState& state)
{
    return overviewModel(state, scriptedCatalog(), scriptedNow());
}

TrayModel trayOf(const char* name)
{
    for (const NamedState& each : allScriptedStates()) {
        if (each.name == name) {
            return trayModel(overviewOf(each.state));
        }
    }
    FAIL("no state " << name);
    return {};
}

// Which pixels are painted, without their colour.
QByteArray outline(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QByteArray bits;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            bits.append(qAlpha(image.pixel(x, y)) > 127 ? '#' : '.');
        }
    }
    return bits;
}

}   // namespace

TEST_CASE("the tray's shape is that of the answer")
{
    CHECK(trayOf("affected").shape == TrayShape::affected);
    CHECK(trayOf("traces").shape == TrayShape::attention);
    CHECK(trayOf("moved").shape == TrayShape::attention);
    CHECK(trayOf("managed").shape == TrayShape::attention);
    CHECK(trayOf("clean").shape == TrayShape::fine);
    CHECK(trayOf("exempt").shape == TrayShape::fine);
    CHECK(trayOf("unclear").shape == TrayShape::unknown);
    CHECK(trayModel(overviewOf(failedState())).shape == TrayShape::unknown);
    CHECK(trayModel(overviewOf(scanningState())).shape == TrayShape::working);
    CHECK(trayModel(overviewStarting()).shape == TrayShape::working);
}

TEST_CASE("the tooltip is the Overview's headline and fits what Windows shows")
{
    for (const NamedState& each : allScriptedStates()) {
        INFO(each.name);
        const OverviewModel overview = overviewOf(each.state);
        const TrayModel tray = trayModel(overview);
        CHECK(tray.tooltip == QStringLiteral("Offramp: ") + overview.hero.title);
        CHECK(tray.tooltip.size() <= longestTrayTooltip);
    }
    OverviewModel longest = overviewOf(allScriptedStates().front().state);
    longest.hero.title = QStringLiteral("word ").repeated(60).trimmed();
    const QString tooltip = trayModel(longest).tooltip;
    CHECK(tooltip.size() <= longestTrayTooltip);
    CHECK(tooltip.endsWith(QStringLiteral("word\u2026")));
    longest.hero.title = QStringLiteral("\U0001F6E1").repeated(100);
    for (const QChar each : trayModel(longest).tooltip.last(2).first(1)) {
        CHECK(each.isLowSurrogate());   // no half of a letter before the ellipsis
    }
    longest.hero.title = QString(127 - 9, u'x');
    CHECK(trayModel(longest).tooltip.endsWith(u'x'));
}

TEST_CASE("the menu opens, checks again and quits; while a check runs there is no second one")
{
    const TrayModel done = trayOf("affected");
    REQUIRE(done.entries.size() == 4);
    CHECK(done.entries[0].text == QStringLiteral("Kaspersky Plus no longer gets updates"));
    CHECK(done.entries[0].emphasized);
    CHECK(done.entries[1].action == TrayAction::open);
    CHECK(done.entries[2].action == TrayAction::checkAgain);
    CHECK(done.entries[2].enabled);
    CHECK(done.entries[3].action == TrayAction::quit);
    CHECK_FALSE(trayModel(overviewOf(scanningState())).entries[2].enabled);
}

TEST_CASE("every state has an outline of its own at every size, on every bar")
{
    for (const PanelShade shade : {PanelShade::light, PanelShade::dark, PanelShade::unknown}) {
        for (const int pixels : {16, 20, 22, 24, 32, 40, 44, 48, 64}) {
            std::set<QByteArray> outlines;
            for (const TrayShape shape : everyShape) {
                const QPixmap picture = trayPixmap(shape, pixels, shade);
                REQUIRE(picture.size() == QSize(pixels, pixels));
                outlines.insert(outline(picture));
            }
            CHECK(outlines.size() == std::size(everyShape));
        }
    }
}

TEST_CASE("ramp and shapes stand out from the bar, also from one whose shade nobody tells")
{
    for (const TrayShape shape : everyShape) {
        INFO(static_cast<int>(shape));
        CHECK(contrast(trayBadgeColor(shape, PanelShade::light), lightBar) >= 3);
        CHECK(contrast(trayBadgeColor(shape, PanelShade::dark), darkBar) >= 3);
        CHECK(contrast(trayBadgeColor(shape, PanelShade::unknown), lightBar) >= 3);
        CHECK(contrast(trayBadgeColor(shape, PanelShade::unknown), darkBar) >= 3);
    }
    CHECK(contrast(trayRampColor(PanelShade::light), lightBar) >= 7);
    CHECK(contrast(trayRampColor(PanelShade::dark), darkBar) >= 7);
    CHECK(contrast(trayRampColor(PanelShade::unknown), lightBar) >= 3);
    CHECK(contrast(trayRampColor(PanelShade::unknown), darkBar) >= 3);
}

TEST_CASE("without a tray nothing is shown and nothing fails")
{
    TrayIcon icon;
    icon.setModel(trayOf("affected"));
    icon.setModel(trayOf("clean"));
    CHECK_FALSE(QSystemTrayIcon::isSystemTrayAvailable());
}
