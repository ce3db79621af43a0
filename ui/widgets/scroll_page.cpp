#include "widgets/scroll_page.h"

#include "style/theme.h"
#include "widgets/thumb_bar.h"

#include <QApplication>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int widestContent = 960;
constexpr int pageTop = 20;

}   // namespace

ScrollPage::ScrollPage(QWidget* parent) : QScrollArea(parent), m_frame(new QWidget), m_column(new QVBoxLayout(m_frame))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new ThumbBar(Color::window, this));
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_frame->setAutoFillBackground(false);
    setWidget(m_frame);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now != nullptr && m_frame->isAncestorOf(now)) {
            ensureWidgetVisible(now, 0, Theme::instance().space(space::l));
        }
    });
}

void ScrollPage::setContent(QWidget* content)
{
    const int position = verticalScrollBar()->value();
    if (m_content != nullptr) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = content;
    m_column->addWidget(content);
    m_column->setAlignment(content, Qt::Alignment());
    resizeEvent(nullptr);
    m_frame->layout()->activate();
    verticalScrollBar()->setValue(position);
}

void ScrollPage::setSideMargin(int designPixels)
{
    m_side = designPixels;
    resizeEvent(nullptr);
}

void ScrollPage::resizeEvent(QResizeEvent* event)
{
    const Theme& theme = Theme::instance();
    const int side = theme.largeText() ? pageTop : theme.space(m_side);
    const int spare = std::max(0, viewport()->width() - 2 * side - theme.dp(widestContent));
    m_column->setContentsMargins(side + spare / 2, theme.space(pageTop), side + spare - spare / 2,
                                 theme.space(space::m));
    if (event != nullptr) {
        QScrollArea::resizeEvent(event);
    }
}

}   // namespace offramp::ui
