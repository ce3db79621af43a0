#include "shell/page_head.h"

#include "shell/page.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/label.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct PageHead {
    Q_DECLARE_TR_FUNCTIONS(PageHead)
};

}   // namespace

QLayout* makePageHead(const QString& title, const QString& text)
{
    auto* head = new QVBoxLayout;
    head->setSpacing(Theme::instance().space(space::half));
    auto* heading = new Label(title, Type::title, Color::text);
    heading->setHeading();
    head->addWidget(heading);
    if (!text.isEmpty()) {
        head->addWidget(new Label(text, Type::body, Color::text2));
    }
    return head;
}

Button* makeBackToOverview(Page& page)
{
    auto* back = new Button(PageHead::tr("Overview"), ButtonKind::quiet, nullptr, ButtonSize::small);
    back->setFlush();
    back->setLeadingIcon(Icon::arrowLeft);
    back->setObjectName(QStringLiteral("back"));
    back->setAccessibleName(PageHead::tr("Back to the Overview"));
    QObject::connect(back, &QPushButton::clicked, &page, [&page] { emit page.pageRequested(PageId::overview, {}); });
    return back;
}

}   // namespace offramp::ui
