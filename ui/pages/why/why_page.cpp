#include "pages/why/why_page.h"

#include "pages/why/reason_block.h"
#include "shell/page_head.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/label.h"

#include <QVBoxLayout>

namespace offramp::ui {

WhyPage::WhyPage(QWidget* parent) : Page(parent) {}

QString WhyPage::title() const
{
    return tr("Why we say this");
}

void WhyPage::takeState()
{
    m_model = state().result() != nullptr ? whyModel(*state().result()) : WhyModel();
    rebuild();
}

void WhyPage::rebuild()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    column->addWidget(makeBackToOverview(*this), 0, Qt::AlignLeading);
    column->addLayout(makePageHead(
        title(), tr("Each reason, where it was read, and how well it is verified. This is information, not "
                    "legal advice.")));
    for (const WhySection& section : m_model.sections) {
        auto* card = new Card;
        auto* detail = section.detail.isEmpty() || theme.largeText()
                           ? nullptr
                           : new Label(section.detail, Type::caption, Color::text2, nullptr, Wrap::none);
        card->setHeader(section.title, detail);
        if (theme.largeText() && !section.detail.isEmpty()) {
            QBoxLayout* line = nullptr;
            QWidget* below = makeBox(Qt::Horizontal, 0, line);
            line->setContentsMargins(theme.space(space::m), 0, theme.space(space::m), theme.space(space::s));
            line->addWidget(new Label(section.detail, Type::caption, Color::text2), 1);
            card->addPlain(below);
        }
        for (const WhyReason& reason : section.reasons) {
            QWidget* block = makeReasonBlock(reason);
            block->layout()->setContentsMargins(theme.space(space::m), theme.space(10), theme.space(space::m),
                                                theme.space(10));
            card->addRow(block);
        }
        column->addWidget(card);
    }
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
