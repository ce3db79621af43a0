#include "shell/window_place.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <catch2/catch.hpp>

using namespace offramp::ui;

TEST_CASE("a window that can be seen and taken hold of stays where it is")
{
    const QList<QRect> screens{QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 984)};
    for (const QRect& place : {QRect(100, 100, 960, 680), QRect(2000, 50, 960, 680), QRect(-700, 300, 960, 680),
                               QRect(1500, 900, 960, 680)}) {
        CHECK(visiblePlace(place, screens) == place);
    }
}

TEST_CASE("a window remembered on a monitor that is gone comes back onto one that is there")
{
    const QList<QRect> screens{QRect(0, 0, 1366, 728)};
    for (const QRect& place : {QRect(2000, 100, 960, 680), QRect(-1900, 50, 960, 680), QRect(100, -900, 960, 680),
                               QRect(100, 720, 960, 680), QRect(1300, 100, 960, 680), QRect(100, -39, 960, 680)}) {
        const QRect found = visiblePlace(place, screens);
        INFO(place.x() << "," << place.y());
        CHECK(screens.first().contains(found));
        CHECK(found.size() == place.size());
    }
    CHECK(visiblePlace(QRect(5000, 5000, 2000, 1500), screens) == screens.first());
    CHECK(visiblePlace(QRect(5000, 5000, 960, 680), {}) == QRect(5000, 5000, 960, 680));
}

TEST_CASE("a window larger than its screen is made to fit, and one over two screens is left alone")
{
    CHECK(visiblePlace(QRect(2, 44, 960, 680), {QRect(0, 0, 800, 600)}) == QRect(0, 0, 800, 600));
    const QList<QRect> two{QRect(0, 0, 1366, 728), QRect(1366, 0, 1366, 728)};
    CHECK(visiblePlace(QRect(100, 20, 2400, 700), two) == QRect(100, 20, 2400, 700));
}

TEST_CASE("a real window that stands nowhere is moved onto the screen")
{
    QWidget window;
    window.setGeometry(90'000, 90'000, 800, 600);
    keepVisible(window);
    REQUIRE(QGuiApplication::primaryScreen() != nullptr);
    CHECK(QGuiApplication::primaryScreen()->availableGeometry().intersects(window.geometry()));
}
