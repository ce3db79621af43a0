// FocusRing: shows where the keyboard is. One for each window; seen only while keys, not the mouse, move the focus.
#pragma once

#include <QPointer>
#include <QWidget>

namespace offramp::ui {

class FocusRing final : public QWidget {
    Q_OBJECT

public:
    explicit FocusRing(QWidget& window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* widget);
    void place();

    QWidget& m_window;
    QPointer<QWidget> m_target;
    bool m_keyboard = false;
};

}   // namespace offramp::ui
