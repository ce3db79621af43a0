// Stepper: how far a guided task has come: done, current, to come. In large text, or where the names do not fit, one
// line says "Step 4 of 7" with the step's name and a dash for each step. A list for screen readers.
#pragma once

#include <QStringList>
#include <QWidget>

namespace offramp::ui {

class Stepper final : public QWidget {
    Q_OBJECT

public:
    Stepper(const QString& accessibleName, const QStringList& steps, QWidget* parent = nullptr);

    void setCurrent(int step);   // counted from 0; as many as there are steps: all done
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] bool isCompact() const { return compactAt(width()); }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool compactAt(int width) const;
    [[nodiscard]] int columnWidth() const;
    [[nodiscard]] QString compactText() const;   // "Step 4 of 7"
    void speak();
    void arrange();
    void paintSteps(QPainter& painter) const;
    void paintCompact(QPainter& painter) const;

    QStringList m_steps;
    QList<QWidget*> m_spoken;   // one invisible item for each step, where it is drawn
    int m_current = 0;
};

}   // namespace offramp::ui
