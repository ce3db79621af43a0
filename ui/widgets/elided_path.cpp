#include "widgets/elided_path.h"

#include "style/theme.h"
#include "widgets/accessible.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace offramp::ui {

ElidedPath::ElidedPath(const QString& path, QWidget* parent) : QWidget(parent), m_path(path)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(path);
    setToolTip(path);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString ElidedPath::shownText() const
{
    return QFontMetrics(Theme::instance().font(Type::path)).elidedText(m_path, Qt::ElideMiddle, width());
}

QSize ElidedPath::sizeHint() const
{
    const Theme& theme = Theme::instance();
    return {QFontMetrics(theme.font(Type::path)).horizontalAdvance(m_path) + 2, theme.lineHeight(Type::path)};
}

QSize ElidedPath::minimumSizeHint() const
{
    const Theme& theme = Theme::instance();
    return {theme.dp(80), theme.lineHeight(Type::path)};
}

void ElidedPath::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.font(Type::path));
    painter.setPen(theme.color(Color::text2));
    // Paths are not mirrored, but they stand where the line begins.
    const auto side = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.drawText(rect(), side | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextForceLeftToRight, shownText());
}

}   // namespace offramp::ui
