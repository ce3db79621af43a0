#include "widgets/row.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/aside_layout.h"
#include "widgets/card.h"
#include "widgets/focus_ring.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

constexpr int barWidth = 3;
constexpr int barHeight = 20;

void fill(QWidget& row, const RowContent& content, QWidget* trailing)
{
    const Theme& theme = Theme::instance();
    row.setAccessibleName(!content.accessibleName.isEmpty() ? content.accessibleName
                          : content.caption.isEmpty()       ? content.title
                                                            : content.title + QStringLiteral(", ") + content.caption);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    row.setSizePolicy(policy);
    auto* outer = new QHBoxLayout(&row);
    const int side = theme.space(space::m);
    const int top = theme.space(content.dense ? 9 : theme.largeText() ? 10 : 6);
    outer->setContentsMargins(side, top, side, top);
    outer->setSpacing(theme.space(space::inner));
    const bool alone = content.caption.isEmpty() && trailing == nullptr;
    if (content.icon) {
        outer->addWidget(new IconView(*content.icon, size::iconRow, content.iconColor), 0,
                         theme.largeText() && !alone ? Qt::AlignTop : Qt::AlignVCenter);
    }
    const bool oneLine = content.dense && !theme.largeText();
    auto* words = new QBoxLayout(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    words->setSpacing(oneLine ? theme.space(space::inner) : 0);
    if (!oneLine) {
        words->addStretch(1);   // the words stand in the middle of a tall row
    }
    words->addWidget(new Label(content.title, Type::body, Color::text), oneLine ? 1 : 0);
    if (!content.caption.isEmpty()) {
        auto* caption = new Label(content.caption, Type::caption, Color::text2);
        if (oneLine) {
            caption->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
            caption->setPreferredWidth(220);
        }
        words->addWidget(caption);
    }
    if (trailing != nullptr && theme.largeText() && !content.dense) {
        words->addSpacing(theme.space(space::half));
        words->addWidget(trailing, 0, Qt::AlignLeading);
        trailing = nullptr;
    }
    if (!oneLine) {
        words->addStretch(1);
    }
    if (trailing == nullptr) {
        outer->addLayout(words, 1);
    } else {
        auto* aside = new AsideLayout(theme.space(space::inner), theme.space(space::half));
        outer->addLayout(aside, 1);
        aside->addLayoutAsMain(words);
        aside->addWidget(trailing);
    }
    row.setMinimumHeight(theme.dp(content.dense ? size::rowDense : size::row - 4));
}

}   // namespace

Row::Row(const RowContent& content, QWidget* trailing, QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::ListItem);
    fill(*this, content, trailing);
}

RowButton::RowButton(const RowContent& content, QWidget* trailing, QWidget* parent) : QAbstractButton(parent)
{
    setAccessibleRole(*this, QAccessible::PushButton);
    setFocusPolicy(Qt::StrongFocus);
    setFocusInset(*this);
    setAttribute(Qt::WA_Hover);
    fill(*this, content, trailing);
    for (QWidget* child : findChildren<QWidget*>()) {
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
}

void RowButton::setSelected(bool selected)
{
    m_selected = selected;
    update();
}

void RowButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void RowButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    if (isEnabled() && isDown()) {
        fillInsideCard(painter, *this, theme.color(Color::pressed));
    } else if (m_selected) {
        fillInsideCard(painter, *this, theme.color(Color::accentSoft));
    } else if (isEnabled() && underMouse()) {
        fillInsideCard(painter, *this, theme.color(Color::hover));
    }
    if (m_selected) {
        const int high = theme.icon(barHeight);
        const QRect bar(0, (height() - high) / 2, barWidth, high);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), theme.color(Color::accentMark));
    }
}

}   // namespace offramp::ui
