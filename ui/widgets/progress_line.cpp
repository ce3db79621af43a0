#include "widgets/progress_line.h"

#include "style/theme.h"

#include <QPainter>
#include <QStyle>

namespace offramp::ui {

ProgressLine::ProgressLine(const QString& accessibleName, QWidget* parent) : QProgressBar(parent)
{
    setAccessibleName(accessibleName);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ProgressLine::sizeHint() const
{
    return {200, Theme::instance().icon(size::progress)};
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
    QRect filled(width() / 3, 0, width() / 3, height());
    if (maximum() > minimum()) {
        filled = QRect(0, 0, width() * (value() - minimum()) / (maximum() - minimum()), height());
    }
    if (filled.width() > 0) {
        filled.setWidth(std::max(filled.width(), height()));
        painter.setBrush(theme.color(Color::accentMark));
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), filled), corner, corner);
    }
}

}   // namespace offramp::ui
