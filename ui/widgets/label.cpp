#include "widgets/label.h"

#include "style/theme.h"
#include "widgets/accessible.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace offramp::ui {

namespace {

// As a text layout wants it: only this character begins a new line there.
QString linesOf(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

// Whole pixels that the longest of the texts fits into.
int longestOf(const QStringList& texts, const QFont& font)
{
    const QFontMetricsF metrics(font);
    qreal longest = 0;
    for (const QString& text : texts) {
        longest = std::max(longest, metrics.horizontalAdvance(text));
    }
    return static_cast<int>(std::ceil(longest)) + 1;
}

}   // namespace

struct Label::Shaped {
    Shaped(const QString& shapedText, const QFont& font, Wrap wrap)
        : text(shapedText), layout(linesOf(shapedText), font)
    {
        QTextOption option;
        option.setWrapMode(wrap == Wrap::words ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
        option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        layout.setTextOption(option);
        layout.setCacheEnabled(true);   // else the glyphs are forgotten with the lines
    }

    QString text;
    QTextLayout layout;
    int width = -1;   // of its lines; negative before there are any
    int height = 0;
    int longestLine = -1;   // as wide as it wants to be; negative before anybody asked, as below
    int longestWord = -1;
    std::vector<std::pair<int, int>> heights;   // at the widths that were asked for
};

Label::Label(const QString& text, Type type, Color color, QWidget* parent, Wrap wrap)
    : QLabel(parent), m_type(type), m_color(color), m_wrap(wrap)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    setTextFormat(Qt::PlainText);
    setText(text);
    QSizePolicy policy(QSizePolicy::Preferred, wrap == Wrap::words ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(wrap == Wrap::words);
    setSizePolicy(policy);
}

Label::~Label() = default;

void Label::setStyle(Type type, Color color)
{
    m_type = type;
    m_color = color;
    updateGeometry();
    update();
}

void Label::setPreferredWidth(int designPixels)
{
    m_preferredWidth = designPixels;
    updateGeometry();
}

void Label::setHeading()
{
    setAccessibleRole(*this, QAccessible::Heading);
}

bool Label::hasHeightForWidth() const
{
    return m_wrap == Wrap::words;
}

Label::Shaped& Label::shaped() const
{
    const QFont font = Theme::instance().font(m_type);
    if (!m_shaped || m_shaped->text != text() || m_shaped->layout.font() != font) {
        m_shaped = std::make_unique<Shaped>(text(), font, m_wrap);
    }
    return *m_shaped;
}

Label::Shaped& Label::laidOut(int width) const
{
    Shaped& shaped = this->shaped();
    if (shaped.width == width) {
        return shaped;
    }
    QTextLayout& layout = shaped.layout;
    const int lineHeight = Theme::instance().lineHeight(m_type);
    int y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_wrap == Wrap::words ? std::max(1, width) : 1e6);
        line.setPosition(QPointF(0, y + (lineHeight - line.height()) / 2));
        y += lineHeight;
    }
    layout.endLayout();
    shaped.width = width;
    shaped.height = std::max(y, lineHeight);
    return shaped;
}

int Label::longestLine() const
{
    Shaped& shaped = this->shaped();
    if (shaped.longestLine < 0) {
        shaped.longestLine = longestOf(shaped.text.split(u'\n'), shaped.layout.font());
    }
    return shaped.longestLine;
}

int Label::heightForWidth(int width) const
{
    if (width >= longestLine()) {
        return Theme::instance().lineHeight(m_type) * static_cast<int>(text().count(u'\n') + 1);
    }
    auto& heights = shaped().heights;
    const auto known = std::find_if(heights.begin(), heights.end(), [&](const auto& at) { return at.first == width; });
    if (known != heights.end()) {
        return known->second;
    }
    constexpr std::size_t enoughForOneSize = 16;   // a window that is being made wider asks for ever new ones
    if (heights.size() == enoughForOneSize) {
        heights.clear();
    }
    return heights.emplace_back(width, laidOut(width).height).second;
}

QSize Label::sizeHint() const
{
    const Theme& theme = Theme::instance();
    int width = longestLine();
    if (m_wrap == Wrap::words) {
        const int widest = theme.dp(m_preferredWidth > 0 ? m_preferredWidth : 640);
        width = std::min(width, widest);
    }
    return {width, m_wrap == Wrap::words ? heightForWidth(width) : theme.lineHeight(m_type)};
}

QSize Label::minimumSizeHint() const
{
    if (m_wrap == Wrap::none) {
        return sizeHint();
    }
    Shaped& shaped = this->shaped();
    if (shaped.longestWord < 0) {
        shaped.longestWord = longestOf(text().replace(u'\n', u' ').split(u' '), shaped.layout.font());
    }
    // A path or an address is one very long word; it may break anywhere.
    const int widest = Theme::instance().dp(160);
    return {std::min(widest, shaped.longestWord), Theme::instance().lineHeight(m_type)};
}

void Label::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setPen(theme.color(isEnabled() ? m_color : Color::textDisabled));
    const Shaped& shaped = laidOut(width());
    const QTextLayout& layout = shaped.layout;
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), alignment());
    const int top = (side & Qt::AlignVCenter) ? (height() - shaped.height) / 2 : 0;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        qreal left = 0;
        if (side & Qt::AlignRight) {
            left = width() - line.naturalTextWidth();
        } else if (side & Qt::AlignHCenter) {
            left = (width() - line.naturalTextWidth()) / 2;
        }
        // A right-to-left line already stands at the right of its box.
        if (text().isRightToLeft()) {
            left -= line.width() - line.naturalTextWidth();
        }
        line.draw(&painter, QPointF(left, top));
    }
}

}   // namespace offramp::ui
