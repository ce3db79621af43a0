#include "widgets/fold_box.h"

#include "style/motion.h"

#include <QEvent>
#include <QLayout>
#include <QVariantAnimation>
#include <algorithm>

namespace offramp::ui {

FoldBox::FoldBox(QWidget* content, Start start, QWidget* parent)
    : QWidget(parent), m_content(content), m_fold(new QVariantAnimation(this)), m_share(start == Start::open ? 1 : 0),
      m_open(start == Start::open)
{
    m_content->setParent(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVisible(m_open);
    m_fold->setEasingCurve(easing());
    connect(m_fold, &QVariantAnimation::valueChanged, this, [this](const QVariant& now) { setShare(now.toDouble()); });
    connect(m_fold, &QVariantAnimation::finished, this, [this] { setVisible(m_open); });
}

void FoldBox::setOpen(bool open)
{
    if (open == m_open) {
        return;
    }
    m_open = open;
    m_fold->stop();
    const bool seen = parentWidget() != nullptr && parentWidget()->isVisible();
    const int time = seen ? duration(Motion::normal) : 0;
    if (time == 0) {
        setShare(open ? 1 : 0);
        setVisible(open);
        return;
    }
    m_fold->setStartValue(m_share);
    m_fold->setEndValue(open ? 1.0 : 0.0);
    m_fold->setDuration(time);
    setVisible(true);
    m_fold->start();
}

void FoldBox::setShare(double share)
{
    m_share = share;
    updateGeometry();
}

int FoldBox::wholeHeight(int width) const
{
    const int asked =
        m_content->hasHeightForWidth() ? m_content->heightForWidth(width) : m_content->sizeHint().height();
    return std::max(asked, m_content->minimumHeight());
}

int FoldBox::heightForWidth(int width) const
{
    return qRound(m_share * wholeHeight(width));
}

QSize FoldBox::sizeHint() const
{
    const QSize whole = m_content->sizeHint();
    return {whole.width(), qRound(m_share * whole.height())};
}

QSize FoldBox::minimumSizeHint() const
{
    const QSize least = m_content->minimumSizeHint();
    return {least.width(), qRound(m_share * least.height())};
}

// What is inside has its whole height all the time; the box shows the upper part of it.
void FoldBox::place()
{
    m_content->setGeometry(0, 0, width(), m_share == 1.0 ? height() : wholeHeight(width()));
}

void FoldBox::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

bool FoldBox::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {   // what is inside wants another size
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

}   // namespace offramp::ui
