// ProgressLine: how far long work has come; without a total, a piece that says "waiting" by standing in the middle.
#pragma once

#include <QProgressBar>

namespace offramp::ui {

class ProgressLine final : public QProgressBar {
    Q_OBJECT

public:
    explicit ProgressLine(const QString& accessibleName, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}   // namespace offramp::ui
