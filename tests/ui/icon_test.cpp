#include "emitter.h"
#include "path_data.h"
#include "style/icon.h"
#include "style/theme.h"
#include "svg_reader.h"

#include <QDir>
#include <QImage>
#include <QPixmap>
#include <catch2/catch.hpp>

using namespace offramp::ui;
namespace icons = offramp::icons;

namespace {

std::string svg(const std::string& inside)
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">)" + inside + "</svg>";
}

std::string refusal(const std::string& inside)
{
    const auto drawing = icons::readSvg(svg(inside), icons::ColourRule::tokens);
    return drawing ? std::string() : drawing.error();
}

int inkedPixels(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
        }
    }
    return count;
}

}   // namespace

TEST_CASE("relative, absolute and glued path numbers mean the same path")
{
    const auto one = icons::parsePath("M2 3h4v5l-1-1Z");
    const auto other = icons::parsePath("m2,3 4 0V8L5 7z");
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->numbers == other->numbers);
    const auto glued = icons::parsePath("M.5.5-1-1");
    REQUIRE(glued);
    CHECK(glued->numbers == std::vector<double>{.5, .5, -1, -1});
}

TEST_CASE("a half circle becomes two curves that end where the arc ends")
{
    const auto path = icons::parsePath("M0 10a10 10 0 0 1 20 0");
    REQUIRE(path);
    REQUIRE(path->ops == std::vector<icons::Op>{icons::Op::move, icons::Op::cubic, icons::Op::cubic});
    // The top of the circle, halfway.
    CHECK(path->numbers[6] == Approx(10));
    CHECK(path->numbers[7] == Approx(0).margin(1e-9));
    CHECK(path->numbers[12] == Approx(20));
    CHECK(path->numbers[13] == Approx(10));
}

TEST_CASE("a smooth curve continues the direction of the one before")
{
    const auto path = icons::parsePath("M0 0C1 1 2 1 3 0S5 -1 6 0");
    REQUIRE(path);
    CHECK(path->numbers[8] == Approx(4));
    CHECK(path->numbers[9] == Approx(-1));
}

TEST_CASE("a drawing that uses more than we draw is refused with the element and the reason")
{
    CHECK_THAT(refusal("<text>no</text>"), Catch::Contains("<text>"));
    CHECK_THAT(refusal(R"(<linearGradient id="a"/>)"), Catch::Contains("<linearGradient>"));
    CHECK_THAT(refusal(R"x(<g transform="scale(2)"></g>)x"), Catch::Contains("transform"));
    CHECK_THAT(refusal(R"(<path d="M0 0" style="fill:red"/>)"), Catch::Contains("style"));
    CHECK_THAT(refusal(R"(<path d="M0 0q1 1 2 2"/>)"), Catch::Contains("path command"));
    CHECK_THAT(refusal(R"(<circle cx="1" cy="1" r="1" fill="red"/>)"), Catch::Contains("red"));
    CHECK_THAT(refusal(R"(<path d="M0 0" fill="#12AB34"/>)"), Catch::Contains("#12AB34"));
    CHECK_THAT(refusal(R"(<path d="M0 0" stroke-linecap="square"/>)"), Catch::Contains("square"));
    CHECK_THAT(refusal("<g>"), Catch::Contains("complete"));
    CHECK(refusal(R"(<path d="M0 0h1" fill="currentColor"/>)").empty());
}

TEST_CASE("groups hand their paint down and shapes may change it")
{
    const auto drawing = icons::readSvg(
        svg(R"(<g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">)"
            R"(<circle cx="5" cy="5" r="2" stroke-dasharray="2 3"/><path d="M0 0h1" stroke="#FFFFFF" stroke-width="2"/></g>)"),
        icons::ColourRule::tokens);
    REQUIRE(drawing);
    REQUIRE(drawing->layers.size() == 2);
    CHECK(drawing->layers[0].ink == icons::Ink::current);
    CHECK(drawing->layers[0].strokeWidth == 1.5);
    CHECK(drawing->layers[0].dash == 2);
    CHECK(drawing->layers[0].dashGap == 3);
    CHECK(drawing->layers[0].roundCap);
    CHECK(drawing->layers[1].ink == icons::Ink::onStatus);
    CHECK(drawing->layers[1].strokeWidth == 2);
}

TEST_CASE("file names become enumerators or are refused")
{
    CHECK(icons::enumeratorName("arrow-left") == "arrowLeft");
    CHECK(icons::enumeratorName("tray-badge-fine-16") == "trayBadgeFine16");
    CHECK(icons::enumeratorName("Upper").empty());
    CHECK(icons::enumeratorName("with space").empty());
}

TEST_CASE("every icon file is compiled in and draws something at every size")
{
    const QDir folder(QStringLiteral(OFFRAMP_RESOURCES "/icons"));
    CHECK(folder.entryList({QStringLiteral("*.svg")}).size() == iconCount);
    for (int i = 0; i < iconCount; ++i) {
        const auto icon = static_cast<Icon>(i);
        INFO(iconName(icon).toStdString());
        CHECK(folder.exists(iconName(icon) + QStringLiteral(".svg")));
        for (const int size : {16, 20, 40}) {
            CHECK(inkedPixels(iconPixmap(icon, size, Qt::black, 1)) > 1);
        }
    }
}

TEST_CASE("an icon is drawn in the pixels of its screen and tinted with the colour asked for")
{
    const QPixmap twice = iconPixmap(Icon::fine, 20, QColor(Qt::red), 2);
    CHECK(twice.width() == 40);
    CHECK(twice.devicePixelRatio() == 2);
    CHECK(QColor(twice.toImage().pixel(6, 20)) == QColor(Qt::red));
    // The tick inside keeps the colour for marks on a status.
    CHECK(iconPixmap(Icon::fine, 200, QColor(Qt::red), 1).toImage().pixelColor(87, 127)
          == Theme::instance().color(Color::onStatus));
}
