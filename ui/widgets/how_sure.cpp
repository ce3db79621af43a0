#include "widgets/how_sure.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace offramp::ui {

namespace {

constexpr int stepWidth = 4;
constexpr int stepGap = 2;
constexpr int steps = 3;

int stepsWidth()
{
    return Theme::instance().icon(steps * stepWidth + (steps - 1) * stepGap);
}

}   // namespace

HowSure::HowSure(Confidence confidence, const QString& word, QWidget* parent)
    : QWidget(parent), m_confidence(confidence), m_word(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(word);
}

QSize HowSure::sizeHint() const
{
    const Theme& theme = Theme::instance();
    return {stepsWidth() + theme.space(6) + QFontMetrics(theme.font(Type::caption)).horizontalAdvance(m_word) + 2,
            theme.lineHeight(Type::caption)};
}

void HowSure::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const int filled = m_confidence == Confidence::certain ? 3 : m_confidence == Confidence::likely ? 2 : 1;
    QPainter painter(this);
    const int wide = theme.icon(stepWidth);
    const int bottom = height() - (height() - theme.icon(12)) / 2;
    for (int i = 0; i < steps; ++i) {
        const int high = theme.icon(4 + 4 * i);
        const QRect step(i * (wide + theme.icon(stepGap)), bottom - high, wide, high);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), step),
                         theme.color(i < filled ? Color::text2 : Color::bar));
    }
    painter.setFont(theme.font(Type::caption));
    painter.setPen(theme.color(Color::text2));
    const int left = stepsWidth() + theme.space(6);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width() - left, height())),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | textDirection(m_word),
                     m_word);
}

}   // namespace offramp::ui
