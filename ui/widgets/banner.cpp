#include "widgets/banner.h"

#include "widgets/accessible.h"
#include "widgets/aside_layout.h"
#include "widgets/button.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/painting.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace offramp::ui {

Banner::Banner(Tone tone, const QString& title, const QString& text, Button* button, bool narrow, QWidget* parent)
    : QFrame(parent), m_tone(tone)
{
    const Theme& theme = Theme::instance();
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(title.isEmpty() ? text : title);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.space(space::m), theme.space(space::inner), theme.space(space::m),
                            theme.space(space::inner));
    row->setSpacing(theme.space(space::inner));
    row->addWidget(new IconView(lookOf(tone).icon, size::iconRow, lookOf(tone).mark), 0,
                   narrow || theme.largeText() ? Qt::AlignTop : Qt::AlignVCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    if (!title.isEmpty()) {
        words->addWidget(new Label(title, narrow ? Type::small : Type::bodyStrong, Color::text));
    }
    if (!text.isEmpty()) {
        words->addWidget(new Label(text, narrow ? Type::small : Type::body, Color::text2));
    }
    if (button == nullptr) {
        row->addLayout(words, 1);
    } else if (narrow || theme.largeText()) {
        words->addWidget(button, 0, Qt::AlignLeading);
        row->addLayout(words, 1);
    } else {
        words->insertStretch(0, 1);
        words->addStretch(1);   // the words stand in the middle, beside a higher button too
        auto* aside = new AsideLayout(theme.space(space::inner), theme.space(space::s));
        row->addLayout(aside, 1);
        aside->addLayoutAsMain(words);
        aside->addWidget(button);
    }
}

void Banner::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const ToneLook look = lookOf(m_tone);
    QPainter painter(this);
    paintRounded(painter, rect(), radius::base, theme.color(look.soft), theme.color(look.line),
                 look.dashed ? Border::dashed : Border::solid);
}

}   // namespace offramp::ui
