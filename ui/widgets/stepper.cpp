#include "widgets/stepper.h"

#include "style/icon.h"
#include "text/format.h"
#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int gapBelowNumber = 4;
constexpr int betweenNames = 8;
constexpr int dashWidth = 32;
constexpr int dashGap = 6;
constexpr int dashHeight = 4;
constexpr int tick = 16;

QFont nameFont(bool current)
{
    QFont font = Theme::instance().font(Type::small);
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    return font;
}

int leading(Qt::LayoutDirection direction)
{
    return static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter);
}

}   // namespace

Stepper::Stepper(const QString& accessibleName, const QStringList& steps, QWidget* parent)
    : QWidget(parent), m_steps(steps)
{
    setAccessibleRole(*this, QAccessible::List);
    setAccessibleName(accessibleName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);   // Fixed would forbid a second line
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        auto* item = new QWidget(this);
        setAccessibleRole(*item, QAccessible::ListItem);
        item->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_spoken.append(item);
    }
    speak();
}

void Stepper::setCurrent(int step)
{
    m_current = std::clamp(step, 0, static_cast<int>(m_steps.size()));
    speak();
    update();
}

void Stepper::speak()
{
    for (int i = 0; i < m_steps.size(); ++i) {
        const QString state = i < m_current ? tr("done") : i == m_current ? tr("current step") : tr("to come");
        m_spoken[i]->setAccessibleName(
            tr("Step %1 of %2, %3, %4").arg(number(i + 1), number(m_steps.size()), m_steps[i], state));
    }
}

QString Stepper::compactText() const
{
    const auto last = static_cast<int>(m_steps.size());
    return tr("Step %1 of %2").arg(number(std::min(m_current + 1, last)), number(last));
}

// All names get the room of the longest one, as bold as it can become.
int Stepper::columnWidth() const
{
    const QFontMetrics metrics(nameFont(true));
    int widest = 0;
    for (const QString& step : m_steps) {
        widest = std::max(widest, metrics.horizontalAdvance(step));
    }
    return widest + Theme::instance().dp(betweenNames);
}

bool Stepper::compactAt(int width) const
{
    return Theme::instance().largeText() || columnWidth() * m_steps.size() > width;
}

int Stepper::heightForWidth(int width) const
{
    const Theme& theme = Theme::instance();
    if (!compactAt(width)) {
        return theme.dp(size::stepper);
    }
    const QFontMetrics strong(theme.font(Type::bodyStrong));
    const QFontMetrics plain(theme.font(Type::body));
    int longest = 0;
    for (const QString& step : m_steps) {
        longest = std::max(longest, plain.horizontalAdvance(step));
    }
    const int words = strong.horizontalAdvance(compactText()) + theme.space(space::inner) + longest;
    const int lines = words + 2 * theme.space(space::m) > width ? 2 : 1;
    return lines * theme.lineHeight(Type::body) + theme.space(space::s) + theme.icon(dashHeight)
           + 2 * theme.space(space::inner);
}

QSize Stepper::sizeHint() const
{
    const int width = columnWidth() * static_cast<int>(m_steps.size());
    return {width, heightForWidth(width)};
}

QSize Stepper::minimumSizeHint() const
{
    const Theme& theme = Theme::instance();
    const int words = QFontMetrics(theme.font(Type::bodyStrong)).horizontalAdvance(compactText());
    return {words + 2 * theme.space(space::m), theme.lineHeight(Type::body)};
}

void Stepper::arrange()
{
    const auto count = static_cast<int>(m_spoken.size());
    for (int i = 0; i < count; ++i) {
        const int left = width() * i / count;
        m_spoken[i]->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width() * (i + 1) / count - left, height())));
    }
}

void Stepper::resizeEvent(QResizeEvent*)
{
    arrange();
}

bool Stepper::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange) {
        arrange();
    }
    return QWidget::event(event);
}

void Stepper::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::instance().color(Color::rail));
    if (isCompact()) {
        paintCompact(painter);
    } else {
        paintSteps(painter);
    }
}

