// Nothing is cut and nothing overlaps: every page in every state it can be in, at every size, in both directions.
#include "components/component_sheet.h"
#include "every_page.h"
#include "layout_check.h"
#include "style/theme.h"
#include "text/language.h"
#include "widgets/label.h"

#include <QApplication>
#include <QFont>
#include <QHBoxLayout>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

struct Setting {
    QSize size;
    double scale;
    const char* language;
    Qt::LayoutDirection direction;
};

void expectSound(QWidget& window, const std::string& what)
{
    settle();
    INFO(what << " at " << window.width() << "x" << window.height() << ", body " << Theme::instance().body()
              << (QApplication::isRightToLeft() ? ", right to left" : ""));
    const std::string problems = layoutProblems(window).join(u'\n').toStdString();
    CHECK(problems == "");
}

}   // namespace

TEST_CASE("no page cuts a text or lets two things overlap, in any state, size, language or direction", "[sweep]")
{
    for (const Setting& setting :
         {Setting{QSize(960, 680), 1, "en", Qt::LeftToRight}, Setting{QSize(760, 560), 1, "en", Qt::LeftToRight},
          Setting{QSize(760, 560), 2, "en", Qt::LeftToRight}, Setting{QSize(1600, 900), 1.4, "en", Qt::LeftToRight},
          Setting{QSize(760, 560), 1, "en", Qt::RightToLeft}, Setting{QSize(760, 560), 2, "en", Qt::RightToLeft},
          Setting{QSize(960, 680), 1, "es", Qt::LeftToRight},
          Setting{QSize(760, 560), 14.0 / 13, "es", Qt::LeftToRight},
          Setting{QSize(760, 560), 2, "es", Qt::LeftToRight},
          Setting{QSize(760, 560), 28.0 / 13, "es", Qt::RightToLeft}}) {
        Language::instance().choose(QLatin1String(setting.language));
        Theme::instance().setTextScale(setting.scale);
        QApplication::setLayoutDirection(setting.direction);
        onEveryPage(setting.size, [&](MainWindow& window, const std::string& where) {
            expectSound(window, where + ", in " + setting.language);
            CHECK(window.size() == setting.size);
        });
        ComponentSheet sheet;
        sheet.resize(setting.size);
        sheet.show();
        expectSound(sheet, "the component sheet");
    }
    Language::instance().choose(QStringLiteral("en"));
    Theme::instance().setTextScale(1);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_CASE("no font, however wide, makes a page wider than the window", "[sweep]")
{
    const QFont before = QGuiApplication::font();
    QFont wide = before;
    wide.setLetterSpacing(QFont::PercentageSpacing, 135);
    QApplication::setFont(wide);
    onEveryPage(QSize(760, 560), [](MainWindow& window, const std::string& where) {
        expectSound(window, where + ", in a wide font");
        CHECK(window.width() == 760);
    });
    QApplication::setFont(before);
}

TEST_CASE("the check of the layout finds what it is there for")
{
    QWidget window;
    window.resize(300, 200);
    auto* one = new Label(QStringLiteral("A sentence of some words"), Type::body, Color::text, &window);
    auto* other = new Label(QStringLiteral("Another"), Type::body, Color::text, &window);
    one->setGeometry(0, 0, 300, 60);
    other->setGeometry(0, 80, 300, 60);
    window.show();
    CHECK(layoutProblems(window).isEmpty());
    one->setGeometry(0, 0, 60, 20);   // three lines in the room of one
    CHECK(layoutProblems(window).join(u' ').contains(QStringLiteral("needs a height")));
    one->setGeometry(0, 0, 10, 200);
    CHECK(layoutProblems(window).join(u' ').contains(QStringLiteral("needs a width")));
    one->setGeometry(0, 0, 300, 100);
    CHECK(layoutProblems(window).join(u' ').contains(QStringLiteral("overlaps")));
    one->setGeometry(200, 0, 300, 60);
    CHECK(layoutProblems(window).join(u' ').contains(QStringLiteral("beyond")));
}
