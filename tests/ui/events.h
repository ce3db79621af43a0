// What a person does, as Qt delivers it, and waiting for what another thread says.
#pragma once

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QWidget>
#include <chrono>

namespace offramp::ui {

inline void pressSpace(QWidget& widget)
{
    widget.setFocus();
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QApplication::sendEvent(&widget, &up);
}

inline void clickMiddle(QWidget& widget)
{
    const QPointF middle = widget.rect().center();
    const QPointF onScreen = widget.mapToGlobal(middle);
    QMouseEvent down(QEvent::MouseButtonPress, middle, onScreen, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &down);
    QMouseEvent up(QEvent::MouseButtonRelease, middle, onScreen, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &up);
}

// Runs the event loop until the condition holds; false when it never does.
template <class Condition> [[nodiscard]] bool waitUntil(Condition condition)
{
    using namespace std::chrono_literals;
    if (condition()) {
        return true;
    }
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition()) {
            loop.exit(1);
        }
    });
    look.start(10ms);
    QTimer::singleShot(20s, &loop, [&] { loop.exit(0); });
    return loop.exec() == 1;
}

}   // namespace offramp::ui
