#include "widgets/time_axis.h"

#include "style/theme.h"
#include "widgets/painting.h"
#include "widgets/time_axis_text.h"
#include "widgets/time_scale.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace offramp::ui {

namespace {

constexpr double markRadius = 5;
constexpr double pickedRadius = 8;
constexpr double pickedRing = 13;
constexpr double clickReach = 12;
constexpr double bandReach = 14;
constexpr double barTickHeight = 20;

QPainterPath diamond(const QPointF& centre, double radius)
{
    QPainterPath path;
    path.moveTo(centre + QPointF(0, -radius));
    path.lineTo(centre + QPointF(radius, 0));
    path.lineTo(centre + QPointF(0, radius));
    path.lineTo(centre + QPointF(-radius, 0));
    path.closeSubpath();
    return path;
}

}   // namespace

TimeAxis::TimeAxis(const TimeAxisData& axis, QWidget* parent) : QWidget(parent), m_data(axis)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);   // Fixed would forbid further label lines
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TimeAxis::setPicked(const QString& id)
{
    if (m_picked != id) {
        m_picked = id;
        update();
    }
}

int TimeAxis::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(layoutFor(std::max(1, width)).height)) + 2;
}

QSize TimeAxis::sizeHint() const
{
    const int width = Theme::instance().dp(480);
    return {width, heightForWidth(width)};
}

QSize TimeAxis::minimumSizeHint() const
{
    return {120, static_cast<int>(4 * axisLineHeight() + 60)};
}

QString TimeAxis::eventAt(const QPointF& place) const
{
    const TimeAxisLayout layout = layoutFor(width());
    const double x = layoutDirection() == Qt::RightToLeft ? width() - place.x() : place.x();
    const QPointF point(x, place.y());
    for (const TimeAxisLayout::Label& label : layout.labels) {
        if (label.box.contains(point)) {
            return m_data.events[label.event].id;
        }
    }
    if (std::abs(place.y() - layout.axis) > clickReach) {
        return {};
    }
    int nearest = -1;
    for (int i = 0; i < layout.marks.size(); ++i) {
        const double apart = std::abs(layout.marks[i] - x);
        if (apart <= clickReach && (nearest < 0 || apart < std::abs(layout.marks[nearest] - x))) {
            nearest = i;
        }
    }
    return nearest < 0 ? QString() : m_data.events[nearest].id;
}

void TimeAxis::mousePressEvent(QMouseEvent* event)
{
    const QString id = event->button() == Qt::LeftButton ? eventAt(event->position()) : QString();
    if (id.isEmpty()) {
        event->ignore();
        return;
    }
    emit eventChosen(id);
}

void TimeAxis::mouseMoveEvent(QMouseEvent* event)
{
    const QString id = eventAt(event->position());
    if (id != m_hovered) {
        m_hovered = id;
        setCursor(id.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        update();
    }
}

void TimeAxis::leaveEvent(QEvent*)
{
    m_hovered.clear();
    update();
}

bool TimeAxis::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString id = eventAt(help->pos());
        const auto found = std::find_if(m_data.events.begin(), m_data.events.end(),
                                        [&](const TimeAxisData::Event& each) { return each.id == id; });
        if (found == m_data.events.end()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), found->label + u'\n' + found->date, this);
        }
        return true;
    }
    return QWidget::event(event);
}

void TimeAxis::paintMark(QPainter& painter, const TimeAxisLayout& layout, int event, bool labelled) const
{
    const Theme& theme = Theme::instance();
    const TimeAxisData::Event& shown = m_data.events[event];
    const QPointF centre(layout.marks[event], layout.axis);
    const bool picked = shown.id == m_picked;
    const double radius = picked ? pickedRadius : markRadius + (shown.mark == TimeAxisData::Mark::rule ? 1 : 0);
    if (picked || shown.id == m_hovered) {
        painter.setPen(QPen(theme.color(picked ? Color::accentMark : Color::lineStrong), picked ? 2 : 1));
        painter.setBrush(theme.color(Color::surface));
        painter.drawEllipse(centre, pickedRing, pickedRing);
    }
    const QColor ink = theme.color(shown.affected ? Color::affected : Color::text2);
    const bool filled = labelled || picked;
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(ink, 1.5));
    painter.setBrush(filled ? ink : theme.color(Color::surface));
    if (shown.mark == TimeAxisData::Mark::rule) {
        painter.drawPath(diamond(centre, radius + 1));
    } else {
        painter.drawEllipse(centre, radius, radius);
    }
}

void TimeAxis::paintBar(QPainter& painter, const TimeAxisLayout& layout, const TimeScale& scale) const
{
    const Theme& theme = Theme::instance();
    const TimeAxisData::Bar& bar = *m_data.bar;
    const double top = layout.bar - size::gapBar / 2.0;
    const double from = axisEdge + scale.at(bar.from);
    const QRectF whole(from, top, std::max(1.0, layout.today - from), size::gapBar);
    const double gap = bar.gapFrom.isValid() ? axisEdge + scale.at(bar.gapFrom) : layout.today;
    const double grey = bar.notUpdatedFrom.isValid() ? axisEdge + scale.at(bar.notUpdatedFrom) : gap;
    const auto piece = [&](double left, double right) { return QRectF(left, top, right - left, size::gapBar); };
    QPainterPath outline;
    outline.addRoundedRect(whole, 4, 4);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(piece(from, grey), theme.color(Color::fine));
    painter.fillRect(piece(grey, gap), theme.color(Color::lineStrong));
    painter.restore();
    if (bar.gapFrom.isValid()) {
        paintGap(painter, piece(gap, layout.today), outline);
    }
    const double tick = bar.gapFrom.isValid() ? gap : grey;
    if (tick > from && tick < layout.today) {
        painter.fillRect(QRectF(std::round(tick) - 1, layout.bar - barTickHeight / 2, 2, barTickHeight),
                         theme.color(Color::text));
    }
}

