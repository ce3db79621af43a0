// TickBox and RadioChoice: an answer with its words beside it. The words wrap; the whole area can be pressed.
#pragma once

#include <QCheckBox>
#include <QRadioButton>

namespace offramp::ui {

class TickBox final : public QCheckBox {
    Q_OBJECT

public:
    explicit TickBox(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& point) const override { return rect().contains(point); }
};

class RadioChoice final : public QRadioButton {
    Q_OBJECT

public:
    explicit RadioChoice(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& point) const override { return rect().contains(point); }
};

}   // namespace offramp::ui
