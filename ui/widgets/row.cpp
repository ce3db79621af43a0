#include "widgets/row.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

Row::Row(const RowContent& content, QWidget* trailing, QWidget* parent) : QWidget(parent)
{
    const Theme& theme = Theme::instance();
    setAccessibleRole(*this, QAccessible::ListItem);
    setAccessibleName(!content.accessibleName.isEmpty() ? content.accessibleName
                      : content.caption.isEmpty()       ? content.title
                                                        : content.title + QStringLiteral(", ") + content.caption);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* outer = new QHBoxLayout(this);
    const int side = theme.space(space::m);
    const int top = theme.space(content.dense ? 9 : theme.largeText() ? 10 : 6);
    outer->setContentsMargins(side, top, side, top);
    outer->setSpacing(theme.space(space::inner));
    if (content.icon) {
        outer->addWidget(new IconView(*content.icon, size::iconRow, content.iconColor), 0,
                         theme.largeText() ? Qt::AlignTop : Qt::AlignVCenter);
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
    outer->addLayout(words, 1);
    if (trailing != nullptr) {
        outer->addWidget(trailing, 0, Qt::AlignVCenter);
    }
    setMinimumHeight(theme.dp(content.dense ? size::rowDense : size::row - 4));
}

}   // namespace offramp::ui
