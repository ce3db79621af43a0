#include "widgets/gap_bar.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace offramp::ui {

namespace {

constexpr int barRadius = 4;
constexpr int tickWidth = 2;
constexpr int tickHeight = 20;
constexpr double narrowestShare = 0.12;   // a piece of a few days must still be seen

QFont labelFont(bool strong)
{
    QFont font = Theme::instance().font(Type::caption);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

double widthOf(const QString& text, bool strong)
{
    return std::ceil(QFontMetricsF(labelFont(strong)).horizontalAdvance(text)) + 1;
}

}   // namespace

GapBar::GapBar(const GapBarData& bar, QWidget* parent) : QWidget(parent), m_data(bar)
{
    setAccessibleRole(*this, QAccessible::Graphic);
    setAccessibleName(bar.sentence);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);   // Fixed would forbid a further line of labels
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int GapBar::firstGap() const
{
    for (int i = 0; i < m_data.segments.size(); ++i) {
        if (m_data.segments[i].fill == GapBarData::Fill::gap) {
            return i;
        }
    }
    return -1;
}

QList<double> GapBar::edges(int width) const
{
    double total = 0;
    for (const auto& segment : m_data.segments) {
        total += std::max(segment.days, 1.0);
    }
    QList<double> shares;
    double sum = 0;
    for (const auto& segment : m_data.segments) {
        shares.append(std::max(narrowestShare, std::max(segment.days, 1.0) / total));
        sum += shares.last();
    }
    QList<double> edges{0};
    for (const double share : shares) {
        edges.append(edges.last() + share / sum * width);
    }
    return edges;
}

// Start, tick and end labels keep their places while they fit; what would touch a neighbour moves to a second line.
QList<GapBar::PlacedLabel> GapBar::placeLabels(int width) const
{
    const QList<double> edge = edges(width);
    struct Wish {
        QString text;
        double middle;
        bool strong;
    };
    QList<Wish> wishes;
    if (!m_data.startLabel.isEmpty()) {
        wishes.append({m_data.startLabel, 0, false});
    }
    const int gap = firstGap();
    if (!m_data.tickLabel.isEmpty() && gap >= 0) {
        wishes.append({m_data.tickLabel, edge[gap], false});
    }
    for (int i = 0; i < m_data.segments.size(); ++i) {
        if (!m_data.segments[i].label.isEmpty()) {
            wishes.append({m_data.segments[i].label, (edge[i] + edge[i + 1]) / 2, true});
        }
    }
    if (!m_data.endLabel.isEmpty()) {
        wishes.append({m_data.endLabel, double(width), false});
    }
    const double apart = Theme::instance().dp(10);
    QList<PlacedLabel> placed;
    for (const Wish& wish : wishes) {
        const double wide = widthOf(wish.text, wish.strong);
        PlacedLabel label{wish.text, std::clamp(wish.middle - wide / 2, 0.0, std::max(0.0, width - wide)), 0,
                          wish.strong};
        const auto touches = [&](const PlacedLabel& other) {
            const double otherEnd = other.left + widthOf(other.text, other.strong);
            return other.line == label.line && label.left < otherEnd + apart && other.left < label.left + wide + apart;
        };
        while (std::any_of(placed.begin(), placed.end(), touches)) {
            ++label.line;
        }
        placed.append(label);
    }
    return placed;
}

int GapBar::heightForWidth(int width) const
{
    const Theme& theme = Theme::instance();
    int lines = 1;
    for (const PlacedLabel& label : placeLabels(std::max(1, width))) {
        lines = std::max(lines, label.line + 1);
    }
    return tickHeight + theme.space(space::half) + lines * theme.lineHeight(Type::caption);
}

QSize GapBar::sizeHint() const
{
    const int width = Theme::instance().dp(480);
    return {width, heightForWidth(width)};
}

QSize GapBar::minimumSizeHint() const
{
    return {Theme::instance().dp(120), tickHeight};
}

void GapBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QList<double> edge = edges(width());
    const double top = (tickHeight - size::gapBar) / 2.0;

    painter.save();
    if (mirrored) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    QPainterPath outline;
    outline.addRoundedRect(QRectF(0, top, width(), size::gapBar), barRadius, barRadius);
    for (int i = 0; i < m_data.segments.size(); ++i) {
        const QRectF piece(edge[i], top, edge[i + 1] - edge[i], size::gapBar);
        QPainterPath part;
        part.addRect(piece);
        part = part.intersected(outline);
        switch (m_data.segments[i].fill) {
        case GapBarData::Fill::covered: painter.fillPath(part, theme.color(Color::fine)); break;
        case GapBarData::Fill::notUpdated: painter.fillPath(part, theme.color(Color::lineStrong)); break;
        case GapBarData::Fill::gap: paintGap(painter, piece, outline); break;
        }
    }
    if (const int gap = firstGap(); gap > 0) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRectF(std::round(edge[gap]) - tickWidth / 2.0, 0, tickWidth, tickHeight),
                         theme.color(Color::text));
    }
    painter.restore();

    for (const PlacedLabel& label : placeLabels(width())) {
        const double wide = widthOf(label.text, label.strong);
        const double left = mirrored ? width() - label.left - wide : label.left;
        const double y = tickHeight + theme.space(space::half) + label.line * theme.lineHeight(Type::caption);
        painter.setFont(labelFont(label.strong));
        painter.setPen(theme.color(label.strong ? Color::text : Color::text2));
        painter.drawText(QRectF(left, y, wide, theme.lineHeight(Type::caption)),
                         Qt::AlignCenter | Qt::TextSingleLine | textDirection(label.text), label.text);
    }
}

}   // namespace offramp::ui
