#include "style/theme.h"
#include "widgets/status.h"

#include <QGuiApplication>
#include <catch2/catch.hpp>

using namespace offramp::ui;

namespace {

struct Pair {
    Color text;
    Color background;
};

void expectReadable(const Pair& pair, double least)
{
    for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::highContrast}) {
        const double ratio = contrast(tokenColor(pair.text, scheme), tokenColor(pair.background, scheme));
        INFO("text " << static_cast<int>(pair.text) << " on " << static_cast<int>(pair.background) << ", scheme "
                     << static_cast<int>(scheme));
        CHECK(ratio >= least);
    }
}

}   // namespace

TEST_CASE("black on white is 21 to 1")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1));
}

TEST_CASE("every text colour is readable on every background it is used on")
{
    for (const Color text : {Color::text, Color::text2, Color::text3, Color::accentText}) {
        for (const Color background : {Color::window, Color::rail, Color::surface, Color::sunken, Color::hover}) {
            expectReadable({text, background}, 4.5);
        }
    }
    for (const Color fill : {Color::accent, Color::accentHover, Color::accentPressed}) {
        expectReadable({Color::onAccent, fill}, 4.5);
    }
    expectReadable({Color::accentText, Color::accentSoft}, 4.5);
    expectReadable({Color::affectedText, Color::surface}, 4.5);
}

TEST_CASE("every status can be read and seen on its own background")
{
    for (const Tone tone : {Tone::affected, Tone::attention, Tone::fine, Tone::unknown, Tone::off, Tone::exempt}) {
        const ToneLook look = lookOf(tone);
        expectReadable({look.text, look.soft}, 4.5);
        // Banners carry ordinary text.
        expectReadable({Color::text, look.soft}, 4.5);
        expectReadable({Color::text2, look.soft}, 4.5);
        expectReadable({look.mark, look.soft}, 3);
        expectReadable({look.mark, Color::surface}, 3);
    }
    expectReadable({Color::hatch, Color::affectedSoft}, 3);
    expectReadable({Color::lineStrong, Color::surface}, 3);
    expectReadable({Color::focus, Color::window}, 3);
}

TEST_CASE("only what is not known is dashed")
{
    for (const Tone tone : {Tone::affected, Tone::attention, Tone::fine, Tone::off, Tone::exempt, Tone::working}) {
        CHECK_FALSE(lookOf(tone).dashed);
    }
    CHECK(lookOf(Tone::unknown).dashed);
}

TEST_CASE("a palette asks for dark, light or high contrast")
{
    QPalette palette(QColor(0xEF, 0xEF, 0xEF));
    CHECK(schemeOf(palette) == Scheme::light);
    palette.setColor(QPalette::Window, QColor(0x20, 0x20, 0x20));
    palette.setColor(QPalette::WindowText, Qt::white);
    CHECK(schemeOf(palette) == Scheme::dark);
    palette.setColor(QPalette::Window, Qt::black);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Button, Qt::black);
    palette.setColor(QPalette::ButtonText, Qt::white);
    CHECK(schemeOf(palette) == Scheme::highContrast);
}

TEST_CASE("a change of the system's palette is followed at once, unless a theme was chosen")
{
    Theme& theme = Theme::instance();
    const QPalette before = QGuiApplication::palette();
    QPalette dark = before;
    dark.setColor(QPalette::Window, QColor(0x20, 0x20, 0x20));
    dark.setColor(QPalette::WindowText, Qt::white);

    theme.setMode(ThemeMode::system);
    int changes = 0;
    const auto connection = QObject::connect(&theme, &Theme::changed, &theme, [&] { ++changes; });
    QGuiApplication::setPalette(dark);
    QCoreApplication::processEvents();
    CHECK(theme.scheme() == Scheme::dark);
    CHECK(changes > 0);
    theme.setMode(ThemeMode::light);
    QGuiApplication::setPalette(before);
    QGuiApplication::setPalette(dark);
    CHECK(theme.scheme() == Scheme::light);
    QGuiApplication::setPalette(before);
    QObject::disconnect(connection);
    theme.setMode(ThemeMode::light);
}

TEST_CASE("at 200 % text grows in full, headlines at half the rate, icons to 1.4 times")
{
    Theme& theme = Theme::instance();
    theme.setTextScale(1);
    const int body = theme.body();
    theme.setTextScale(28.0 / body);
    CHECK(theme.body() == 28);
    CHECK(theme.largeText());
    CHECK(theme.font(Type::body).pixelSize() == 28);
    CHECK(theme.font(Type::caption).pixelSize() == 24);
    CHECK(theme.font(Type::headline).pixelSize() == 36);
    CHECK(theme.icon(20) == 28);
    CHECK(theme.dp(10) == 20);
    theme.setTextScale(1);
    CHECK(theme.body() >= 13);
    CHECK_FALSE(theme.largeText());
}

TEST_CASE("theme names are understood or refused")
{
    CHECK(themeModeFromString(QStringLiteral("high-contrast")) == ThemeMode::highContrast);
    CHECK_FALSE(themeModeFromString(QStringLiteral("pink")));
}
