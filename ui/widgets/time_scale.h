// TimeScale: where a day stands on a drawn axis. The scale is piecewise linear: a stretch without marks that lasts more
// than six months is drawn at a tenth of its length and carries a break mark in its middle.
#pragma once

#include <QDate>
#include <QList>

namespace offramp::ui {

class TimeScale {
public:
    // `marks` in any order; the first and the last are the ends of the axis. Invalid days are left out.
    TimeScale(const QList<QDate>& marks, double width);

    [[nodiscard]] bool isEmpty() const { return m_pieces.isEmpty(); }
    [[nodiscard]] QDate first() const { return m_first; }
    [[nodiscard]] QDate last() const { return m_last; }
    // From 0 to the width; days outside stand at the ends.
    [[nodiscard]] double at(const QDate& day) const;
    // Middles of the shortened stretches.
    [[nodiscard]] QList<double> breaks() const;
    [[nodiscard]] bool isShortened(const QDate& day) const;
    // On the stretches that are not shortened.
    [[nodiscard]] double pixelsPerDay() const { return m_pixelsPerDay; }

private:
    struct Piece {
        QDate from, to;
        double start = 0, end = 0;
        bool shortened = false;
    };
    QList<Piece> m_pieces;
    QDate m_first, m_last;
    double m_width;
    double m_pixelsPerDay = 0;
};

}   // namespace offramp::ui
