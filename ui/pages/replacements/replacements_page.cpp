#include "pages/replacements/replacements_page.h"

#include "style/theme.h"
#include "text/format.h"
#include "text/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/coverage_mark.h"
#include "widgets/flow_layout.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

QWidget* makeFact(Icon icon, const QString& text, Color color)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.space(6));
    row->addWidget(new IconView(icon, 16, color), 0, Qt::AlignTop);
    row->addWidget(new Label(text, Type::caption, color), 1);
    return box;
}

QWidget* makeFlow(FlowLayout*& flow, int gap)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    flow = new FlowLayout(theme.space(gap), theme.space(2));
    box->setLayout(flow);
    return box;
}

QWidget* makeCard(const ReplacementCard& model)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(model.name);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.space(space::s));

    auto* head = new QHBoxLayout;
    head->setSpacing(theme.space(space::inner));
    head->addWidget(new LetterTile(model.name), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    FlowLayout* title = nullptr;
    words->addWidget(makeFlow(title, space::s));
    auto* name = new Label(model.name, Type::bodyStrong, Color::text);
    name->setHeading();
    title->addWidget(name);
    if (!model.badge.isEmpty()) {
        title->addWidget(new Label(model.badge, Type::caption, Color::text2));
    }
    words->addWidget(new Label(model.owner, Type::caption, Color::text2));
    head->addLayout(words, 1);
    column->addLayout(head);

    FlowLayout* marks = nullptr;
    column->addWidget(makeFlow(marks, space::inner));
    marks->addWidget(new Label(model.coverage, Type::small, Color::text));
    for (const ReplacementMark& mark : model.marks) {
        marks->addWidget(new CoverageMark(mark.cover, mark.feature, coverWord(mark.cover)));
    }
    FlowLayout* facts = nullptr;
    column->addWidget(makeFlow(facts, space::m));
    facts->addWidget(makeFact(Icon::payment, model.price, Color::text2));
    if (!model.evidence.isEmpty()) {
        facts->addWidget(makeFact(Icon::report, model.evidence, model.evidenceMissing ? Color::text3 : Color::text2));
    }
    if (!model.reasons.isEmpty()) {
        column->addWidget(new Label(model.reasons, Type::caption, Color::text2));
    }
    if (!model.site.isEmpty()) {
        auto* site = new Button(ReplacementsPage::tr("Official page"), ButtonKind::quiet, nullptr, ButtonSize::small);
        site->setFlush();
        site->setTrailingIcon(Icon::external);
        site->setToolTip(model.site.toString());
        site->setAccessibleName(ReplacementsPage::tr("Official page of %1").arg(model.name));
        QObject::connect(site, &QPushButton::clicked, site, [url = model.site] { QDesktopServices::openUrl(url); });
        if (theme.largeText()) {
            column->addWidget(site, 0, Qt::AlignLeading);
        } else {
            head->addWidget(site, 0, Qt::AlignTop);
        }
    }
    card->addPlain(content);
    return card;
}

}   // namespace

ReplacementsPage::ReplacementsPage(QWidget* parent) : Page(parent) {}

QString ReplacementsPage::title() const
{
    return tr("Replacements");
}

void ReplacementsPage::takeState()
{
    const CheckResult* result = state().result();
    m_model = result != nullptr ? replacementsModel(*result, *state().catalog) : ReplacementsModel();
    rebuild();
}

void ReplacementsPage::rebuild()
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.space(space::m));
    auto* head = new QVBoxLayout;
    head->setSpacing(theme.space(space::half));
    auto* heading = new Label(title(), Type::title, Color::text);
    heading->setHeading();
    head->addWidget(heading);
    head->addWidget(new Label(tr("Ranked by what you had. Nobody pays to be listed, and no link earns us anything."),
                              Type::body, Color::text2));
    if (!m_model.wanted.isEmpty()) {
        head->addWidget(
            new Label(tr("Looked for: %1. Choosing this yourself is not possible yet.").arg(joined(m_model.wanted)),
                      Type::small, Color::text2));
    }
    FlowLayout* legend = nullptr;
    head->addWidget(makeFlow(legend, space::m));
    for (const FeatureCover cover :
         {FeatureCover::confirmed, FeatureCover::stated, FeatureCover::unknown, FeatureCover::notIncluded}) {
        legend->addWidget(new CoverageMark(cover, coverWord(cover), QString()));
    }
    column->addLayout(head);
    for (const ReplacementCard& card : m_model.cards) {
        column->addWidget(makeCard(card));
    }
    if (m_model.cards.isEmpty()) {
        column->addWidget(
            new Label(tr("The list appears when this computer has been checked."), Type::body, Color::text2));
    }
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
