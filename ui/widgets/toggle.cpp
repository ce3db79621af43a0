#include "widgets/toggle.h"

#include "style/icon.h"
#include "style/motion.h"
#include "style/theme.h"

#include <QPainter>
#include <QVariantAnimation>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int lockIcon = 14;

}   // namespace

Toggle::Toggle(const QString& accessibleName, QWidget* parent) : QCheckBox(parent), m_slide(new QVariantAnimation(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    m_slide->setStartValue(0.0);
    m_slide->setEndValue(1.0);
    m_slide->setEasingCurve(easing());
    connect(m_slide, &QVariantAnimation::valueChanged, this, [this] { update(); });
    connect(this, &QAbstractButton::toggled, this, &Toggle::slide);
}

void Toggle::lock(const QString& why)
{
    m_locked = true;
    setToolTip(why);
    setAccessibleDescription(why);
    updateGeometry();
    update();
}

void Toggle::nextCheckState()
{
    if (!m_locked) {
        QCheckBox::nextCheckState();
    }
}

// What nobody sees, and what reduced motion keeps still, is there at once.
void Toggle::slide()
{
    m_slide->stop();
    if (!isVisible() || duration(Motion::fast) == 0) {
        return;
    }
    m_slide->setDirection(isChecked() ? QVariantAnimation::Forward : QVariantAnimation::Backward);
    m_slide->setDuration(duration(Motion::fast));
    m_slide->start();
}

int Toggle::lockWidth() const
{
    const Theme& theme = Theme::instance();
    return m_locked ? theme.icon(lockIcon) + theme.space(space::s) : 0;
}

QSize Toggle::sizeHint() const
{
    const Theme& theme = Theme::instance();
    return {lockWidth() + theme.icon(size::toggle[0]),
            std::max({theme.icon(size::toggle[1]), theme.dp(size::touchMin), +size::touchMin})};
}

void Toggle::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);   // a knob and a lock look the same mirrored
        painter.scale(-1, 1);
    }
    if (m_locked) {
        const int side = theme.icon(lockIcon);
        paintIcon(painter, Icon::lock, QRectF(0, (height() - side) / 2, side, side), Color::text2);
    }
    const double high = theme.icon(size::toggle[1]);
    const double wide = theme.icon(size::toggle[0]);
    const QRectF track(lockWidth(), (height() - high) / 2, wide, high);
    const bool on = isChecked();
    const bool over = isEnabled() && !m_locked && underMouse();
    const QColor line = theme.color(!isEnabled() ? Color::textDisabled
                                    : !on        ? Color::trackOff
                                    : over       ? Color::accentHover
                                                 : Color::accent);
    painter.setPen(QPen(line, 1.5));
    painter.setBrush(on ? line : theme.color(over ? Color::hover : Color::surface));
    painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), high / 2 - 0.75, high / 2 - 0.75);
    const double way =
        m_slide->state() == QAbstractAnimation::Running ? m_slide->currentValue().toDouble() : (on ? 1.0 : 0.0);
    const double knob = high / 2 + way * (high / 2 - 8);
    const QPointF centre(track.left() + high / 2 + way * (wide - high), track.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? theme.color(isEnabled() ? Color::onAccent : Color::surface) : line);
    painter.drawEllipse(centre, knob / 2, knob / 2);
}

}   // namespace offramp::ui
