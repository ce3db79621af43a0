// Card: a white area with a one-pixel border; its rows are split by lines. No shadow anywhere.
#pragma once

#include "style/tokens.h"

#include <QFrame>

class QBoxLayout;
class QColor;
class QPainter;
class QVBoxLayout;

namespace offramp::ui {

enum class CardRing { none, picked, inTheWay };

class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    // A 44-high header with a title (a heading for screen readers); `trailing` may be null and is owned by the card.
    void setHeader(const QString& title, QWidget* trailing = nullptr);
    // Adds a child below a dividing line.
    void addRow(QWidget* row);
    // Adds a child without a line above it.
    void addPlain(QWidget* row);
    void setRing(CardRing ring);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_layout;
    CardRing m_ring = CardRing::none;
};

// Fills `widget` with a color without painting over the round corners of the card it lies in.
void fillInsideCard(QPainter& painter, const QWidget& widget, const QColor& color);

// A plain widget with a box layout and no margins, for grouping inside cards and pages.
[[nodiscard]] QWidget* makeBox(Qt::Orientation orientation, int gap, QBoxLayout*& layout);

}   // namespace offramp::ui
