#include "widgets/time_scale.h"

#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int quietMonths = 6;
constexpr double quietShare = 0.1;

}   // namespace

TimeScale::TimeScale(const QList<QDate>& marks, double width) : m_width(width)
{
    QList<QDate> days;
    for (const QDate& day : marks) {
        if (day.isValid()) {
            days.append(day);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.isEmpty()) {
        return;
    }
    m_first = days.first();
    m_last = days.last();
    double total = 0;
    for (qsizetype i = 1; i < days.size(); ++i) {
        Piece piece;
        piece.from = days[i - 1];
        piece.to = days[i];
        piece.shortened = piece.to > piece.from.addMonths(quietMonths);
        piece.start = total;
        total += static_cast<double>(piece.from.daysTo(piece.to)) * (piece.shortened ? quietShare : 1);
        piece.end = total;
        m_pieces.append(piece);
    }
    m_pixelsPerDay = total > 0 ? width / total : 0;
    for (Piece& piece : m_pieces) {
        piece.start *= m_pixelsPerDay;
        piece.end *= m_pixelsPerDay;
    }
}

double TimeScale::at(const QDate& day) const
{
    if (m_pieces.isEmpty() || day <= m_first) {
        return 0;
    }
    for (const Piece& piece : m_pieces) {
        if (day <= piece.to) {
            const auto whole = static_cast<double>(piece.from.daysTo(piece.to));
            return piece.start + (piece.end - piece.start) * static_cast<double>(piece.from.daysTo(day)) / whole;
        }
    }
    return m_width;
}

QList<double> TimeScale::breaks() const
{
    QList<double> middles;
    for (const Piece& piece : m_pieces) {
        if (piece.shortened) {
            middles.append((piece.start + piece.end) / 2);
        }
    }
    return middles;
}

bool TimeScale::isShortened(const QDate& day) const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(),
                       [&](const Piece& piece) { return piece.shortened && day > piece.from && day < piece.to; });
}

}   // namespace offramp::ui
