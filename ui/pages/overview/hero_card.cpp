#include "pages/overview/overview_cards.h"

#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/progress_line.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

Button* makeActionButton(const ActionModel& model, const ActionSink& act)
{
    auto* button = new Button(model.text, model.primary ? ButtonKind::primary : ButtonKind::secondary);
    button->setObjectName(QStringLiteral("action%1").arg(static_cast<int>(model.action)));
    if (model.icon) {
        button->setLeadingIcon(*model.icon);
    }
    if (model.menu) {
        button->setTrailingIcon(Icon::chevronDown);
    }
    QObject::connect(button, &QPushButton::clicked, button, [act, action = model.action] { act(action); });
    return button;
}

QWidget* makeActions(const QList<ActionModel>& actions, PageWidth width, const ActionSink& act)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    QLayout* layout = nullptr;
    if (width == PageWidth::narrow) {
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(theme.space(space::inner));
        layout = column;
    } else {
        layout = new FlowLayout(theme.space(space::inner), theme.space(space::s));
        box->setLayout(layout);
    }
    for (const ActionModel& action : actions) {
        Button* button = makeActionButton(action, act);
        if (width == PageWidth::narrow) {
            QSizePolicy policy = button->sizePolicy();
            policy.setHorizontalPolicy(QSizePolicy::Expanding);
            button->setSizePolicy(policy);
        }
        layout->addWidget(button);
    }
    return box;
}

// "89 FR 52434 · read at the source   Why we say this"
QWidget* makeSourceLine(const HeroModel& model, const ActionSink& act)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* layout = new FlowLayout(theme.space(space::s), 0);
    box->setLayout(layout);
    if (model.source) {
        auto* citation = new QWidget;
        auto* row = new QHBoxLayout(citation);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme.space(space::s));
        row->addWidget(new IconView(model.source->icon, 16, Color::text2), 0, Qt::AlignVCenter);
        row->addWidget(new Label(model.source->text, Type::caption, Color::text2), 1);
        layout->addWidget(citation);
    }
    if (model.canExplain) {
        auto* why = new Button(Overview::tr("Why we say this"), ButtonKind::quiet, nullptr, ButtonSize::small);
        why->setFlush();
        why->setObjectName(QStringLiteral("why"));
        QObject::connect(why, &QPushButton::clicked, why, [act] { act(OverviewAction::whyWeSayThis); });
        layout->addWidget(why);
    }
    return box;
}

void addProgress(QVBoxLayout* column, const ProgressModel& model, HeroWidgets& widgets)
{
    const Theme& theme = Theme::instance();
    widgets.place = new Label(model.place, Type::small, Color::text2);
    widgets.progress = new ProgressLine(Overview::tr("Progress of the check"));
    widgets.progress->setRange(0, model.total);
    widgets.progress->setValue(model.done);
    column->addSpacing(theme.space(space::m));
    column->addWidget(widgets.progress);
    column->addSpacing(theme.space(space::half + 2));
    column->addWidget(widgets.place);
}

}   // namespace

HeroWidgets makeHero(const HeroModel& model, PageWidth width, const ActionSink& act)
{
    const Theme& theme = Theme::instance();
    HeroWidgets widgets;
    auto* card = new Card;
    widgets.card = card;
    card->setAccessibleName(model.title);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::l) - 1;
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme.space(space::m));
    head->addWidget(new IconView(model.icon, size::iconHero, model.iconColor), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(space::half));
    widgets.title = new Label(model.title, Type::headline, Color::text);
    widgets.title->setHeading();
    widgets.title->setPreferredWidth(800);
    words->addWidget(widgets.title);
    auto* text = model.text.isEmpty() ? nullptr : new Label(model.text, Type::body, Color::text2);
    head->addLayout(words, 1);
    column->addLayout(head);
    const bool narrow = width == PageWidth::narrow;
    if (text != nullptr && narrow) {
        column->addSpacing(theme.space(space::s));
        column->addWidget(text);
    } else if (text != nullptr) {
        words->addWidget(text);
    }

    // With a bar everything stands on the card's edge; without one, below the words.
    QVBoxLayout* below = column;
    const bool indented = !narrow && !model.gap;
    if (indented) {
        words->setSpacing(0);
        words->insertSpacing(1, theme.space(space::half));
        below = words;
    }
    if (model.progress) {
        addProgress(below, *model.progress, widgets);
    }
    QWidget* bar = model.gap ? new GapBar(*model.gap) : nullptr;
    if (bar != nullptr && !narrow) {
        below->addSpacing(theme.space(space::m));
        below->addWidget(bar);
    }
    const bool hasSource = model.source || model.canExplain;
    QWidget* actions = model.actions.isEmpty() ? nullptr : makeActions(model.actions, width, act);
    QWidget* source = hasSource ? makeSourceLine(model, act) : nullptr;
    if (actions != nullptr && source != nullptr && !narrow) {
        auto* line = new QWidget;
        auto* flow = new FlowLayout(theme.space(space::m), theme.space(space::half));
        flow->setLastAtEnd();
        line->setLayout(flow);
        flow->addWidget(actions);
        flow->addWidget(source);
        below->addSpacing(theme.space(space::m));
        below->addWidget(line);
    } else {
        for (QWidget* part : {actions, source}) {
            if (part != nullptr) {
                below->addSpacing(theme.space(part == source ? space::s : narrow ? space::l : space::m));
                below->addWidget(part);
            }
        }
    }
    if (bar != nullptr && narrow) {
        column->addSpacing(theme.space(space::l));
        column->addWidget(bar);
    }
    card->addPlain(content);
    return widgets;
}

}   // namespace offramp::ui
