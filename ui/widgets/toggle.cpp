#include "widgets/toggle.h"

#include "style/theme.h"

#include <QPainter>

namespace offramp::ui {

Toggle::Toggle(const QString& accessibleName, QWidget* parent) : QCheckBox(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Toggle::sizeHint() const
{
    const Theme& theme = Theme::instance();
    return {theme.icon(size::toggle[0]),
            std::max({theme.icon(size::toggle[1]), theme.dp(size::touchMin), +size::touchMin})};
}

void Toggle::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const double high = theme.icon(size::toggle[1]);
    const double wide = theme.icon(size::toggle[0]);
    const QRectF track(0, (height() - high) / 2, wide, high);
    const bool on = isChecked();
    const QColor line = theme.color(!isEnabled() ? Color::line : on ? Color::accent : Color::trackOff);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.5));
    painter.setBrush(on ? line : QColor(Qt::transparent));
    painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), high / 2 - 0.75, high / 2 - 0.75);
    const double knob = on ? high - 8 : high / 2;
    const bool atRight = on != (layoutDirection() == Qt::RightToLeft);
    const QPointF centre(atRight ? track.right() - high / 2 : track.left() + high / 2, track.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? theme.color(Color::onAccent) : line);
    painter.drawEllipse(centre, knob / 2, knob / 2);
}

}   // namespace offramp::ui
