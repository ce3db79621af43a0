#include "widgets/painting.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace offramp::ui {

namespace {

constexpr int hatchStep = 6;
constexpr int hatchLine = 2;

}   // namespace

void paintRounded(QPainter& painter, const QRectF& rect, double cornerRadius, const QColor& fill, const QColor& line,
                  Border border, double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(line, lineWidth);
    if (border == Border::dashed) {
        pen.setDashPattern({4, 3});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(border == Border::none ? QPen(Qt::NoPen) : pen);
    painter.setBrush(fill);
    const qreal inset = border == Border::none ? 0 : lineWidth / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), cornerRadius - inset, cornerRadius - inset);
    painter.restore();
}

void paintGap(QPainter& painter, const QRectF& piece, const QPainterPath& outline)
{
    const Theme& theme = Theme::instance();
    QPainterPath part;
    part.addRect(piece);
    part = part.intersected(outline);
    painter.save();
    painter.fillPath(part, theme.color(Color::affectedSoft));
    painter.save();
    painter.setClipPath(part);
    painter.setPen(QPen(theme.color(Color::hatch), hatchLine));
    const double step = hatchStep * std::sqrt(2.0);
    for (double x = piece.left() - piece.height(); x < piece.right() + piece.height(); x += step) {
        painter.drawLine(QPointF(x, piece.bottom() + 1), QPointF(x + piece.height() + 2, piece.top() - 1));
    }
    painter.restore();
    // The frame stands inside the bar's outline, half a pixel from it.
    const QRectF bar = outline.boundingRect();
    constexpr double corner = 3.5;
    QPainterPath inner;
    inner.addRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    QPainterPath frame;
    const bool endsBar = piece.right() >= bar.right();
    frame.addRect(piece.adjusted(0.5, 0, endsBar ? 1 : -0.5, 0));
    painter.setPen(QPen(theme.color(Color::affected), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(inner.intersected(frame));
    painter.restore();
}

int textDirection(const QString& text)
{
    return text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
}

}   // namespace offramp::ui
