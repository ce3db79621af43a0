// Where everything of a TimeAxis stands.
#include "widgets/time_axis.h"
#include "widgets/time_axis_text.h"
#include "widgets/time_scale.h"

#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace offramp::ui {

namespace {

constexpr int roomBefore = 30;   // days
constexpr double stemGap = 7;
constexpr double labelGap = 8;   // between two labels
constexpr double breakReach = 9;

double widthOf(const QString& text, bool strong)
{
    return std::ceil(QFontMetricsF(axisFont(strong)).horizontalAdvance(text)) + 1;
}

double labelWidth(const TimeAxisData::Event& event, bool picked)
{
    const double label = std::ceil(QFontMetricsF(axisLabelFont(picked)).horizontalAdvance(event.label)) + 1;
    return std::max(label, widthOf(event.date, false));
}

double rowTop(int row)
{
    return row == 0 ? 0 : 2 * axisLineHeight() + 4;
}

}   // namespace

QFont axisLabelFont(bool picked)
{
    QFont font = axisFont(true);
    font.setWeight(picked ? QFont::DemiBold : QFont::Medium);
    return font;
}

QFont axisFont(bool strong)
{
    QFont font = Theme::instance().font(Type::caption);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

TimeScale TimeAxis::scaleFor(int width) const
{
    QList<QDate> marks{m_data.today};
    for (const TimeAxisData::Event& event : m_data.events) {
        marks.append(event.day);
    }
    if (m_data.bar) {
        marks.append({m_data.bar->from, m_data.bar->notUpdatedFrom, m_data.bar->gapFrom, m_data.bar->tickDay});
    }
    QDate first;
    for (const QDate& mark : marks) {
        if (mark.isValid() && (!first.isValid() || mark < first)) {
            first = mark;
        }
    }
    if (first.isValid()) {
        // Room before the first event, and a number for its year.
        marks.append(std::max(QDate(first.year(), 1, 1), first.addDays(-roomBefore)));
    }
    return TimeScale(marks, std::max(1.0, width - 2 * axisEdge));
}

TimeAxisLayout TimeAxis::layoutFor(int width) const
{
    const double line = axisLineHeight();
    TimeAxisLayout layout;
    layout.axis = 4 * line + 28;
    layout.bar = layout.axis + line + 30;
    const TimeScale scale = scaleFor(width);
    for (const TimeAxisData::Event& event : m_data.events) {
        layout.marks.append(axisEdge + scale.at(event.day));
    }
    for (const double middle : scale.breaks()) {
        layout.breaks.append(axisEdge + middle);
    }
    layout.today = axisEdge + scale.at(m_data.today);
    const double wide = widthOf(m_data.todayLabel, true);
    layout.todayBox = QRectF(std::clamp(layout.today - wide + 4, 0.0, std::max(0.0, width - wide)), 0, wide, line);
    placeLabels(layout, width);
    placeTicks(layout, scale, width);
    layout.height = layout.axis + 10 + 2 * line;
    placeBarLabels(layout, scale, width);
    for (const TimeAxisLayout::BarLabel& label : layout.barLabels) {
        layout.height = std::max(layout.height, label.box.bottom());
    }
    return layout;
}

// The picked event first, then the heavier before the lighter. What would touch another label or cross its stem moves
// on: right of the stem, left of it, then the same in the lower row.
void TimeAxis::placeLabels(TimeAxisLayout& layout, int width) const
{
    QList<int> order;
    for (int i = 0; i < m_data.events.size(); ++i) {
        order.append(i);
    }
    const auto weight = [&](int event) {
        return m_data.events[event].id == m_picked ? 1000 : m_data.events[event].weight;
    };
    std::stable_sort(order.begin(), order.end(), [&](int one, int other) { return weight(one) > weight(other); });
    const auto stemOf = [&](const TimeAxisLayout::Label& label) {
        return QRectF(layout.marks[label.event] - 1, label.box.top(), 2, layout.axis - label.box.top());
    };
    const QRectF todayLine(layout.today - 1, 0, 2, layout.axis);
    const QRectF todayWords = layout.todayBox.adjusted(-labelGap, 0, labelGap, 0);
    const auto free = [&](const TimeAxisLayout::Label& wish) {
        const QRectF around = wish.box.adjusted(-labelGap, 0, labelGap, 0);
        if (wish.box.left() < 0 || wish.box.right() > width || around.intersects(todayWords)
            || around.intersects(todayLine) || stemOf(wish).intersects(todayWords)) {
            return false;
        }
        return std::none_of(layout.labels.begin(), layout.labels.end(), [&](const TimeAxisLayout::Label& other) {
            const QRectF stem = stemOf(wish).adjusted(-labelGap / 2, 0, labelGap / 2, 0);
            return around.intersects(other.box) || around.intersects(stemOf(other)) || stem.intersects(other.box)
                   || stem.intersects(stemOf(other));
        });
    };
    for (const int event : order) {
        const double wide = labelWidth(m_data.events[event], m_data.events[event].id == m_picked);
        for (const int row : {0, 1}) {
            bool placed = false;
            for (const bool atLeft : {false, true}) {
                const double x = layout.marks[event];
                const double left = atLeft ? x - stemGap - wide : x + stemGap;
                const TimeAxisLayout::Label wish{event, row, QRectF(left, rowTop(row), wide, 2 * axisLineHeight()),
                                                 atLeft};
                if (free(wish)) {
                    layout.labels.append(wish);
                    placed = true;
                    break;
                }
            }
            if (placed) {
                break;
            }
        }
    }
}

void TimeAxis::placeTicks(TimeAxisLayout& layout, const TimeScale& scale, int width) const
{
    if (scale.isEmpty()) {
        return;
    }
    const QLocale locale;
    struct Wish {
        QDate day;
        QString text;
    };
    QList<Wish> years;
    QList<Wish> months;
    double widestMonth = 0;
    years.append({scale.first(), locale.toString(scale.first(), QStringLiteral("yyyy"))});
    for (QDate day(scale.first().year(), 1, 1); day <= scale.last(); day = day.addMonths(1)) {
        if (day <= scale.first()) {
            continue;
        }
        if (day.month() == 1) {
            years.append({day, locale.toString(day, QStringLiteral("yyyy"))});
        } else if (!scale.isShortened(day)) {
            months.append({day, locale.standaloneMonthName(day.month(), QLocale::ShortFormat)});
            widestMonth = std::max(widestMonth, widthOf(months.last().text, false));
        }
    }
    const auto add = [&](const Wish& wish) {
        const double x = axisEdge + scale.at(wish.day);
        const double half = widthOf(wish.text, false) / 2;
        const bool taken = std::any_of(layout.ticks.begin(), layout.ticks.end(), [&](const TimeAxisLayout::Tick& tick) {
            return std::abs(tick.x - x) < half + tick.width / 2 + labelGap;
        });
        const bool broken = std::any_of(layout.breaks.begin(), layout.breaks.end(),
                                        [&](double middle) { return std::abs(middle - x) < breakReach; });
        if (!taken && !broken && x <= width - axisEdge) {
            layout.ticks.append({x, 2 * half, wish.text});
        }
    };
    for (const Wish& wish : years) {
        add(wish);
    }
    if (scale.pixelsPerDay() * 30 >= widestMonth + labelGap) {
        for (const Wish& wish : months) {
            add(wish);
        }
    }
}

void TimeAxis::placeBarLabels(TimeAxisLayout& layout, const TimeScale& scale, int width) const
{
    if (!m_data.bar) {
        return;
    }
    const TimeAxisData::Bar& bar = *m_data.bar;
    const double top = layout.bar + size::gapBar / 2.0 + 6;
    const auto add = [&](const QString& text, double left, bool strong) {
        if (text.isEmpty()) {
            return;
        }
        const double wide = widthOf(text, strong);
        QRectF box(std::clamp(left, 0.0, std::max(0.0, width - wide)), top, wide, axisLineHeight());
        const auto touches = [&](const TimeAxisLayout::BarLabel& other) {
            return box.adjusted(-labelGap, 0, labelGap, 0).intersects(other.box);
        };
        while (std::any_of(layout.barLabels.begin(), layout.barLabels.end(), touches)) {
            box.translate(0, axisLineHeight());
        }
        layout.barLabels.append({box, text, strong});
    };
    if (bar.gapFrom.isValid()) {
        const double from = axisEdge + scale.at(bar.gapFrom);
        add(bar.gapLabel, (from + layout.today - widthOf(bar.gapLabel, true)) / 2, true);
    }
    add(bar.startLabel, axisEdge + scale.at(bar.from), false);
    if (bar.tickDay.isValid()) {
        add(bar.tickLabel, axisEdge + scale.at(bar.tickDay) - widthOf(bar.tickLabel, false) + 4, false);
    }
}

}   // namespace offramp::ui
