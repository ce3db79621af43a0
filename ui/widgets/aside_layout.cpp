#include "widgets/aside_layout.h"

#include "style/theme.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <utility>

namespace offramp::ui {

namespace {

constexpr int leastToRead = 120;   // narrower than this, words stand one below the other

int heightOf(const QLayoutItem& item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

}   // namespace

AsideLayout::AsideLayout(int gap, int gapBelow) : m_gap(gap), m_gapBelow(gapBelow)
{
    setContentsMargins(0, 0, 0, 0);
}

AsideLayout::~AsideLayout()
{
    // A layout among them takes itself out while it is deleted, which would move the other one into its place.
    delete std::exchange(m_main, nullptr);
    delete std::exchange(m_aside, nullptr);
}

void AsideLayout::addItem(QLayoutItem* item)
{
    Q_ASSERT(m_aside == nullptr);
    (m_main == nullptr ? m_main : m_aside) = item;
}

void AsideLayout::addLayoutAsMain(QLayout* layout)
{
    addChildLayout(layout);
    addItem(layout);
}

int AsideLayout::count() const
{
    return (m_main != nullptr ? 1 : 0) + (m_aside != nullptr ? 1 : 0);
}

QLayoutItem* AsideLayout::itemAt(int index) const
{
    return index == 0 ? m_main : index == 1 ? m_aside : nullptr;
}

QLayoutItem* AsideLayout::takeAt(int index)
{
    if (index == 0 && m_main != nullptr) {
        QLayoutItem* taken = m_main;
        m_main = m_aside;
        m_aside = nullptr;
        return taken;
    }
    return index == 1 ? std::exchange(m_aside, nullptr) : nullptr;
}

Qt::Orientations AsideLayout::expandingDirections() const
{
    return Qt::Horizontal;
}

bool AsideLayout::fitsBeside(int width) const
{
    if (m_main == nullptr || m_aside == nullptr) {
        return true;
    }
    const int readable = std::min(m_main->sizeHint().width(), Theme::instance().dp(leastToRead));
    return std::max(m_main->minimumSize().width(), readable) + m_gap + m_aside->sizeHint().width() <= width;
}

int AsideLayout::heightForWidth(int width) const
{
    if (m_main == nullptr || m_aside == nullptr) {
        return m_main == nullptr ? 0 : heightOf(*m_main, width);
    }
    const int wide = std::min(m_aside->sizeHint().width(), width);
    if (fitsBeside(width)) {
        return std::max(heightOf(*m_main, width - m_gap - wide), heightOf(*m_aside, wide));
    }
    return heightOf(*m_main, width) + m_gapBelow + heightOf(*m_aside, wide);
}

QSize AsideLayout::sizeHint() const
{
    if (m_main == nullptr || m_aside == nullptr) {
        return m_main == nullptr ? QSize() : m_main->sizeHint();
    }
    const int width = m_main->sizeHint().width() + m_gap + m_aside->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize AsideLayout::minimumSize() const
{
    QSize least;
    if (m_main != nullptr) {
        least = m_main->minimumSize();
    }
    return m_aside == nullptr ? least : least.expandedTo(m_aside->minimumSize());
}

void AsideLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    if (m_main == nullptr) {
        return;
    }
    if (m_aside == nullptr) {
        m_main->setGeometry(rect);
        return;
    }
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int wide = std::min(m_aside->sizeHint().width(), rect.width());
    const int high = heightOf(*m_aside, wide);
    if (fitsBeside(rect.width())) {
        const QRect main(rect.x(), rect.y(), rect.width() - m_gap - wide, rect.height());
        const QRect aside(rect.right() + 1 - wide, rect.y() + (rect.height() - high) / 2, wide, high);
        m_main->setGeometry(QStyle::visualRect(direction, rect, main));
        m_aside->setGeometry(QStyle::visualRect(direction, rect, aside));
        return;
    }
    const int mainHigh = std::max(0, rect.height() - m_gapBelow - high);
    m_main->setGeometry(QRect(rect.x(), rect.y(), rect.width(), mainHigh));
    const QRect aside(rect.x(), rect.y() + mainHigh + m_gapBelow, wide, high);
    m_aside->setGeometry(QStyle::visualRect(direction, rect, aside));
}

}   // namespace offramp::ui
