#include "widgets/nav_rail.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/nav_item.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

NavRail::NavRail(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::PageTabList);
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::s, space::s + 1, space::s);
    layout->setSpacing(space::half);
    layout->addStretch(1);
}

int NavRail::addPage(Icon icon, const QString& name, Place place)
{
    auto* item = new NavItem(icon, name, this);
    item->setFolded(m_folded);
    item->installEventFilter(this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    int stretch = 0;
    while (column->itemAt(stretch)->spacerItem() == nullptr) {
        ++stretch;
    }
    column->insertWidget(place == Place::top ? stretch : column->count(), item);
    const int page = static_cast<int>(m_items.size());
    m_items.append(item);
    connect(item, &QAbstractButton::clicked, this, [this, page] { emit pageChosen(page); });
    return page;
}

void NavRail::setName(int page, const QString& name)
{
    m_items.at(page)->setName(name);
    setFolded(m_folded);
}

void NavRail::setCount(int page, int count)
{
    m_items.at(page)->setCount(count);
}

void NavRail::setCurrent(int page)
{
    m_items.at(page)->setChecked(true);
}

void NavRail::setFolded(bool folded)
{
    m_folded = folded;
    for (NavItem* item : m_items) {
        item->setFolded(folded);
    }
    updateGeometry();
    setFixedWidth(sizeHint().width());
}

QSize NavRail::sizeHint() const
{
    const Theme& theme = Theme::instance();
    if (m_folded) {
        return {size::railCollapsed, 200};
    }
    int wide = theme.dp(size::rail);
    for (const NavItem* item : m_items) {
        wide = std::max(wide, item->fullWidth() + 2 * space::s + 1);
    }
    return {wide, 200};
}

void NavRail::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Color::rail));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), theme.color(Color::line));
}

void NavRail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Pages"));
    }
}

bool NavRail::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        static_cast<NavItem*>(watched)->click();
        return true;
    }
    if (key != Qt::Key_Up && key != Qt::Key_Down) {
        return QWidget::eventFilter(watched, event);
    }
    const auto count = m_items.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (m_items[i] == watched) {
            m_items[(i + (key == Qt::Key_Down ? 1 : count - 1)) % count]->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

}   // namespace offramp::ui
