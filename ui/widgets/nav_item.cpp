#include "widgets/nav_item.h"

#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace offramp::ui {

namespace {

constexpr int barWidth = 3;
constexpr int barHeight = 20;

}   // namespace

NavItem::NavItem(Icon icon, const QString& name, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
{
    setAccessibleRole(*this, QAccessible::PageTab);
    setName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavItem::setName(const QString& name)
{
    setText(name);
    setCount(m_count);
    setFolded(m_folded);
}

void NavItem::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? text() + QStringLiteral(", ") + QLocale().toString(count) : text());
    update();
}

void NavItem::setFolded(bool folded)
{
    m_folded = folded;
    setToolTip(folded ? text() : QString());
    updateGeometry();
    update();
}

QSize NavItem::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const int folded = theme.icon(size::iconNav) + 2 * theme.space(14);
    return {folded, m_folded && theme.largeText() ? folded : theme.dp(size::navItem)};
}

int NavItem::fullWidth() const
{
    const Theme& theme = Theme::instance();
    const auto wide = [&](Type type, const QString& words) {
        return QFontMetrics(theme.font(type)).horizontalAdvance(words);
    };
    const int count = m_count > 0 ? wide(Type::caption, QLocale().toString(m_count)) : 0;
    return theme.space(13) + theme.icon(size::iconNav) + theme.space(space::inner + 2) + wide(Type::bodyStrong, text())
           + theme.space(space::s) + count + theme.space(13);
}

void NavItem::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const auto place = [&](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide, height()));
    };
    if (isChecked()) {
        paintRounded(painter, rect(), radius::base, theme.color(Color::surface), theme.color(Color::line));
        const int high = m_folded ? theme.icon(barHeight) : theme.dp(barHeight) * 4 / 5;
        const QRect bar = place(1, barWidth);
        painter.fillRect(QRect(bar.x(), (height() - high) / 2, barWidth, high), theme.color(Color::accentMark));
    } else if (underMouse() || isDown()) {
        paintRounded(painter, rect(), radius::base, theme.color(isDown() ? Color::pressed : Color::hover), QColor(),
                     Border::none);
    }
    const int icon = theme.icon(size::iconNav);
    const int iconLeft = m_folded ? (width() - icon) / 2 : theme.space(13);
    const QRect iconBox = place(iconLeft, icon);
    const Color ink = isChecked() ? Color::accentText : Color::text2;
    paintIcon(painter, m_icon, QRectF(iconBox.x(), (height() - icon) / 2.0, icon, icon), ink);
    if (m_folded) {
        return;
    }
    const int left = iconLeft + icon + theme.space(space::inner + 2);
    painter.setFont(theme.font(isChecked() ? Type::bodyStrong : Type::body));
    painter.setPen(theme.color(isChecked() ? Color::text : Color::text2));
    const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const auto trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    painter.drawText(place(left, width() - left), static_cast<int>(leading) | textDirection(text()), text());
    if (m_count > 0) {
        painter.setFont(theme.font(Type::caption));
        painter.setPen(theme.color(Color::text2));
        painter.drawText(place(left, width() - left - theme.space(13)), static_cast<int>(trailing),
                         QLocale().toString(m_count));
    }
}

}   // namespace offramp::ui
