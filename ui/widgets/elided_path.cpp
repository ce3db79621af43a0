#include "widgets/elided_path.h"

#include "style/theme.h"
#include "widgets/accessible.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace offramp::ui {

ElidedPath::ElidedPath(const QString& path, Type type, Color color, QWidget* parent)
    : QWidget(parent), m_path(path), m_type(type), m_color(color)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(path);
    setToolTip(path);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString ElidedPath::shownText() const
{
    return QFontMetrics(Theme::instance().font(m_type)).elidedText(m_path, Qt::ElideMiddle, width());
}

QSize ElidedPath::sizeHint() const
{
    const Theme& theme = Theme::instance();
    return {QFontMetrics(theme.font(m_type)).horizontalAdvance(m_path) + 2, theme.lineHeight(m_type)};
}

QSize ElidedPath::minimumSizeHint() const
{
    const Theme& theme = Theme::instance();
    return {theme.dp(80), theme.lineHeight(m_type)};
}

void ElidedPath::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.font(m_type));
    painter.setPen(theme.color(m_color));
    // Paths are not mirrored, but they stand where the line begins.
    const auto side = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.drawText(rect(), side | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextForceLeftToRight, shownText());
}

}   // namespace offramp::ui
