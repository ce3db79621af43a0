// The tests share one QApplication on the offscreen platform, in American English, in the light theme, and in a font
// every system of ours has at its tests: a wide one, so what fits here fits elsewhere.
#define CATCH_CONFIG_RUNNER
#include "style/theme.h"
#include "text/language.h"
#include "widgets/accessible.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>

#include <catch2/catch.hpp>
#include <cstdio>

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication::setStyle(QStringLiteral("fusion"));
    int qtArgc = 1;
    QApplication application(qtArgc, argv);
    QFont font = QApplication::font();
    font.setFamily(QStringLiteral("DejaVu Sans"));
    if (QFontInfo(font).family() != font.family()) {
        // With boxes instead of letters a page can look right that is not.
        std::fputs("The font DejaVu Sans is not there, which these tests measure with.\n", stderr);
        return 1;
    }
    QApplication::setFont(font);
    offramp::ui::Language::instance().choose(QStringLiteral("en"));
    offramp::ui::installAccessibility();
    // Nothing moves: what a test asks for is there at once. The tests of motion say otherwise.
    offramp::ui::Theme::instance().setSystemWishes({.reducedMotion = true});
    offramp::ui::Theme::instance().setMode(offramp::ui::ThemeMode::light);
    return Catch::Session().run(argc, argv);
}
