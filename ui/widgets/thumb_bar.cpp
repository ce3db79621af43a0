#include "widgets/thumb_bar.h"

#include "style/theme.h"

#include <QPainter>
#include <algorithm>

namespace offramp::ui {

ThumbBar::ThumbBar(Color ground, QWidget* parent) : QScrollBar(Qt::Vertical, parent), m_ground(ground) {}

QSize ThumbBar::sizeHint() const
{
    return {12, 40};
}

void ThumbBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(m_ground));
    const int range = maximum() - minimum();
    if (range <= 0) {
        return;
    }
    const double whole = range + pageStep();
    const double length = std::max(32.0, height() * pageStep() / whole);
    const double top = (height() - length) * (value() - minimum()) / range;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Color::scroll));
    painter.drawRoundedRect(QRectF(2, top + 2, width() - 4, length - 4), (width() - 4) / 2.0, (width() - 4) / 2.0);
}

}   // namespace offramp::ui
