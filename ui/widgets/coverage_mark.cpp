#include "widgets/coverage_mark.h"

#include "style/icon.h"
#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace offramp::ui {

namespace {

constexpr int markSize = 16;
constexpr int gap = 6;

struct MarkLook {
    Icon icon;
    Color mark;
    Color text;
};

MarkLook lookOf(FeatureCover cover)
{
    switch (cover) {
    case FeatureCover::confirmed: return {Icon::coverConfirmed, Color::fine, Color::text2};
    case FeatureCover::stated: return {Icon::coverStated, Color::fine, Color::text2};
    case FeatureCover::unknown: return {Icon::coverUnknown, Color::unknown, Color::text2};
    case FeatureCover::notIncluded: return {Icon::coverNone, Color::text3, Color::text3};
    }
    return {Icon::coverUnknown, Color::unknown, Color::text2};
}

}   // namespace

CoverageMark::CoverageMark(FeatureCover cover, const QString& feature, const QString& stateWord, QWidget* parent)
    : QWidget(parent), m_cover(cover), m_feature(feature)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(feature + QStringLiteral(", ") + stateWord);
    setToolTip(accessibleName());
}

QSize CoverageMark::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Type::caption));
    return {theme.icon(markSize) + theme.space(gap) + metrics.horizontalAdvance(m_feature) + 2,
            std::max(theme.icon(markSize), theme.lineHeight(Type::small))};
}

void CoverageMark::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const MarkLook look = lookOf(m_cover);
    const int icon = theme.icon(markSize);
    QPainter painter(this);
    const QRect iconBox = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, icon, height()));
    paintIcon(painter, look.icon, QRectF(iconBox.x(), (height() - icon) / 2.0, icon, icon), look.mark);
    painter.setFont(theme.font(Type::caption));
    painter.setPen(theme.color(look.text));
    const int left = icon + theme.space(gap);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width() - left, height())),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | textDirection(m_feature),
                     m_feature);
}

}   // namespace offramp::ui
