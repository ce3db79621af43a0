#include "widgets/button.h"

#include "widgets/painting.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int normalIcon = 18;
constexpr int flushIcon = 16;
constexpr int textFlags = Qt::TextWordWrap | Qt::TextShowMnemonic;

struct Look {
    QColor fill;
    QColor line;
    QColor text;
    bool framed;
};

}   // namespace

Button::Button(const QString& text, ButtonKind kind, QWidget* parent, ButtonSize size)
    : QPushButton(text, parent), m_kind(kind), m_size(size)
{
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    if (kind == ButtonKind::quiet) {
        setCursor(Qt::PointingHandCursor);
    }
}

void Button::setLeadingIcon(Icon icon)
{
    m_leading = icon;
    updateGeometry();
}

void Button::setTrailingIcon(Icon icon)
{
    m_trailing = icon;
    updateGeometry();
}

void Button::setFlush()
{
    m_flush = true;
    updateGeometry();
}

QFont Button::textFont() const
{
    QFont font = Theme::instance().font(m_size == ButtonSize::small || m_flush ? Type::small : Type::button);
    font.setWeight(m_kind == ButtonKind::primary ? QFont::DemiBold
                   : m_kind == ButtonKind::quiet ? QFont::Normal
                                                 : QFont::Medium);
    return font;
}

int Button::sidePadding() const
{
    if (m_flush) {
        return 0;
    }
    return Theme::instance().space(m_kind == ButtonKind::quiet ? space::s : space::m);
}

int Button::iconsWidth() const
{
    const Theme& theme = Theme::instance();
    const int each = theme.icon(m_flush ? flushIcon : normalIcon) + theme.space(m_flush ? space::half + 2 : space::s);
    return (m_leading ? each : 0) + (m_trailing ? each : 0);
}

QRect Button::textRect(int width) const
{
    const QFontMetrics metrics(textFont());
    const int room = std::max(1, width - 2 * sidePadding() - iconsWidth());
    return metrics.boundingRect(QRect(0, 0, room, 10000), textFlags, text());
}

int Button::heightForWidth(int width) const
{
    const Theme& theme = Theme::instance();
    const int design = m_size == ButtonSize::small || m_flush ? size::buttonSmall : size::button;
    const int padding = theme.largeText() ? 2 * theme.space(space::inner) : theme.dp(design - 20);
    const int natural = textRect(width).height() + padding;
    const int oneLine =
        theme.largeText() ? theme.lineHeight(Type::button) + padding : std::max<int>(size::touchMin, theme.dp(design));
    return std::max(oneLine, textRect(width).height() > QFontMetrics(textFont()).height() * 3 / 2 ? natural : oneLine);
}

QSize Button::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    const int width = metrics.size(Qt::TextShowMnemonic, text()).width() + 2 + 2 * sidePadding() + iconsWidth();
    return {width, heightForWidth(width)};
}

QSize Button::minimumSizeHint() const
{
    const QFontMetrics metrics(textFont());
    int widest = 0;
    for (const QString& word : text().split(u' ')) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return {widest + 2 + 2 * sidePadding() + iconsWidth(), Theme::instance().dp(size::touchMin)};
}

bool Button::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QPushButton::event(event);
}

void Button::keyPressEvent(QKeyEvent* event)
{
    // Outside dialogs Qt lets only the space bar press a button; people expect Enter as well.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Button::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const bool hover = underMouse();
    const bool pressed = isDown();
    const auto pick = [&](Color rest, Color over, Color down) {
        return theme.color(pressed ? down : hover ? over : rest);
    };
    const QColor clear(Qt::transparent);
    Look look{clear, clear, theme.color(Color::accentText), false};
    switch (m_kind) {
    case ButtonKind::primary:
        look = {pick(Color::accent, Color::accentHover, Color::accentPressed), clear, theme.color(Color::onAccent),
                true};
        break;
    case ButtonKind::secondary:
        look = {pick(Color::surface, Color::hover, Color::pressed), theme.color(Color::lineControl),
                theme.color(Color::text), true};
        break;
    case ButtonKind::danger:
        look = {pick(Color::surface, Color::affectedSoft, Color::affectedSoft), theme.color(Color::affected),
                theme.color(Color::affectedText), true};
        break;
    case ButtonKind::quiet:
        if (!m_flush && (hover || pressed)) {
            look.fill = theme.color(Color::accentSoft);
        }
        break;
    }
    if (!isEnabled()) {
        look.text = theme.color(Color::textDisabled);
        look.line = look.framed ? theme.color(Color::line) : clear;
        look.fill = look.framed ? theme.color(Color::sunken) : clear;
    }
    QPainter painter(this);
    if (look.fill.alpha() > 0 || look.framed) {
        paintRounded(painter, rect(), radius::base, look.fill, look.line,
                     look.line.alpha() > 0 ? Border::solid : Border::none);
    }

    QFont font = textFont();
    font.setUnderline(m_flush && hover && isEnabled());
    painter.setFont(font);
    painter.setPen(look.text);
    const int icon = theme.icon(m_flush ? flushIcon : normalIcon);
    const int gap = iconsWidth() > 0 ? iconsWidth() / ((m_leading ? 1 : 0) + (m_trailing ? 1 : 0)) - icon : 0;
    const int textWidth = std::min(QFontMetrics(font).size(Qt::TextShowMnemonic, text()).width() + 2,
                                   width() - 2 * sidePadding() - iconsWidth());
    const int used = textWidth + iconsWidth();
    int x = m_flush ? 0 : (width() - used) / 2;
    const auto place = [&](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide, height()));
    };
    if (m_leading) {
        const QRect box = place(x, icon);
        paintIcon(painter, *m_leading, QRectF(box.x(), (height() - icon) / 2, icon, icon), look.text);
        x += icon + gap;
    }
    const int side =
        m_flush ? static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                : static_cast<int>(Qt::AlignCenter);
    painter.drawText(place(x, textWidth), side | textFlags | textDirection(text()), text());
    if (m_trailing) {
        const QRect box = place(x + textWidth + gap, icon);
        paintIcon(painter, *m_trailing, QRectF(box.x(), (height() - icon) / 2, icon, icon), look.text);
    }
}

}   // namespace offramp::ui
