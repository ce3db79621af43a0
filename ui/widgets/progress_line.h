// ProgressLine: how far long work has come. Without a total it waits: a third of it slides, or stands in the middle
// when motion is reduced. Stopped, it keeps its length and loses its color.
#pragma once

#include <QProgressBar>

class QVariantAnimation;

namespace offramp::ui {

class ProgressLine final : public QProgressBar {
    Q_OBJECT

public:
    explicit ProgressLine(const QString& accessibleName, QWidget* parent = nullptr);
    void setStopped(bool stopped);
    [[nodiscard]] bool isWaiting() const { return maximum() == minimum() && !m_stopped; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool event(QEvent* event) override;

private:
    void move();
    [[nodiscard]] double share() const;

    bool m_stopped = false;
    double m_shown = 0;                      // the share that is drawn, on its way to share()
    QVariantAnimation* m_growth = nullptr;   // to a new value
    QVariantAnimation* m_slide = nullptr;    // while waiting
};

}   // namespace offramp::ui
