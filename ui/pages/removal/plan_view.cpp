// "Review the plan".
#include "pages/removal/removal_views.h"
#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

constexpr int undoColumn = 132;
constexpr int numberColumn = 20;

QWidget* makeUndo(const PlanRow& model)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(6), row);
    row->addWidget(new IconView(model.undoIcon, 16, model.undoColor), 0, Qt::AlignTop);
    const Color ink = model.undoColor == Color::attention ? Color::attentionText : Color::text2;
    row->addWidget(new Label(model.undo, Type::caption, ink), 1);
    return box;
}

QWidget* makeRow(const PlanRow& model, PageWidth width)
{
    const Theme& theme = Theme::instance();
    const bool wide = width == PageWidth::wide;
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    setAccessibleRole(*box, QAccessible::ListItem);
    box->setAccessibleName(model.accessibleName);
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, theme.space(10), side, theme.space(10));
    auto* number = new Label(model.number, Type::small, Color::text2, nullptr, Wrap::none);
    number->setAlignment(Qt::AlignTrailing);
    number->setMinimumWidth(theme.dp(numberColumn));
    row->addWidget(number, 0, Qt::AlignTop);
    row->addWidget(new IconView(model.icon, size::iconRow, Color::text2), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(2));
    row->addLayout(words, 1);
    words->addWidget(new Label(model.title, Type::body, Color::text));
    if (!model.text.isEmpty()) {
        words->addWidget(new Label(model.text, Type::caption, Color::text2));
    }
    QWidget* undo = makeUndo(model);
    if (wide) {
        undo->setFixedWidth(theme.dp(undoColumn));
        row->addWidget(undo, 0, Qt::AlignTop);
    } else {
        words->addWidget(undo);
    }
    auto* rights = new IconView(Icon::rights, 18, model.rights ? Color::text2 : Color::surface);
    if (model.rights) {
        rights->setToolTip(Removal::tr("Needs administrator rights"));
        rights->setAccessibleName(rights->toolTip());
    }
    row->addWidget(rights, 0, Qt::AlignTop);
    return box;
}

QWidget* makeNeeds(const PlanModel& model)
{
    QBoxLayout* column = nullptr;
    QWidget* card = makeTitledCard(Removal::tr("What this needs"), column);
    for (const PlanNeed& need : model.needs) {
        column->addWidget(makeFact(need.icon, Color::text2, need.text));
    }
    return card;
}

}   // namespace

QWidget* makePlanView(const PlanModel& model, PageWidth width, const WizardSink& sink)
{
    const WizardColumns columns = makeColumns(makeWizardHead(model.title, model.text), size::sideColumn_review, width);
    auto* card = new Card;
    card->setObjectName(QStringLiteral("plan"));
    card->setAccessibleName(Removal::tr("The steps of the plan"));
    for (const PlanRow& row : model.rows) {
        card->addRow(makeRow(row, width));
    }
    columns.main->addWidget(card);
    QBoxLayout& side = *columns.side;
    side.addWidget(makeNeeds(model));
    if (!model.kept.isEmpty()) {
        side.addWidget(new Banner(Tone::fine, Removal::tr("What stays"), model.kept.join(u' '), nullptr, true));
    }
    const WizardButton save{WizardAction::savePlan, Removal::tr("Save the plan\u2026"), Icon::save, false, true};
    side.addWidget(makeQuietButton(save, sink), 0, Qt::AlignLeading);
    if (!model.digest.isEmpty()) {
        side.addWidget(new Label(Removal::tr("Mark of this plan: %1").arg(model.digest), Type::caption, Color::text3));
        side.addWidget(new Label(Removal::tr("Only this plan is approved. If it changes, you are asked again."),
                                 Type::caption, Color::text3));
    }
    return columns.content;
}

}   // namespace offramp::ui
