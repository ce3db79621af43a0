#include "widgets/page_stack.h"

#include "style/motion.h"

#include <QPainter>
#include <QPixmap>
#include <QVariantAnimation>

namespace offramp::ui {

namespace {

// A picture of the page that went: it neither takes clicks nor is spoken, and ends itself.
class Fading final : public QWidget {
public:
    Fading(const QPixmap& picture, int time, QWidget* parent) : QWidget(parent), m_picture(picture)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(parent->rect());
        m_opacity.setStartValue(1.0);
        m_opacity.setEndValue(0.0);
        m_opacity.setDuration(time);
        m_opacity.setEasingCurve(easing());
        QObject::connect(&m_opacity, &QVariantAnimation::valueChanged, this, [this] { update(); });
        QObject::connect(&m_opacity, &QVariantAnimation::finished, this, &QObject::deleteLater);
        m_opacity.start();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setOpacity(m_opacity.currentValue().toDouble());
        painter.drawPixmap(0, 0, m_picture);
    }

private:
    QPixmap m_picture;
    QVariantAnimation m_opacity;
};

}   // namespace

void PageStack::changeTo(QWidget* page)
{
    const int time = duration(Motion::fast);
    QWidget* before = currentWidget();
    if (time == 0 || page == before || before == nullptr || !before->isVisible()) {
        setCurrentWidget(page);
        return;
    }
    // With the window's ground below it, because pages are transparent.
    const QPixmap picture = window()->grab(QRect(mapTo(window(), QPoint(0, 0)), size()));
    setCurrentWidget(page);
    auto* fading = new Fading(picture, time, this);
    fading->show();
    fading->raise();
}

}   // namespace offramp::ui
