#include "widgets/painting.h"

#include <QPainter>

namespace offramp::ui {

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

int textDirection(const QString& text)
{
    return text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
}

}   // namespace offramp::ui
