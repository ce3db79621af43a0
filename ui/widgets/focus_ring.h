// FocusRing: shows where the keyboard is: 2 px, 2 px away. One for each window; seen only while keys, not the mouse,
// move the focus.
#pragma once

#include <QPointer>
#include <QWidget>

namespace offramp::ui {

// For what fills its place to the edge, such as a row of a card: its ring is drawn inside instead of around it.
void setFocusInset(QWidget& widget);

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
