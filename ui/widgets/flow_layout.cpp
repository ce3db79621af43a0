#include "widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace offramp::ui {

FlowLayout::FlowLayout(int horizontalGap, int verticalGap) : m_horizontalGap(horizontalGap), m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Pass::measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        width += item->sizeHint().width() + (width > 0 ? m_horizontalGap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::place);
}

int FlowLayout::arrange(const QRect& rect, Pass pass) const
{
    int y = rect.y();
    int first = 0;
    while (first < m_items.size()) {
        // Take as many items as the line holds, then place them centred on the line's height.
        int x = 0;
        int lineHeight = 0;
        int last = first;
        QList<QSize> sizes;
        for (; last < m_items.size(); ++last) {
            QLayoutItem* item = m_items[last];
            QSize size = item->sizeHint().boundedTo(QSize(rect.width(), QLAYOUTSIZE_MAX));
            if (item->hasHeightForWidth()) {
                size.setHeight(item->heightForWidth(size.width()));
            }
            if (last > first && x + size.width() > rect.width()) {
                break;
            }
            x += size.width() + m_horizontalGap;
            lineHeight = std::max(lineHeight, size.height());
            sizes.append(size);
        }
        if (pass == Pass::place) {
            int left = rect.x();
            const Qt::LayoutDirection direction =
                parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
            for (int i = first; i < last; ++i) {
                const QSize size = sizes[i - first];
                if (m_lastAtEnd && i == m_items.size() - 1 && (i > first || m_lastAlone == LastAlone::atEnd)) {
                    left = rect.x() + rect.width() - size.width();
                }
                const QRect place(left, y + (lineHeight - size.height()) / 2, size.width(), size.height());
                m_items[i]->setGeometry(QStyle::visualRect(direction, rect, place));
                left += size.width() + m_horizontalGap;
            }
        }
        first = last;
        y += lineHeight + (first < m_items.size() ? m_verticalGap : 0);
    }
    return y - rect.y();
}

}   // namespace offramp::ui
