#include "shell/page.h"

#include "style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int narrowBelow = 560;

void dismiss(QLayout& layout, QWidget* widget)
{
    if (widget != nullptr) {
        layout.removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
}

}   // namespace

Page::Page(QWidget* parent) : QWidget(parent), m_area(new ScrollPage(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_area, 1);
    m_area->viewport()->installEventFilter(this);
    m_area->setMinimumHeight(size::navItem);   // what stands above and below comes first; the rest scrolls
    connect(&Theme::instance(), &Theme::changed, this, &Page::themeChanged);
}

void Page::setState(const PageState& state)
{
    m_state = state;
    m_wideNeeds = 0;
    m_width = isVisible() ? fittingWidth() : m_width;
    takeState();
}

void Page::setContent(QWidget* content)
{
    const QWidget* focused = QApplication::focusWidget();
    const QString name = focused != nullptr && m_area->isAncestorOf(focused) ? focused->objectName() : QString();
    m_area->setContent(content);
    focusOn(name);
    if (isVisible()) {
        narrowIfTooWide();
    }
}

// Words in a wide font may need more room than the numbers of the design say.
void Page::narrowIfTooWide()
{
    const int needed = m_area->widget()->minimumSizeHint().width();
    if (m_width == PageWidth::wide && m_area->content() != nullptr && needed > m_area->viewport()->width()) {
        m_wideNeeds = needed;
        m_width = PageWidth::narrow;
        rebuild();
    }
}

QWidget* Page::inContent(const QString& objectName) const
{
    const QWidget* content = m_area->content();
    return objectName.isEmpty() || content == nullptr ? nullptr : content->findChild<QWidget*>(objectName);
}

void Page::focusOn(const QString& objectName)
{
    if (QWidget* widget = inContent(objectName)) {
        widget->setFocus(Qt::OtherFocusReason);
    }
}

void Page::showTop()
{
    m_area->verticalScrollBar()->setValue(0);
}

void Page::setHeader(QWidget* header)
{
    dismiss(*layout(), m_header);
    m_header = header;
    if (m_header != nullptr) {
        static_cast<QBoxLayout*>(layout())->insertWidget(0, m_header);
    }
}

void Page::setFooter(QWidget* footer)
{
    dismiss(*layout(), m_footer);
    m_footer = footer;
    if (m_footer != nullptr) {
        layout()->addWidget(m_footer);
    }
}

PageWidth Page::fittingWidth() const
{
    const Theme& theme = Theme::instance();
    const int width = m_area->viewport()->width();
    // What was too wide beside a scroll bar would be again: wide and narrow must not take turns with the bar.
    const QScrollBar& bar = *m_area->verticalScrollBar();
    const int besideBar = width - (bar.isVisible() ? 0 : bar.sizeHint().width());
    const bool fits = width >= std::max(narrowBelow, theme.dp(narrowBelow)) && besideBar >= m_wideNeeds;
    return theme.largeText() || !fits ? PageWidth::narrow : PageWidth::wide;
}

bool Page::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area->viewport() && event->type() == QEvent::Resize) {
        if (fittingWidth() != m_width) {
            m_width = fittingWidth();
            rebuild();
        }
        narrowIfTooWide();
    }
    return QWidget::eventFilter(watched, event);
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        takeState();
    }
}

void Page::showEvent(QShowEvent* event)
{
    if (m_stale) {
        m_stale = false;
        rebuild();
    }
    QWidget::showEvent(event);
}

void Page::themeChanged()
{
    m_wideNeeds = 0;
    m_width = fittingWidth();
    if (isVisible()) {
        rebuild();
    } else {
        m_stale = true;
    }
}

}   // namespace offramp::ui
