#include "widgets/segments.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/focus_ring.h"
#include "widgets/painting.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int textFlags = Qt::AlignCenter | Qt::TextWordWrap;
constexpr int segmentHeight = 36;

QFont fontFor(bool picked)
{
    return Theme::instance().font(picked ? Type::bodyStrong : Type::body);
}

}   // namespace

Segment::Segment(const QString& text, Segments* parent) : QAbstractButton(parent)
{
    setAccessibleRole(*this, QAccessible::RadioButton);
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setFocusInset(*this);
    setAttribute(Qt::WA_Hover);
}

int Segment::padding() const
{
    return Theme::instance().space(space::s);
}

int Segment::naturalWidth() const
{
    return QFontMetrics(fontFor(true)).horizontalAdvance(text()) + 2 + 2 * padding();
}

int Segment::narrowestWidth() const
{
    const QFontMetrics metrics(fontFor(true));
    int widest = 0;
    for (const QString& word : text().split(u' ')) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return widest + 2 + 2 * padding();
}

int Segment::heightAt(int width) const
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(fontFor(true));
    const int text =
        metrics.boundingRect(QRect(0, 0, std::max(1, width - 2 * padding()), 10000), textFlags, this->text()).height();
    const int oneLine = std::max<int>(size::touchMin, theme.dp(segmentHeight) - 2);   // the frame is outside
    return std::max(oneLine, text + theme.space(space::inner));
}

QSize Segment::sizeHint() const
{
    return {naturalWidth(), heightAt(naturalWidth())};
}

void Segment::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: static_cast<Segments*>(parentWidget())->moveFrom(this, event->key()); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void Segment::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    // The frame's corners stay round: what is tinted is clipped by the frame's own shape.
    QPainterPath frame;
    const QRectF whole = QRectF(parentWidget()->rect()).translated(-pos()).adjusted(1, 1, -1, -1);
    frame.addRoundedRect(whole, radius::base - 1, radius::base - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(frame);
    const Color ground = isChecked()    ? Color::accentSoft
                         : isDown()     ? Color::pressed
                         : underMouse() ? Color::hover
                                        : Color::surface;
    painter.fillRect(rect(), theme.color(ground));
    painter.setFont(fontFor(isChecked()));
    painter.setPen(theme.color(!isEnabled() ? Color::textDisabled : isChecked() ? Color::accentText : Color::text2));
    const int side = padding();
    painter.drawText(rect().adjusted(side, 0, -side, 0), textFlags | textDirection(text()), text());
}

Segments::Segments(const QString& accessibleName, QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(accessibleName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);   // Fixed would forbid a second line
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int Segments::addSegment(const QString& text)
{
    auto* segment = new Segment(text, this);
    const int position = static_cast<int>(m_segments.size());
    segment->setObjectName(QStringLiteral("segment%1").arg(position));
    m_segments.append(segment);
    connect(segment, &QAbstractButton::clicked, this, [this, position] {
        setCurrent(position);
        emit chosen(position);
    });
    updateGeometry();
    return position;
}

void Segments::setCurrent(int segment)
{
    m_segments.at(segment)->setChecked(true);
    // One stop for the Tab key, on the picked one; arrows move inside.
    for (int i = 0; i < m_segments.size(); ++i) {
        m_segments[i]->setFocusPolicy(i == segment ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

int Segments::current() const
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i]->isChecked()) {
            return i;
        }
    }
    return -1;
}

void Segments::moveFrom(const Segment* segment, int key)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool forward = key == Qt::Key_Down || key == (mirrored ? Qt::Key_Left : Qt::Key_Right);
    const auto count = m_segments.size();
    const auto here = m_segments.indexOf(const_cast<Segment*>(segment));
    const auto next = static_cast<int>((here + (forward ? 1 : count - 1)) % count);
    setCurrent(next);
    m_segments[next]->setFocus(Qt::TabFocusReason);
    emit chosen(next);
}

QList<QRect> Segments::places(int width) const
{
    QList<QRect> places;
    if (m_segments.isEmpty()) {
        return places;
    }
    const int inner = std::max(1, width - 2);
    int natural = 0;
    int narrowest = 0;
    for (const Segment* segment : m_segments) {
        natural += segment->naturalWidth() + 1;
        narrowest += segment->narrowestWidth() + 1;
    }
    const bool stacked = Theme::instance().largeText() || narrowest > inner;
    if (stacked) {
        int y = 1;
        for (const Segment* segment : m_segments) {
            const int height = segment->heightAt(inner);
            places.append(QRect(1, y, inner, height));
            y += height + 1;
        }
        return places;
    }
    // What is over, or missing, is shared by all; nobody gets less than its longest word.
    QList<int> widths;
    const bool wraps = natural > inner;
    const int count = static_cast<int>(m_segments.size());
    const double spare = inner - (count - 1) - (wraps ? narrowest - count : natural - count);
    int used = 0;
    for (int i = 0; i < count; ++i) {
        const Segment* segment = m_segments[i];
        const int own = wraps ? segment->narrowestWidth() : segment->naturalWidth();
        const double wish = wraps ? segment->naturalWidth() - own : 1;
        const double all = wraps ? std::max(1, natural - narrowest) : count;
        const int wide = i + 1 == count ? inner - used : own + static_cast<int>(spare * wish / all);
        widths.append(wide);
        used += wide + 1;
    }
    int height = 0;
    for (int i = 0; i < count; ++i) {
        height = std::max(height, m_segments[i]->heightAt(widths[i]));
    }
    int x = 1;
    for (const int wide : widths) {
        places.append(QRect(x, 1, wide, height));
        x += wide + 1;
    }
    return places;
}

int Segments::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 2;
}

QSize Segments::sizeHint() const
{
    int natural = 1;
    for (const Segment* segment : m_segments) {
        natural += segment->naturalWidth() + 1;
    }
    return {natural, heightForWidth(natural)};
}

QSize Segments::minimumSizeHint() const
{
    int widest = 0;
    for (const Segment* segment : m_segments) {
        widest = std::max(widest, segment->narrowestWidth());
    }
    return {widest + 2, Theme::instance().dp(segmentHeight)};
}

void Segments::resizeEvent(QResizeEvent*)
{
    const QList<QRect> all = places(width());
    for (int i = 0; i < m_segments.size(); ++i) {
        m_segments[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), all[i]));
    }
}

void Segments::paintEvent(QPaintEvent*)
{
    // The frame shows through the pixels between the segments.
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    paintRounded(painter, rect(), radius::base, theme.color(Color::lineControl), theme.color(Color::lineControl));
}

}   // namespace offramp::ui
