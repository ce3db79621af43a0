// IconView: one icon at a design size. A picture beside words that say the same: hidden from screen readers by having
// no name, unless one is given. The working ring turns while it is seen, unless motion is reduced.
#pragma once

#include "style/icon.h"

#include <QWidget>

class QVariantAnimation;

namespace offramp::ui {

class IconView final : public QWidget {
    Q_OBJECT

public:
    IconView(Icon icon, int designSize, Color color, QWidget* parent = nullptr);
    void setIcon(Icon icon, Color color);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void turn();

    QVariantAnimation* m_turn = nullptr;
    Icon m_icon;
    int m_designSize;
    Color m_color;
};

}   // namespace offramp::ui
