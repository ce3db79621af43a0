// "Remove" and "Restart".
#include "pages/removal/removal_views.h"
#include "style/style_sheet.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/foldable_group.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/progress_line.h"
#include "widgets/row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

QWidget* makePassword(QLineEdit*& field, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    box->setLayout(flow);
    field = new QLineEdit;
    field->setObjectName(QStringLiteral("password"));
    field->setAccessibleName(Removal::tr("Uninstall password"));
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setFont(theme.font(Type::body));
    field->setMinimumHeight(theme.dp(size::button));
    field->setMinimumWidth(theme.dp(200));
    field->setPalette(theme.palette());
    field->setStyleSheet(fieldStyleSheet());
    flow->addWidget(field);
    auto* give = new Button(Removal::tr("Hand it over"), ButtonKind::primary);
    give->setObjectName(QStringLiteral("givePassword"));
    const auto hand = [field, password = sink.password] {
        const QString text = field->text();
        field->clear();
        password(text);
    };
    QObject::connect(give, &QPushButton::clicked, field, hand);
    QObject::connect(field, &QLineEdit::returnPressed, field, hand);
    flow->addWidget(give);
    return box;
}

QWidget* makeNow(const NowCard& model, QLineEdit*& password, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setObjectName(QStringLiteral("now"));
    card->setAccessibleName(model.title);
    card->setRing(model.tone == Tone::attention ? CardRing::inTheWay : CardRing::picked);
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, theme.space(14), side, theme.space(14));
    row->addWidget(new IconView(lookOf(model.tone).icon, size::iconRow, lookOf(model.tone).mark), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(space::half));
    row->addLayout(words, 1);
    auto* title = new Label(model.title, Type::bodyStrong, Color::text);
    title->setHeading();
    words->addWidget(title);
    if (!model.text.isEmpty()) {
        words->addWidget(new Label(model.text, Type::body, Color::text2));
    }
    for (const QString& each : model.more) {
        words->addWidget(new Label(each, Type::small, Color::text2));
    }
    if (model.asksPassword) {
        words->addSpacing(theme.space(space::half));
        words->addWidget(makePassword(password, sink));
    }
    if (!model.buttons.isEmpty()) {
        words->addSpacing(theme.space(space::half));
        words->addWidget(makeButtons(model.buttons, sink));
    }
    card->addPlain(box);
    return card;
}

QWidget* makeStep(const StepRow& model)
{
    RowContent content;
    content.icon = model.tone == Tone::unknown ? Icon::clock : lookOf(model.tone).icon;
    content.iconColor = model.tone == Tone::unknown ? Color::text3 : lookOf(model.tone).mark;
    content.title = model.title;
    content.accessibleName = model.accessibleName;
    auto* row =
        new Row(content, model.when.isEmpty() ? nullptr
                                              : new Label(model.when, Type::small, Color::text2, nullptr, Wrap::words));
    row->setObjectName(QStringLiteral("step-") + model.id);
    return row;
}

}   // namespace

ProgressWidgets makeProgressView(const WorkModel& model, bool detailsOpen, PageWidth width, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    const WizardColumns columns = makeColumns(makeWizardHead(model.title, model.text), size::sideColumn_wizard, width);
    ProgressWidgets made;
    made.content = columns.content;
    made.line = new ProgressLine(Removal::tr("Progress of the whole removal"));
    made.line->setRange(0, model.total);
    made.line->setValue(model.done);
    made.line->setStopped(model.stopped);
    columns.whole->insertWidget(1, made.line);
    columns.main->addWidget(makeNow(model.now, made.password, sink));
    auto* steps = new Card;
    steps->setObjectName(QStringLiteral("steps"));
    steps->setAccessibleName(Removal::tr("The steps and how far they are"));
    for (const StepRow& step : model.steps) {
        steps->addRow(makeStep(step));
    }
    auto* details = new FoldableGroup(Removal::tr("Details"), Removal::tr("times, codes, what programs said"),
                                      static_cast<int>(model.details.size()),
                                      detailsOpen ? FoldableGroup::Start::open : FoldableGroup::Start::folded);
    for (const QString& line : model.details) {
        auto* text = new Label(line, Type::caption, Color::text2);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QBoxLayout* padded = nullptr;
        QWidget* box = makeBox(Qt::Vertical, 0, padded);
        padded->setContentsMargins(theme.space(space::m), theme.space(6), theme.space(space::m), theme.space(6));
        padded->addWidget(text);
        details->addRow(box);
    }
    steps->addRow(details);
    columns.main->addWidget(steps);
    columns.side->addWidget(makeGapCard(model.gap, Removal::tr("Protection gap")));
    columns.side->addWidget(makeFact(Icon::info, Color::text2,
                                     Removal::tr("A step that has begun is always finished. You can stop between steps "
                                                 "and come back where you were.")));
    return made;
}

QWidget* makeRestartView(const RestartModel& model, PageWidth width)
{
    const WizardColumns columns = makeColumns(makeWizardHead(model.title, model.text), size::sideColumn_wizard, width);
    if (model.start) {
        columns.main->addWidget(makeStartCard(*model.start, width));
    }
    auto* card = new Card;
    card->setHeader(Removal::tr("What happens"));
    int count = 0;
    for (const QString& step : model.steps) {
        QBoxLayout* padded = nullptr;
        QWidget* box = makePadded(padded, 0);
        ++count;
        padded->addWidget(makeNumbered(count, step));
        card->addRow(box);
    }
    columns.main->addWidget(card);
    columns.side->addWidget(makeGapCard(model.gap, Removal::tr("Protection gap")));
    return columns.content;
}

}   // namespace offramp::ui
