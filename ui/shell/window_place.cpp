#include "shell/window_place.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int enoughWide = 160;
constexpr int handle = 40;   // the upper edge, where a window is dragged

QList<QRect> usableScreens()
{
    QList<QRect> areas;
    QScreen* first = QGuiApplication::primaryScreen();
    if (first != nullptr) {
        areas.append(first->availableGeometry());
    }
    for (const QScreen* screen : QGuiApplication::screens()) {
        if (screen != first) {
            areas.append(screen->availableGeometry());
        }
    }
    return areas;
}

void moveIntoSight(QWidget& window)
{
    if (window.isMaximized() || window.isFullScreen()) {
        return;   // the desktop places these
    }
    // Wayland tells no window where it stands, and does not let it choose.
    const QRect place = visiblePlace(window.geometry(), usableScreens());
    if (place != window.geometry()) {
        window.setGeometry(place);
    }
}

}   // namespace

QRect visiblePlace(const QRect& wanted, const QList<QRect>& screens)
{
    if (screens.isEmpty()) {
        return wanted;
    }
    const QRect edge(wanted.x(), wanted.y(), wanted.width(), handle);
    const bool seen = std::any_of(screens.begin(), screens.end(), [&](const QRect& screen) {
        const QRect part = screen & edge;
        return part.width() >= std::min(enoughWide, wanted.width()) && part.height() >= handle / 2;
    });
    QRect all;
    for (const QRect& screen : screens) {
        all |= screen;   // a window may span several
    }
    const bool fits = wanted.width() <= all.width() && wanted.height() <= all.height();
    if (seen && fits) {
        return wanted;
    }
    const QRect& screen = screens.first();
    QRect place(QPoint(0, 0), wanted.size().boundedTo(screen.size()));
    place.moveCenter(screen.center());
    return place;
}

void keepVisible(QWidget& window)
{
    moveIntoSight(window);
    const auto look = [&window] { moveIntoSight(window); };
    const auto watch = [&window, look](QScreen* screen) {
        QObject::connect(screen, &QScreen::availableGeometryChanged, &window, look);
    };
    for (QScreen* screen : QGuiApplication::screens()) {
        watch(screen);
    }
    QObject::connect(qApp, &QGuiApplication::screenAdded, &window, watch);
    // The screen is still among the others while this is said.
    QObject::connect(qApp, &QGuiApplication::screenRemoved, &window, look, Qt::QueuedConnection);
}

}   // namespace offramp::ui
