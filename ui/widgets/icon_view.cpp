#include "widgets/icon_view.h"

#include "style/theme.h"
#include "widgets/accessible.h"

#include <QPainter>

namespace offramp::ui {

IconView::IconView(Icon icon, int designSize, Color color, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_designSize(designSize), m_color(color)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::Graphic);
}

void IconView::setIcon(Icon icon, Color color)
{
    m_icon = icon;
    m_color = color;
    update();
}

QSize IconView::sizeHint() const
{
    const int size = Theme::instance().icon(m_designSize);
    return {size, size};
}

void IconView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(painter, m_icon, rect(), m_color);
}

}   // namespace offramp::ui
