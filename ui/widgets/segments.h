// Segments: one choice out of a few, in one frame. Side by side while they fit, their words on two lines when they
// nearly do, one below the other when text is large. Arrow keys choose, as in radio buttons.
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QString>
#include <QWidget>

namespace offramp::ui {

class Segments;

class Segment final : public QAbstractButton {
    Q_OBJECT

public:
    Segment(const QString& text, Segments* parent);
    // Width for the words on one line.
    [[nodiscard]] int naturalWidth() const;
    [[nodiscard]] int heightAt(int width) const;
    [[nodiscard]] int narrowestWidth() const;   // no word is broken
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int padding() const;
};

class Segments final : public QWidget {
    Q_OBJECT

public:
    explicit Segments(const QString& accessibleName, QWidget* parent = nullptr);
    // Returns the segment's number, counted from 0.
    int addSegment(const QString& text);
    void setCurrent(int segment);
    [[nodiscard]] int current() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(int segment);   // by the person

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    friend class Segment;
    void moveFrom(const Segment* segment, int key);
    // Left to right, without the frame's mirroring.
    [[nodiscard]] QList<QRect> places(int width) const;

    QList<Segment*> m_segments;
};

}   // namespace offramp::ui
