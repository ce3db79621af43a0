#include "pages/overview/overview_cards.h"

#include "style/theme.h"
#include "text/format.h"
#include "text/words.h"
#include "widgets/aside_layout.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/coverage_mark.h"
#include "widgets/flow_layout.h"
#include "widgets/foldable_group.h"
#include "widgets/how_sure.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"
#include "widgets/row.h"
#include "widgets/status_pill.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

// White space at the end, so that two cards side by side end on one line.
void addRoomBelow(Card* card)
{
    static_cast<QVBoxLayout*>(card->layout())->addStretch(1);
}

}   // namespace

namespace {

// The status, and the way to its reasons.
QWidget* makeVerdict(const FoundRow& row, const PartSink& why)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* line = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), line);
    line->addWidget(new StatusPill(row.tone, row.status), 0, Qt::AlignVCenter);
    auto* button = new Button(Overview::tr("Why?"), ButtonKind::quiet, nullptr, ButtonSize::small);
    button->setFlush();
    button->setObjectName(QStringLiteral("why-") + row.part);
    button->setAccessibleName(Overview::tr("Why? %1: %2").arg(row.title, row.status));
    QObject::connect(button, &QPushButton::clicked, button, [why, part = row.part] { why(part); });
    line->addWidget(button, 0, Qt::AlignVCenter);
    return box;
}

}   // namespace

QWidget* makeFoundCard(const QList<FoundRow>& rows, const PartSink& why)
{
    auto* card = new Card;
    card->setHeader(Overview::tr("Found on this computer"));
    for (const FoundRow& row : rows) {
        RowContent content;
        content.title = row.title;
        content.caption = row.caption;
        content.accessibleName = row.accessibleName;
        card->addRow(new Row(content, makeVerdict(row, why)));
    }
    addRoomBelow(card);
    return card;
}

QWidget* makeProtectionCard(const OverviewModel& model)
{
    auto* card = new Card;
    card->setHeader(Overview::tr("Protecting this computer now"));
    for (const ProtectionRow& row : model.protection) {
        RowContent content;
        content.icon = lookOf(row.tone).icon;
        content.iconColor = lookOf(row.tone).mark;
        content.title = row.title;
        content.caption = row.caption;
        card->addRow(new Row(content, nullptr));
    }
    addRoomBelow(card);
    return card;
}

QWidget* makeTracesCard(const OverviewModel& model)
{
    auto* card = new Card;
    const bool allCertain = model.certainTraces == model.traceCount;
    auto* pill =
        new StatusPill(allCertain ? Tone::fine : Tone::attention,
                       Overview::tr("Certain: %1 of %2").arg(number(model.certainTraces), number(model.traceCount)));
    card->setHeader(Overview::tr("What is left"), pill);
    for (const TraceGroup& group : model.traces) {
        auto* part = new FoldableGroup(group.title, group.hint, static_cast<int>(group.rows.size()),
                                       group.folded ? FoldableGroup::Start::folded : FoldableGroup::Start::open);
        for (const TraceRow& row : group.rows) {
            RowContent content;
            content.icon = row.icon;
            content.title = row.title;
            content.caption = row.caption;
            content.accessibleName =
                QStringList({row.title, row.caption, confidenceWord(row.confidence)}).join(QStringLiteral(", "));
            // What is certain needs no mark: the header has counted it.
            QWidget* sure = row.confidence == Confidence::certain
                                ? nullptr
                                : new HowSure(row.confidence, confidenceWord(row.confidence));
            part->addRow(new Row(content, sure));
        }
        card->addRow(part);
    }
    addRoomBelow(card);
    return card;
}

QWidget* makeCoverageCard(const OverviewModel& model)
{
    auto* card = new Card;
    auto* count =
        new Label(Overview::tr("%1 of %2 places").arg(number(model.placesRead), number(model.coverage.size())),
                  Type::caption, Color::text2, nullptr, Wrap::none);
    card->setHeader(Overview::tr("What was checked"), count);
    for (const CoverageRow& row : model.coverage) {
        RowContent content;
        content.icon = row.icon;
        content.title = row.name;
        content.caption = row.detail;
        content.dense = true;
        const bool complete = row.coverage == Coverage::complete;
        auto* mark = new IconView(complete ? Icon::check : Icon::unknown, 16, complete ? Color::fine : Color::unknown);
        card->addRow(new Row(content, mark));
    }
    addRoomBelow(card);
    return card;
}

QWidget* makeNotCheckedBanner(const NotCheckedModel& model, PageWidth width, const ActionSink& act)
{
    const bool narrow = width == PageWidth::narrow;
    auto* look = new Button(Overview::tr("Look there\u2026"), narrow ? ButtonKind::quiet : ButtonKind::secondary,
                            nullptr, narrow ? ButtonSize::small : ButtonSize::normal);
    if (narrow) {
        look->setFlush();
    } else {
        look->setLeadingIcon(Icon::rights);
    }
    look->setObjectName(QStringLiteral("lookThere"));
    QObject::connect(look, &QPushButton::clicked, look, [act] { act(OverviewAction::lookThere); });
    return new Banner(Tone::unknown, model.title, model.text, look, narrow);
}

QWidget* makeBestFitCard(const BestFitModel& model, PageWidth width, const ActionSink& act)
{
    const Theme& theme = Theme::instance();
    const bool narrow = width == PageWidth::narrow;
    auto* card = new Card;
    card->setAccessibleName(model.name);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.space(space::s));

    auto* all = new Button(Overview::tr("See all replacements"), ButtonKind::secondary);
    all->setObjectName(QStringLiteral("seeReplacements"));
    QObject::connect(all, &QPushButton::clicked, all, [act] { act(OverviewAction::seeReplacements); });

    auto* head = new QHBoxLayout;
    head->setSpacing(theme.space(space::inner));
    head->addWidget(new LetterTile(model.name), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(2));
    auto* titleBox = new QWidget;
    auto* title = new FlowLayout(theme.space(space::s), 0);
    titleBox->setLayout(title);
    auto* name = new Label(model.name, Type::bodyStrong, Color::text);
    name->setHeading();
    title->addWidget(name);
    title->addWidget(new Label(model.summary, Type::small, Color::text2));
    words->addWidget(titleBox);
    auto* markBox = new QWidget;
    auto* marks = new FlowLayout(theme.space(space::inner), theme.space(2));
    markBox->setLayout(marks);
    for (const MarkModel& mark : model.marks) {
        marks->addWidget(new CoverageMark(mark.cover, mark.feature, coverWord(mark.cover)));
    }
    if (!narrow) {
        words->addWidget(markBox);
    }
    if (narrow) {
        head->addLayout(words, 1);
    } else {
        auto* aside = new AsideLayout(theme.space(space::inner), theme.space(space::s));
        head->addLayout(aside, 1);
        aside->addLayoutAsMain(words);
        aside->addWidget(all);
    }
    column->addLayout(head);
    if (narrow) {
        column->addWidget(markBox);
    }
    column->addWidget(new Label(model.sentence, Type::small, Color::text2));
    if (narrow) {
        QSizePolicy policy = all->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Expanding);
        all->setSizePolicy(policy);
        column->addSpacing(theme.space(space::half));
        column->addWidget(all);
    }
    card->addPlain(content);
    return card;
}

}   // namespace offramp::ui