void TimeAxis::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const TimeAxisLayout layout = layoutFor(width());
    const TimeScale scale = scaleFor(width());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    if (mirrored) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    if (m_data.bandFrom.isValid()) {
        const double from = axisEdge + scale.at(m_data.bandFrom);
        painter.fillRect(QRectF(from, layout.axis - bandReach, layout.today - from, 2 * bandReach),
                         theme.color(Color::affectedSoft));
    }
    painter.setPen(QPen(theme.color(Color::lineStrong), 1.5));
    painter.drawLine(QPointF(0, layout.axis), QPointF(width(), layout.axis));
    for (const double middle : layout.breaks) {
        painter.fillRect(QRectF(middle - 4, layout.axis - 2, 8, 4), theme.color(Color::surface));
        for (const double side : {-4.0, 4.0}) {
            painter.drawLine(QPointF(middle + side - 2, layout.axis + 5), QPointF(middle + side + 2, layout.axis - 5));
        }
    }
    QList<int> labelled;
    for (const TimeAxisLayout::Label& label : layout.labels) {
        labelled.append(label.event);
        const bool picked = m_data.events[label.event].id == m_picked;
        const double x = layout.marks[label.event];
        painter.setPen(QPen(theme.color(picked ? Color::accentMark : Color::lineStrong), picked ? 2 : 1));
        painter.drawLine(QPointF(x, label.box.top()), QPointF(x, layout.axis - markRadius - 3));
    }
    const double end = m_data.bar ? layout.bar + barTickHeight / 2 : layout.axis + bandReach;
    painter.fillRect(QRectF(std::round(layout.today) - 1, axisLineHeight() + 2, 2, end - axisLineHeight() - 2),
                     theme.color(Color::text));
    // The axis does not touch the marks.
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Color::surface));
    for (const double x : layout.marks) {
        painter.drawEllipse(QPointF(x, layout.axis), markRadius + 4, markRadius + 4);
    }
    painter.setPen(QPen(theme.color(Color::lineStrong), 1.5));
    for (const TimeAxisLayout::Tick& tick : layout.ticks) {
        painter.drawLine(QPointF(tick.x, layout.axis), QPointF(tick.x, layout.axis + 6));
    }
    // Hollow marks first, the picked one last, so that what is said stands in front.
    for (const bool words : {false, true}) {
        for (int i = 0; i < m_data.events.size(); ++i) {
            if (labelled.contains(i) == words && m_data.events[i].id != m_picked) {
                paintMark(painter, layout, i, words);
            }
        }
    }
    for (int i = 0; i < m_data.events.size(); ++i) {
        if (m_data.events[i].id == m_picked) {
            paintMark(painter, layout, i, true);
        }
    }
    if (m_data.bar) {
        paintBar(painter, layout, scale);
    }
    painter.restore();

    const auto write = [&](QRectF box, const QString& text, bool atRight) {
        if (mirrored) {
            box.moveLeft(width() - box.right());
        }
        const int side = atRight != mirrored ? Qt::AlignRight : Qt::AlignLeft;
        constexpr int how = static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip;
        painter.drawText(box, side | how | textDirection(text), text);
    };
    for (const TimeAxisLayout::Label& label : layout.labels) {
        const TimeAxisData::Event& event = m_data.events[label.event];
        const QRectF first(label.box.topLeft(), QSizeF(label.box.width(), axisLineHeight()));
        painter.setFont(axisLabelFont(event.id == m_picked));
        painter.setPen(theme.color(Color::text));
        write(first, event.label, label.atLeft);
        painter.setFont(axisFont(false));
        painter.setPen(theme.color(Color::text2));
        write(first.translated(0, axisLineHeight()), event.date, label.atLeft);
    }
    painter.setFont(axisFont(true));
    painter.setPen(theme.color(Color::text));
    write(layout.todayBox, m_data.todayLabel, true);
    painter.setFont(axisFont(false));
    painter.setPen(theme.color(Color::text2));
    for (const TimeAxisLayout::Tick& tick : layout.ticks) {
        const double wide = tick.width;
        const double left = std::clamp(tick.x - wide / 2, 0.0, std::max(0.0, width() - wide));
        write(QRectF(left, layout.axis + 10 + axisLineHeight() / 2, wide, axisLineHeight()), tick.text, false);
    }
    for (const TimeAxisLayout::BarLabel& label : layout.barLabels) {
        painter.setFont(axisFont(label.strong));
        painter.setPen(theme.color(label.strong ? Color::text : Color::text2));
        write(label.box, label.text, false);
    }
}

}   // namespace offramp::ui
