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

StatusPill::StatusPill(Tone tone, const QString& word, QWidget* parent) : StatusPill(word, parent)
{
    m_tone = tone;
}

StatusPill::StatusPill(const QString& remark, QWidget* parent) : QWidget(parent), m_word(remark)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(remark);
}

int StatusPill::wordLeft() const
{
    const Theme& theme = Theme::instance();
    return m_tone ? theme.space(space::s) + theme.icon(size::iconPill) + theme.space(6) : theme.space(10);
}

QSize StatusPill::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const int width = QFontMetrics(wordFont()).horizontalAdvance(m_word) + 2;
    return {wordLeft() + width + theme.space(10), theme.dp(size::pill)};
}

void StatusPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    Color ink = Color::text2;
    if (m_tone) {
        const ToneLook look = lookOf(*m_tone);
        ink = look.text;
        paintRounded(painter, rect(), radius::base, theme.color(look.soft), theme.color(look.line),
                     look.dashed ? Border::dashed : Border::solid);
        const int icon = theme.icon(size::iconPill);
        const QRect box =
            QStyle::visualRect(layoutDirection(), rect(), QRect(theme.space(space::s), 0, icon, height()));
        paintIcon(painter, look.icon, QRectF(box.x(), (height() - icon) / 2.0, icon, icon), look.mark);
    } else {
        paintRounded(painter, rect(), radius::base, theme.color(Color::sunken), theme.color(Color::line));
    }
    const int left = wordLeft();
    painter.setFont(wordFont());
    painter.setPen(theme.color(ink));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width() - left, height())),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | textDirection(m_word),
                     m_word);
}

}   // namespace offramp::ui
