#include "pages/info/info_page.h"

#include "shell/page_head.h"
#include "shell/page_registry.h"
#include "style/theme.h"
#include "text/format.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

QWidget* makeStep(const QString& mark, const QString& text)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(theme.space(space::m), theme.space(10), theme.space(space::m), theme.space(10));
    row->setSpacing(theme.space(space::inner));
    auto* number = new Label(mark, Type::bodyStrong, Color::text3, nullptr, Wrap::none);
    row->addWidget(number, 0, Qt::AlignTop);
    row->addWidget(new Label(text, Type::body, Color::text2), 1);
    return box;
}

}   // namespace

InfoPage::InfoPage(PageId page, QWidget* parent) : Page(parent), m_page(page) {}

void InfoPage::takeState()
{
    m_model = infoModel(m_page, state().result());
    rebuild();
}

void InfoPage::rebuild()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    if (!pageEntry(m_page).inRail) {
        column->addWidget(makeBackToOverview(*this), 0, Qt::AlignLeading);
    }
    column->addLayout(makePageHead(m_model.title, m_model.text));
    if (!m_model.steps.isEmpty()) {
        auto* card = new Card;
        card->setHeader(m_model.stepsTitle);
        for (qsizetype i = 0; i < m_model.steps.size(); ++i) {
            card->addRow(makeStep(number(i + 1), m_model.steps[i]));
        }
        column->addWidget(card);
    }
    if (!m_model.note.isEmpty()) {
        column->addWidget(new Banner(Tone::attention, QString(), m_model.note, nullptr, false));
    }
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
