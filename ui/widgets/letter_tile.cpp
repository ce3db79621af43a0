#include "widgets/letter_tile.h"

#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QPainter>

namespace offramp::ui {

LetterTile::LetterTile(const QString& name, QWidget* parent) : QWidget(parent), m_letter(name.left(1).toUpper())
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::Graphic);
}

QSize LetterTile::sizeHint() const
{
    const int size = Theme::instance().icon(size::tile);
    return {size, size};
}

void LetterTile::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    paintRounded(painter, rect(), radius::base, theme.color(Color::sunken), theme.color(Color::line));
    painter.setFont(theme.font(Type::subtitle));
    painter.setPen(theme.color(Color::text2));
    painter.drawText(rect(), Qt::AlignCenter, m_letter);
}

}   // namespace offramp::ui
