#include "widgets/status_pill.h"

#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace offramp::ui {

namespace {

QFont wordFont()
{
    QFont font = Theme::instance().font(Type::caption);
    font.setWeight(QFont::Medium);
    return font;
}

}   // namespace

StatusPill::StatusPill(Tone tone, const QString& word, QWidget* parent) : QWidget(parent), m_tone(tone), m_word(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(word);
}

QSize StatusPill::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const int width = QFontMetrics(wordFont()).horizontalAdvance(m_word) + 2;
    return {theme.space(space::s) + theme.icon(size::iconPill) + theme.space(6) + width + theme.space(10),
            theme.dp(size::pill)};
}

void StatusPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const ToneLook look = lookOf(m_tone);
    QPainter painter(this);
    paintRounded(painter, rect(), radius::base, theme.color(look.soft), theme.color(look.line),
                 look.dashed ? Border::dashed : Border::solid);
    const int icon = theme.icon(size::iconPill);
    const QRect iconBox =
        QStyle::visualRect(layoutDirection(), rect(), QRect(theme.space(space::s), 0, icon, height()));
    paintIcon(painter, look.icon, QRectF(iconBox.x(), (height() - icon) / 2.0, icon, icon), look.mark);
    const int left = theme.space(space::s) + icon + theme.space(6);
    painter.setFont(wordFont());
    painter.setPen(theme.color(look.text));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width() - left, height())),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | textDirection(m_word),
                     m_word);
}

}   // namespace offramp::ui
