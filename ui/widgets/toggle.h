// Toggle: on or off. Off is a ring with a small knob, on is filled with a large one, so that it reads without colour.
#pragma once

#include <QCheckBox>

namespace offramp::ui {

class Toggle final : public QCheckBox {
    Q_OBJECT

public:
    // The words stand beside it in the page; `accessibleName` says them to a screen reader.
    explicit Toggle(const QString& accessibleName, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& point) const override { return rect().contains(point); }
};

}   // namespace offramp::ui
