#include "widgets/choice.h"

#include "style/icon.h"
#include "widgets/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int dot = 7;
constexpr double frame = 1.5;

int markSize()
{
    return Theme::instance().icon(size::tick);
}

int textLeft()
{
    return markSize() + Theme::instance().space(space::s);
}

int heightAt(const QAbstractButton& button, int width)
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Type::body));
    const int room = std::max(1, width - textLeft());
    const int words = metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, button.text()).height();
    return std::max({words, markSize(), theme.dp(size::touchMin), +size::touchMin});
}

QSize hintOf(const QAbstractButton& button)
{
    const QFontMetrics metrics(Theme::instance().font(Type::body));
    const int width = button.text().isEmpty() ? markSize() : textLeft() + metrics.horizontalAdvance(button.text()) + 2;
    return {width, heightAt(button, width)};
}

QSize leastOf(const QAbstractButton& button)
{
    const QFontMetrics metrics(Theme::instance().font(Type::body));
    int widest = 0;
    for (const QString& word : button.text().split(u' ')) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return {button.text().isEmpty() ? markSize() : textLeft() + widest + 2, Theme::instance().dp(size::touchMin)};
}

void prepare(QAbstractButton& button)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    button.setSizePolicy(policy);
    button.setFocusPolicy(Qt::StrongFocus);
    button.setAttribute(Qt::WA_Hover);
}

QRectF markBox(const QAbstractButton& button)
{
    const int side = markSize();
    const QRect box = QStyle::visualRect(button.layoutDirection(), button.rect(), QRect(0, 0, side, button.height()));
    return QRectF(box.x(), (button.height() - side) / 2, side, side);
}

struct MarkLook {
    QColor line;
    QColor fill;
    QColor inside;
};

MarkLook lookOf(const QAbstractButton& button)
{
    const Theme& theme = Theme::instance();
    const bool on = button.isChecked();
    if (!button.isEnabled()) {
        // Says whether it is on, and is quiet about it.
        return {theme.color(Color::textDisabled), theme.color(Color::sunken), theme.color(Color::textDisabled)};
    }
    const bool down = button.isDown();
    const bool over = button.underMouse();
    if (on) {
        const QColor fill = theme.color(down ? Color::accentPressed : over ? Color::accentHover : Color::accent);
        return {fill, fill, theme.color(Color::onAccent)};
    }
    return {theme.color(Color::lineStrong),
            theme.color(down   ? Color::pressed
                        : over ? Color::hover
                               : Color::surface),
            QColor()};
}

void paintText(QPainter& painter, const QAbstractButton& button)
{
    const Theme& theme = Theme::instance();
    const QRect area = QStyle::visualRect(button.layoutDirection(), button.rect(),
                                          QRect(textLeft(), 0, button.width() - textLeft(), button.height()));
    painter.setFont(theme.font(Type::body));
    painter.setPen(theme.color(button.isEnabled() ? Color::text : Color::textDisabled));
    painter.drawText(
        area,
        static_cast<int>(QStyle::visualAlignment(button.layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
            | Qt::TextWordWrap | textDirection(button.text()),
        button.text());
}

}   // namespace

TickBox::TickBox(const QString& text, QWidget* parent) : QCheckBox(text, parent)
{
    prepare(*this);
}

int TickBox::heightForWidth(int width) const
{
    return heightAt(*this, width);
}

QSize TickBox::sizeHint() const
{
    return hintOf(*this);
}

QSize TickBox::minimumSizeHint() const
{
    return leastOf(*this);
}

void TickBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF box = markBox(*this);
    const MarkLook look = lookOf(*this);
    paintRounded(painter, box, radius::tick, look.fill, look.line, Border::solid, frame);
    if (isChecked()) {
        const double inset = box.width() / 9;
        paintIcon(painter, Icon::check, box.adjusted(inset, inset, -inset, -inset), look.inside);
    }
    paintText(painter, *this);
}

RadioChoice::RadioChoice(const QString& text, QWidget* parent) : QRadioButton(text, parent)
{
    prepare(*this);
}

int RadioChoice::heightForWidth(int width) const
{
    return heightAt(*this, width);
}

QSize RadioChoice::sizeHint() const
{
    return hintOf(*this);
}

QSize RadioChoice::minimumSizeHint() const
{
    return leastOf(*this);
}

void RadioChoice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF box = markBox(*this);
    const MarkLook look = lookOf(*this);
    paintRounded(painter, box, box.width() / 2, look.fill, look.line, Border::solid, frame);
    if (isChecked()) {
        const double across = Theme::instance().icon(dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.inside);
        painter.drawEllipse(box.center(), across / 2, across / 2);
    }
    paintText(painter, *this);
}

}   // namespace offramp::ui
