#include "widgets/focus_ring.h"

#include "style/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace offramp::ui {

namespace {

constexpr int reach = focus::width + focus::gap;

constexpr const char* insetProperty = "focusInset";

bool isInset(const QWidget& widget)
{
    return widget.property(insetProperty).toBool();
}

// The part of the target that its scroll areas show.
QRect visiblePart(const QWidget& target, const QWidget& window)
{
    QRect seen(target.mapTo(&window, QPoint(0, 0)), target.size());
    if (!isInset(target)) {
        seen.adjust(-reach, -reach, reach, reach);
    }
    for (const QWidget* parent = target.parentWidget(); parent != nullptr && parent != &window;
         parent = parent->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(parent)) {
            const QWidget* viewport = area->viewport();
            seen &= QRect(viewport->mapTo(&window, QPoint(0, 0)), viewport->size());
        }
    }
    return seen;
}

}   // namespace

void setFocusInset(QWidget& widget)
{
    widget.setProperty(insetProperty, true);
}

FocusRing::FocusRing(QWidget& window) : QWidget(&window), m_window(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* widget)
{
    m_target = widget != nullptr && m_window.isAncestorOf(widget) ? widget : nullptr;
    place();
}

void FocusRing::place()
{
    const bool wanted = m_keyboard && m_target != nullptr && m_target->isVisible()
                        && m_target->focusPolicy() != Qt::NoFocus
                        && qobject_cast<QAbstractScrollArea*>(m_target) == nullptr;
    const QRect seen = wanted ? visiblePart(*m_target, m_window) : QRect();
    if (seen.isEmpty()) {
        hide();
        return;
    }
    setGeometry(seen);
    show();
    raise();
    update();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (!m_keyboard
            && (key == Qt::Key_Tab || key == Qt::Key_Backtab || (key >= Qt::Key_Left && key <= Qt::Key_Down))) {
            m_keyboard = true;
            place();
        }
        break;
    }
    case QEvent::MouseButtonPress:
        if (m_keyboard) {
            m_keyboard = false;
            place();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Hide:
        // The target may move with any of its parents.
        if (m_keyboard && m_target != nullptr && watched->isWidgetType() && watched != this) {
            const auto* widget = static_cast<QWidget*>(watched);
            if (widget == m_target || widget->isAncestorOf(m_target)) {
                place();
            }
        }
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*)
{
    if (m_target == nullptr) {
        return;
    }
    const QRectF around(mapFromGlobal(m_target->mapToGlobal(QPoint(0, 0))), m_target->size());
    const bool inset = isInset(*m_target);
    const double outside = inset ? -focus::insetInRows - focus::width / 2.0 + 1 : reach - focus::width / 2.0;
    const double corner = inset ? radius::base - focus::insetInRows : focus::radius - focus::width / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().color(Color::focus), focus::width));
    painter.drawRoundedRect(around.adjusted(-outside, -outside, outside, outside), corner, corner);
}

}   // namespace offramp::ui
