// "Check" and "Done".
#include "pages/removal/removal_views.h"
#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/aside_layout.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/elided_path.h"
#include "widgets/foldable_group.h"
#include "widgets/how_sure.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

QWidget* makeState(Tone tone, const QString& text)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::s), row);
    row->addWidget(new IconView(lookOf(tone).icon, 18, lookOf(tone).mark), 0, Qt::AlignTop);
    auto* words = new Label(text, Type::body, Color::text);
    words->setAlignment(Qt::AlignLeading | Qt::AlignTop);   // beside its icon, however high the row is
    row->addWidget(words, 1);
    return box;
}

QWidget* makeLine(const CompareLine& line, const QString& before, const QString& now, PageWidth width)
{
    const Theme& theme = Theme::instance();
    const bool wide = width == PageWidth::wide;
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(wide ? Qt::Horizontal : Qt::Vertical, theme.space(wide ? space::inner : space::half), row);
    setAccessibleRole(*box, QAccessible::ListItem);
    box->setAccessibleName(Removal::tr("%1. %2: %3. %4: %5.").arg(line.name, before, line.before, now, line.now));
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, theme.space(7), side, theme.space(7));
    auto* name = new Label(line.name, wide ? Type::body : Type::bodyStrong, Color::text);
    name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    row->addWidget(name, 5);
    // Where there are no columns, no heading says which is which.
    const QString colon = QStringLiteral(": ");
    row->addWidget(makeState(line.beforeTone, wide ? line.before : before + colon + line.before), 4);
    if (wide) {
        row->addWidget(new IconView(Icon::chevronRight, 16, Color::text3), 0, Qt::AlignTop);
    }
    row->addWidget(makeState(line.nowTone, wide ? line.now : now + colon + line.now), 5);
    return box;
}

QWidget* makeLeftover(const LeftoverRow& model, bool offered, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, theme.space(space::s), side, theme.space(space::s));
    if (offered) {
        auto* tick = new TickBox(QString());
        tick->setObjectName(QStringLiteral("leftover-") + model.id);
        tick->setAccessibleName(model.accessibleName);
        tick->setChecked(model.chosen);
        QObject::connect(tick, &QCheckBox::toggled, tick,
                         [choose = sink.leftover, id = model.id](bool on) { choose(id, on); });
        row->addWidget(tick, 0, Qt::AlignTop);
    } else {
        setAccessibleRole(*box, QAccessible::ListItem);
        box->setAccessibleName(model.accessibleName);
    }
    row->addWidget(new IconView(model.icon, size::iconRow, Color::text2), 0, Qt::AlignTop);
    auto* aside = new AsideLayout(theme.space(space::inner), theme.space(space::half));
    row->addLayout(aside, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(model.title, Type::body, Color::text));
    if (!model.place.isEmpty()) {
        words->addWidget(new ElidedPath(model.place));
    }
    if (!model.reason.isEmpty()) {
        words->addWidget(new Label(model.reason, Type::caption, Color::text2));
    }
    aside->addLayoutAsMain(words);
    aside->addWidget(new HowSure(model.confidence, model.sure));
    return box;
}

QWidget* makeNext(const QList<NextStep>& next, const WizardSink& sink)
{
    auto* card = new Card;
    card->setHeader(Removal::tr("What to do next"));
    for (const NextStep& each : next) {
        RowContent content;
        content.icon = each.icon;
        content.title = each.title;
        content.caption = each.text;
        Button* button = nullptr;
        if (each.button) {
            button = new Button(each.button->text, ButtonKind::secondary, nullptr, ButtonSize::small);
            button->setObjectName(actionName(each.button->action));
            button->setAccessibleName(each.title + QStringLiteral(": ") + each.button->text);
            QObject::connect(button, &QPushButton::clicked, button,
                             [act = sink.act, action = each.button->action] { act(action); });
        }
        card->addRow(new Row(content, button));
    }
    return card;
}

QWidget* makeReport(const WizardSink& sink)
{
    QBoxLayout* column = nullptr;
    QWidget* card = makeTitledCard(Removal::tr("Report"), column);
    column->addWidget(new Label(Removal::tr("What was found, what was done and when. Names, serial numbers and account "
                                            "IDs are left out."),
                                Type::small, Color::text2));
    column->addWidget(makeButtons({{WizardAction::saveHtml, QStringLiteral("HTML"), Icon::save, false, true},
                                   {WizardAction::savePdf, QStringLiteral("PDF"), std::nullopt, false, true},
                                   {WizardAction::saveJson, QStringLiteral("JSON"), std::nullopt, false, true}},
                                  sink));
    return card;
}

QWidget* makeUndo(const DoneModel& model, const WizardSink& sink)
{
    QBoxLayout* column = nullptr;
    QWidget* card = makeTitledCard(Removal::tr("Undo"), column);
    for (const QString& each : model.undone) {
        column->addWidget(new Label(each, Type::small, Color::text2));
    }
    if (model.mayUndo) {
        column->addWidget(new Label(Removal::tr("What lies in the quarantine goes back to where it was."), Type::small,
                                    Color::text2));
        column->addWidget(makeButtons({{WizardAction::undo, model.undoText, Icon::undo, false, true}}, sink));
    }
    return card;
}

