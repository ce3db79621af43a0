// Toggle: on or off. Off is a ring with a small knob, on is filled with a large one, so that it reads without colour.
// Locked, it stands as it is with a lock beside it, and can still be read and reached.
#pragma once

#include <QCheckBox>

class QVariantAnimation;

namespace offramp::ui {

class Toggle final : public QCheckBox {
    Q_OBJECT

public:
    // The words stand beside it in the page; `accessibleName` says them to a screen reader.
    explicit Toggle(const QString& accessibleName, QWidget* parent = nullptr);
    // `why` is spoken and shown as a tool tip.
    void lock(const QString& why);
    [[nodiscard]] bool isLocked() const { return m_locked; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& point) const override { return !m_locked && rect().contains(point); }
    void nextCheckState() override;

private:
    [[nodiscard]] int lockWidth() const;
    void slide();

    bool m_locked = false;
    QVariantAnimation* m_slide;   // 0 is off, 1 is on
};

}   // namespace offramp::ui
