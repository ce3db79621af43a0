#include "widgets/progress_line.h"

#include "style/motion.h"
#include "style/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVariantAnimation>
#include <algorithm>

namespace offramp::ui {

ProgressLine::ProgressLine(const QString& accessibleName, QWidget* parent) : QProgressBar(parent)
{
    setAccessibleName(accessibleName);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QProgressBar::valueChanged, this, &ProgressLine::move);
}

QSize ProgressLine::sizeHint() const
{
    return {200, Theme::instance().icon(size::progress)};
}

void ProgressLine::setStopped(bool stopped)
{
    m_stopped = stopped;
    move();
    update();
}

double ProgressLine::share() const
{
    const int total = maximum() - minimum();
    return total > 0 ? double(std::clamp(value(), minimum(), maximum()) - minimum()) / total : 0;
}

// Only while somebody sees it: a hidden bar must not wake the computer.
void ProgressLine::move()
{
    if (!isVisible() || !isWaiting() || !turns()) {
        delete m_slide;
        m_slide = nullptr;
    } else if (m_slide == nullptr) {
        m_slide = new QVariantAnimation(this);
        m_slide->setStartValue(-1.0 / 3);
        m_slide->setEndValue(1.0);
        m_slide->setDuration(motion::turn);
        m_slide->setLoopCount(-1);
        connect(m_slide, &QVariantAnimation::valueChanged, this, [this] { update(); });
        m_slide->start();
    }
    delete m_growth;
    m_growth = nullptr;
    if (!isVisible() || duration(Motion::slow) == 0 || m_shown >= share()) {
        m_shown = share();   // also backwards: only growth is shown growing
        update();
        return;
    }
    m_growth = new QVariantAnimation(this);
    m_growth->setStartValue(m_shown);
    m_growth->setEndValue(share());
    m_growth->setDuration(duration(Motion::slow));
    m_growth->setEasingCurve(easing());
    connect(m_growth, &QVariantAnimation::valueChanged, this, [this](const QVariant& now) {
        m_shown = now.toDouble();
        update();
    });
    m_growth->start();
}

void ProgressLine::showEvent(QShowEvent* event)
{
    QProgressBar::showEvent(event);
    move();
}

void ProgressLine::hideEvent(QHideEvent* event)
{
    QProgressBar::hideEvent(event);
    move();
}

bool ProgressLine::event(QEvent* event)
{
    // A new range asks for a repaint and says nothing else.
    if (event->type() == QEvent::Paint && isWaiting() != (m_slide != nullptr) && turns() && isVisible()) {
        move();
    }
    return QProgressBar::event(event);
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const double corner = height() / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Color::bar));
    painter.drawRoundedRect(rect(), corner, corner);
    QPainterPath track;
    track.addRoundedRect(rect(), corner, corner);
    painter.setClipPath(track);
    double left = 0;
    double wide = 0;
    if (isWaiting()) {
        wide = width() / 3.0;
        left = m_slide != nullptr ? m_slide->currentValue().toDouble() * width() : wide;
    } else {
        const double shown = m_growth != nullptr ? m_shown : share();
        wide = shown > 0 ? std::max(shown * width(), double(height())) : 0;
    }
    if (wide > 0) {
        if (layoutDirection() == Qt::RightToLeft) {
            left = width() - left - wide;
        }
        painter.setBrush(theme.color(m_stopped ? Color::lineStrong : Color::accentMark));
        painter.drawRoundedRect(QRectF(left, 0, wide, height()), corner, corner);
    }
}

}   // namespace offramp::ui
