#include "widgets/icon_view.h"

#include "style/motion.h"
#include "style/theme.h"
#include "widgets/accessible.h"

#include <QPainter>
#include <QVariantAnimation>

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
    turn();
    update();
}

// Only while somebody sees it: a hidden ring must not wake the computer.
void IconView::turn()
{
    if (m_icon != Icon::working || !isVisible() || !turns()) {
        delete m_turn;
        m_turn = nullptr;
        return;
    }
    if (m_turn == nullptr) {
        m_turn = new QVariantAnimation(this);
        m_turn->setStartValue(0.0);
        m_turn->setEndValue(360.0);
        m_turn->setDuration(motion::turn);
        m_turn->setLoopCount(-1);
        connect(m_turn, &QVariantAnimation::valueChanged, this, [this] { update(); });
        m_turn->start();
    }
}

void IconView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    turn();
}

void IconView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    turn();
}

QSize IconView::sizeHint() const
{
    const int size = Theme::instance().icon(m_designSize);
    return {size, size};
}

void IconView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_turn != nullptr) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QPointF middle = QRectF(rect()).center();
        painter.translate(middle);
        painter.rotate(m_turn->currentValue().toDouble());
        painter.translate(-middle);
    }
    paintIcon(painter, m_icon, rect(), m_color);
}

}   // namespace offramp::ui