// One at a time, for whoever misses only one of them.
QWidget* makeMoved(const QList<MovedThing>& things, const WizardSink& sink)
{
    auto* card = new Card;
    card->setObjectName(QStringLiteral("moved"));
    card->setHeader(Removal::tr("In the quarantine"));
    for (const MovedThing& thing : things) {
        RowContent content;
        content.icon = thing.icon;
        content.title = thing.title;
        content.caption = thing.place;
        auto* button = new Button(Removal::tr("Put back"), ButtonKind::secondary, nullptr, ButtonSize::small);
        button->setObjectName(QStringLiteral("putBack-") + QString::fromStdString(thing.step));
        button->setAccessibleName(Removal::tr("Put back: %1").arg(thing.place.isEmpty() ? thing.title : thing.place));
        QObject::connect(button, &QPushButton::clicked, button,
                         [putBack = sink.putBack, step = thing.step] { putBack(step); });
        card->addRow(new Row(content, button));
    }
    return card;
}

}   // namespace

QWidget* makeCompared(const QList<CompareLine>& lines, const QString& before, const QString& now, PageWidth width)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setObjectName(QStringLiteral("compared"));
    card->setAccessibleName(Removal::tr("Before and now"));
    if (width == PageWidth::wide) {
        QBoxLayout* row = nullptr;
        QWidget* head = makeBox(Qt::Horizontal, theme.space(space::inner), row);
        const int side = theme.space(space::m) - 1;
        row->setContentsMargins(side, theme.space(7), side, theme.space(7));
        row->addWidget(new Label(Removal::tr("Product"), Type::small, Color::text2), 5);
        row->addWidget(new Label(before, Type::small, Color::text2), 4);
        row->addSpacing(theme.icon(16) + theme.space(space::inner));
        row->addWidget(new Label(now, Type::small, Color::text2), 5);
        card->addPlain(head);
    }
    for (const CompareLine& line : lines) {
        card->addRow(makeLine(line, before, now, width));
    }
    return card;
}

QWidget* makeCheckView(const CheckModel& model, PageWidth width, const WizardSink& sink)
{
    QBoxLayout* column = nullptr;
    QWidget* content = makeColumn(column);
    column->addWidget(makeWizardHead(model.title, model.text, model.tone));
    if (!model.compared.isEmpty()) {
        column->addWidget(makeCompared(model.compared, model.beforeTitle, model.nowTitle, width));
    }
    if (model.start) {
        column->addWidget(makeStartCard(*model.start, width));
    }
    if (!model.offered.isEmpty() || !model.shownOnly.isEmpty()) {
        auto* card = new Card;
        card->setObjectName(QStringLiteral("leftovers"));
        card->setHeader(Removal::tr("Left behind"),
                        new Label(Removal::tr("Only things we are certain of are ticked"), Type::small, Color::text2));
        for (const LeftoverRow& row : model.offered) {
            card->addRow(makeLeftover(row, true, sink));
        }
        if (!model.shownOnly.isEmpty()) {
            auto* group = new FoldableGroup(
                Removal::tr("Only shown"), Removal::tr("drivers, shared things, and what Offramp does not touch"),
                static_cast<int>(model.shownOnly.size()),
                model.offered.isEmpty() ? FoldableGroup::Start::open : FoldableGroup::Start::folded);
            for (const LeftoverRow& row : model.shownOnly) {
                group->addRow(makeLeftover(row, false, sink));
            }
            card->addRow(group);
        }
        column->addWidget(card);
    }
    return content;
}

QWidget* makeDoneView(const DoneModel& model, PageWidth width, const WizardSink& sink)
{
    const WizardColumns columns =
        makeColumns(makeWizardHead(model.title, model.text, model.tone), size::sideColumn_wizard, width);
    if (model.gap) {
        GapCard gap = *model.gap;
        gap.minutes.clear();   // the title says it
        columns.main->addWidget(makeGapCard(gap, model.gapTitle));
    }
    columns.main->addWidget(makeNext(model.next, sink));
    if (model.hasReport) {
        columns.side->addWidget(makeReport(sink));
    }
    if (model.mayUndo || !model.undone.isEmpty()) {
        columns.side->addWidget(makeUndo(model, sink));
    }
    if (!model.compared.isEmpty()) {
        columns.whole->addWidget(makeCompared(model.compared, Removal::tr("Before"), Removal::tr("Now"), width));
    }
    if (model.moved.size() > 1) {
        columns.whole->addWidget(makeMoved(model.moved, sink));
    }
    return columns.content;
}

QWidget* makeMessageView(Tone tone, const QString& title, const QStringList& sentences,
                         const QList<WizardButton>& buttons, const WizardSink& sink)
{
    QBoxLayout* column = nullptr;
    QWidget* content = makeColumn(column);
    column->addWidget(makeWizardHead(title, QString(), tone));
    for (const QString& sentence : sentences) {
        column->addWidget(new Label(sentence, Type::body, Color::text2));
    }
    if (!buttons.isEmpty()) {
        column->addWidget(makeButtons(buttons, sink));
    }
    return content;
}

}   // namespace offramp::ui
