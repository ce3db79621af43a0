// Contrast of what is really drawn: every page, state and component is painted in every scheme, and each color found in
// it is compared with the ground it lies on.
#include "bridge/session_bridge.h"
#include "components/component_sheet.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/app_settings.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"
#include "style/theme.h"

#include <QApplication>
#include <QHash>
#include <QImage>
#include <QMap>
#include <QSet>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

// WCAG 2 AA. Text of things that cannot be used, and frames around things that carry text, have no least contrast.
double leastContrast(Color token)
{
    switch (token) {
    case Color::text:
    case Color::text2:
    case Color::text3:
    case Color::onAccent:
    case Color::accentText:
    case Color::affectedText:
    case Color::attentionText:
    case Color::fineText:
    case Color::unknownText: return 4.5;
    case Color::lineStrong:
    case Color::accentMark:
    case Color::focus:
    case Color::affected:
    case Color::attention:
    case Color::fine:
    case Color::unknown:
    case Color::trackOff:
    case Color::hatch: return 3;
    default: return 0;
    }
}

bool isAccent(Color ground)
{
    return ground == Color::accent || ground == Color::accentHover || ground == Color::accentPressed;
}

constexpr Color grounds[] = {Color::window,        Color::rail,       Color::surface,      Color::sunken,
                             Color::hover,         Color::pressed,    Color::accent,       Color::accentHover,
                             Color::accentPressed, Color::accentSoft, Color::affectedSoft, Color::attentionSoft,
                             Color::fineSoft,      Color::unknownSoft};

QString tokenName(Color token)
{
    return QString::number(static_cast<int>(token));
}

// What lies on what: token on token.
using Pairs = QSet<std::pair<int, int>>;

class Collector {
public:
    explicit Collector(Scheme scheme)
    {
        for (int i = 0; i < colorCount; ++i) {
            const auto token = static_cast<Color>(i);
            if (leastContrast(token) > 0) {
                m_inks[tokenColor(token, scheme).rgb()].append(token);
            }
        }
        for (const Color ground : grounds) {
            m_grounds[tokenColor(ground, scheme).rgb()].append(ground);
        }
    }

    void look(QWidget& window)
    {
        for (int i = 0; i < 4; ++i) {
            QApplication::processEvents();
        }
        const QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            const bool leaf =
                widget->isVisible() && widget->findChildren<QWidget*>(Qt::FindDirectChildrenOnly).isEmpty();
            if (leaf) {
                lookAt(picture, QRect(widget->mapTo(&window, QPoint(0, 0)), widget->size()) & picture.rect());
            }
        }
    }

    [[nodiscard]] const Pairs& pairs() const { return m_pairs; }

private:
    void lookAt(const QImage& picture, const QRect& area)
    {
        QHash<QRgb, int> counted;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            for (int x = area.left(); x <= area.right(); ++x) {
                ++counted[line[x] | 0xFF000000U];
            }
        }
        QRgb ground = 0;
        int most = 0;
        for (auto each = counted.cbegin(); each != counted.cend(); ++each) {
            if (each.value() > most && m_grounds.contains(each.key())) {
                most = each.value();
                ground = each.key();
            }
        }
        if (most == 0) {
            return;
        }
        for (auto each = counted.cbegin(); each != counted.cend(); ++each) {
            if (each.key() == ground) {
                continue;
            }
            for (const Color ink : m_inks.value(each.key())) {
                for (const Color below : m_grounds.value(ground)) {
                    // White is also what text on the accent is called; it is that only there.
                    if ((ink == Color::onAccent) != isAccent(below)) {
                        continue;
                    }
                    m_pairs.insert({static_cast<int>(ink), static_cast<int>(below)});
                }
            }
        }
    }

    QHash<QRgb, QList<Color>> m_inks;
    QHash<QRgb, QList<Color>> m_grounds;
    Pairs m_pairs;
};

Pairs pairsInUse(Scheme scheme)
{
    Collector collector(scheme);
    {
        ComponentSheet sheet;
        sheet.resize(960, sheet.wholeHeight());
        sheet.show();
        collector.look(sheet);
    }
    for (const NamedState& each : allScriptedStates()) {
        ScriptedSession session(scriptedCatalog());
        SessionBridge bridge(session);
        AppSettings settings(Memory::forgets);
        MainWindow window(PageContext{settings});
        window.resize(960, 1400);
        session.show(each.state);
        window.attach(bridge);
        window.show();
        for (const PageEntry& page : allPages()) {
            window.showPage(page.id);
            collector.look(window);
        }
    }
    return collector.pairs();
}

}   // namespace

TEST_CASE("everything that is drawn on something else meets WCAG AA, in every scheme", "[sweep]")
{
    // Without smoothing every painted pixel has the color that was asked for.
    const QFont before = QGuiApplication::font();
    QFont sharp = before;
    sharp.setStyleStrategy(QFont::NoAntialias);
    QApplication::setFont(sharp);
    struct Setting {
        ThemeMode mode;
        Scheme scheme;
    };
    Pairs all;
    for (const Setting& setting : {Setting{ThemeMode::light, Scheme::light}, Setting{ThemeMode::dark, Scheme::dark}}) {
        Theme::instance().setMode(setting.mode);
        all.unite(pairsInUse(setting.scheme));
    }
    Theme::instance().setMode(ThemeMode::light);
    QApplication::setFont(before);

    for (const auto& pair : all) {
        const auto ink = static_cast<Color>(pair.first);
        const auto ground = static_cast<Color>(pair.second);
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::highContrast}) {
            INFO(tokenName(ink).toStdString()
                 << " on " << tokenName(ground).toStdString() << ", scheme " << static_cast<int>(scheme));
            CHECK(contrast(tokenColor(ink, scheme), tokenColor(ground, scheme)) >= leastContrast(ink));
        }
    }
    // Inside a status shape lies its mark, in a color that is also a ground's.
    for (const Color shape : {Color::affected, Color::attention, Color::fine}) {
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::highContrast}) {
            CHECK(contrast(tokenColor(Color::onStatus, scheme), tokenColor(shape, scheme)) >= 3);
        }
    }
    // What must have been seen, or this test looks at nothing.
    const auto seen = [&](Color ink, Color ground) {
        return all.contains({static_cast<int>(ink), static_cast<int>(ground)});
    };
    CHECK(seen(Color::text, Color::surface));
    CHECK(seen(Color::text2, Color::rail));
    CHECK(seen(Color::text3, Color::window));
    CHECK(seen(Color::onAccent, Color::accent));
    CHECK(seen(Color::onAccent, Color::accentPressed));
    CHECK(seen(Color::accentText, Color::accentSoft));
    CHECK(seen(Color::affectedText, Color::affectedSoft));
    CHECK(seen(Color::unknownText, Color::unknownSoft));
    CHECK(seen(Color::text, Color::attentionSoft));
    CHECK(seen(Color::lineStrong, Color::surface));
    CHECK(all.size() > 30);
}