void Stepper::paintSteps(QPainter& painter) const
{
    const Theme& theme = Theme::instance();
    const int across = theme.icon(size::stepNumber);
    const int nameHeight = theme.lineHeight(Type::small);
    const int top = (height() - across - theme.dp(gapBelowNumber) - nameHeight) / 2;
    const auto centre = [&](int step) {
        return QPointF(m_spoken[step]->geometry().center().x() + 0.5, top + across / 2.0);
    };
    const auto count = static_cast<int>(m_steps.size());
    for (int i = 0; i + 1 < count; ++i) {
        const bool passed = i < m_current;
        const double way = centre(i + 1).x() > centre(i).x() ? 1 : -1;
        painter.setPen(QPen(theme.color(passed ? Color::accentMark : Color::lineControl), 2));
        painter.drawLine(centre(i) + QPointF(way * across / 2, 0), centre(i + 1) - QPointF(way * across / 2, 0));
    }
    for (int i = 0; i < count; ++i) {
        const QPointF middle = centre(i);
        const bool done = i < m_current;
        const bool current = i == m_current;
        const QRectF circle(middle.x() - across / 2.0, middle.y() - across / 2.0, across, across);
        if (done) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Color::accent));
            painter.drawEllipse(circle);
            const double side = theme.icon(tick);
            paintIcon(painter, Icon::check, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side),
                      Color::onAccent);
        } else {
            painter.setPen(QPen(theme.color(current ? Color::accentMark : Color::lineStrong), current ? 2 : 1.5));
            painter.setBrush(theme.color(current ? Color::surface : Color::rail));
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
            painter.setFont(nameFont(true));
            painter.setPen(theme.color(current ? Color::accentText : Color::text2));
            painter.drawText(circle, Qt::AlignCenter, number(i + 1));
        }
        painter.setFont(nameFont(current));
        painter.setPen(theme.color(current ? Color::text : Color::text2));
        const QRect place = m_spoken[i]->geometry();
        painter.drawText(QRect(place.x(), top + across + theme.dp(gapBelowNumber), place.width(), nameHeight),
                         Qt::AlignCenter | textDirection(m_steps[i]), m_steps[i]);
    }
}

void Stepper::paintCompact(QPainter& painter) const
{
    const Theme& theme = Theme::instance();
    const int side = theme.space(space::m);
    const int line = theme.lineHeight(Type::body);
    const int top = theme.space(space::inner);
    const auto put = [&](const QFont& font, Color ink, const QString& text, int left, int y) {
        painter.setFont(font);
        painter.setPen(theme.color(ink));
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, y, width() - left - side, line)),
                         leading(layoutDirection()) | Qt::TextSingleLine | textDirection(text), text);
    };
    const QString name = m_steps.value(std::min(m_current, static_cast<int>(m_steps.size()) - 1));
    const bool twoLines = heightForWidth(width()) > 2 * line + theme.icon(dashHeight);
    put(theme.font(Type::bodyStrong), Color::text, compactText(), side, top);
    const int beside =
        side + QFontMetrics(theme.font(Type::bodyStrong)).horizontalAdvance(compactText()) + theme.space(space::inner);
    const bool below =
        twoLines && beside + QFontMetrics(theme.font(Type::body)).horizontalAdvance(name) + side > width();
    put(theme.font(Type::body), Color::text2, name, below ? side : beside, below ? top + line : top);

    const auto count = static_cast<int>(m_steps.size());
    const int gap = theme.icon(dashGap);
    const int wide = std::min(theme.dp(dashWidth), (width() - 2 * side - (count - 1) * gap) / std::max(1, count));
    const int high = theme.icon(dashHeight);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < count; ++i) {
        const QRect dash(side + i * (wide + gap), height() - top - high, wide, high);
        painter.setBrush(theme.color(i <= m_current ? Color::accentMark : Color::bar));
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), dash), high / 2.0, high / 2.0);
    }
}

}   // namespace offramp::ui
