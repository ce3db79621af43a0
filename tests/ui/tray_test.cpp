// What the tray says in every state, and that its picture can be told apart without colour.
#include "scripted_results.h"
#include "style/theme.h"
#include "tray/tray_icon.h"

#include <QImage>
#include <catch2/catch.hpp>
#include <optional>
#include <set>

using namespace offramp;
using namespace offramp::ui;

namespace {

constexpr TrayShape everyShape[] = {TrayShape::affected, TrayShape::attention, TrayShape::fine,
                                    TrayShape::unknown,  TrayShape::paused,    TrayShape::working};
const QColor lightBar(0xEB, 0xED, 0xF1);
const QColor darkBar(0x1B, 0x1E, 0x22);

OverviewModel overviewOf(const SessionState& state)
{
    return overviewModel(state, scriptedCatalog(), scriptedNow());
}

TrayModel trayModelOf(const SessionState& state, TrayPause pause = TrayPause::none)
{
    std::optional<ReminderWords> words;
    if (state.result) {
        words = reminderWords(*state.result, Occasion::reminder);
    }
    return trayModel(overviewOf(state), words ? &*words : nullptr, pause);
}

TrayModel trayOf(const char* name)
{
    for (const NamedState& each : allScriptedStates()) {
        if (each.name == name) {
            return trayModelOf(each.state);
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
    CHECK(trayModelOf(failedState()).shape == TrayShape::unknown);
    CHECK(trayModelOf(scanningState()).shape == TrayShape::working);
    CHECK(trayModel(overviewStarting(), nullptr, TrayPause::none).shape == TrayShape::working);
}

TEST_CASE("the tooltip is the Overview's headline and fits what Windows shows")
{
    for (const NamedState& each : allScriptedStates()) {
        INFO(each.name);
        const OverviewModel overview = overviewOf(each.state);
        const TrayModel tray = trayModelOf(each.state);
        CHECK(tray.tooltip == QStringLiteral("Offramp: ") + overview.hero.title);
        CHECK(tray.tooltip.size() <= longestTrayTooltip);
    }
    OverviewModel longest = overviewOf(allScriptedStates().front().state);
    longest.hero.title = QStringLiteral("word ").repeated(60).trimmed();
    const QString tooltip = trayModel(longest, nullptr, TrayPause::none).tooltip;
    CHECK(tooltip.size() <= longestTrayTooltip);
    CHECK(tooltip.endsWith(QStringLiteral("word\u2026")));
    longest.hero.title = QStringLiteral("\U0001F6E1").repeated(100);
    for (const QChar each : trayModel(longest, nullptr, TrayPause::none).tooltip.last(2).first(1)) {
        CHECK(each.isLowSurrogate());   // no half of a letter before the ellipsis
    }
    longest.hero.title = QString(127 - 9, u'x');
    CHECK(trayModel(longest, nullptr, TrayPause::none).tooltip.endsWith(u'x'));
}

TEST_CASE("the menu says the state, what to do about it, and when to remind")
{
    const TrayModel tray = trayOf("affected");
    QStringList texts;
    for (const TrayEntry& entry : tray.entries) {
        texts.append(entry.text);
    }
    REQUIRE(texts.size() == 6);
    CHECK(texts[0] == QStringLiteral("No updates for 785 days"));
    CHECK(texts[1].startsWith(QStringLiteral("Kaspersky Plus")));
    CHECK(texts.mid(2)
          == QStringList{QStringLiteral("Switch safely\u2026"), QStringLiteral("Remind me"),
                         QStringLiteral("Settings\u2026"), QStringLiteral("Quit Offramp")});
    CHECK(tray.entries[0].emphasized);
    CHECK(tray.entries[2].action == TrayAction::act);
    REQUIRE(tray.entries[3].more.size() == 3);
    CHECK(tray.entries[3].more[0].action == TrayAction::remindTomorrow);
    CHECK(tray.entries[3].more[1].action == TrayAction::remindNextWeek);
    CHECK(tray.entries[3].more[2].action == TrayAction::remindOnDate);
    CHECK(tray.entries.back().action == TrayAction::quit);
}

TEST_CASE("where there is nothing to do the menu checks again; while a check runs there is no second one")
{
    const TrayModel clean = trayOf("clean");
    CHECK(clean.entries[1].action == TrayAction::checkAgain);
    CHECK(clean.entries[1].enabled);
    const TrayModel running = trayModelOf(scanningState());
    CHECK(running.entries[1].action == TrayAction::checkAgain);
    CHECK_FALSE(running.entries[1].enabled);
    for (const TrayEntry& entry : trayOf("managed").entries) {
        CHECK(entry.action != TrayAction::act);   // somebody else decides
    }
}

TEST_CASE("who asked to be left alone sees it, unless there is nothing to be left alone from")
{
    for (const NamedState& each : allScriptedStates()) {
        const TrayShape plain = trayModelOf(each.state).shape;
        const TrayShape paused = trayModelOf(each.state, TrayPause::paused).shape;
        const bool wants = plain == TrayShape::affected || plain == TrayShape::attention;
        CHECK(paused == (wants ? TrayShape::paused : plain));
    }
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
