// "Choose protection".
#include "pages/removal/removal_views.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"
#include "widgets/status_pill.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

QWidget* makeWhen(const QList<ProtectionWhen>& when)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* card = makeTitledCard(Removal::tr("What protects when"), column);
    for (const ProtectionWhen& each : when) {
        column->addSpacing(theme.space(2));
        column->addWidget(makeFact(each.icon, Color::text2, each.title, Color::text));
        QBoxLayout* row = nullptr;
        QWidget* indented = makeBox(Qt::Horizontal, 0, row);
        row->addSpacing(theme.icon(18) + theme.space(space::inner));
        row->addWidget(new Label(each.text, Type::small, Color::text2), 1);
        column->addWidget(indented);
    }
    return card;
}

QWidget* makeChoice(const ProtectionChoice& choice, QButtonGroup& group, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makePadded(column, space::half);
    auto* radio = new RadioChoice(choice.name);
    radio->setObjectName(QStringLiteral("protect-") + (choice.id.isEmpty() ? QStringLiteral("system") : choice.id));
    radio->setAccessibleName(choice.name + QStringLiteral(". ") + choice.text);
    radio->setChecked(choice.picked);
    group.addButton(radio);
    // Also for a screen reader, which chooses without a click.
    QObject::connect(radio, &QRadioButton::toggled, radio, [pick = sink.replacement, id = choice.id](bool on) {
        if (on) {
            pick(id);
        }
    });
    column->addWidget(radio, 0, Qt::AlignLeading);
    QBoxLayout* row = nullptr;
    QWidget* indented = makeBox(Qt::Horizontal, 0, row);
    row->addSpacing(theme.icon(size::tick) + theme.space(space::s));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(2));
    row->addLayout(words, 1);
    words->addWidget(new Label(choice.text, Type::small, Color::text2));
    words->addWidget(new Label(choice.coverage, Type::small, Color::text2));
    if (!choice.site.isEmpty()) {
        auto* site = new Button(Removal::tr("Official page"), ButtonKind::quiet, nullptr, ButtonSize::small);
        site->setFlush();
        site->setTrailingIcon(Icon::external);
        site->setObjectName(QStringLiteral("site-") + choice.id);
        site->setToolTip(choice.site.toString());
        site->setAccessibleName(Removal::tr("Official page of %1").arg(choice.name));
        QObject::connect(site, &QPushButton::clicked, site, [url = choice.site] { QDesktopServices::openUrl(url); });
        words->addWidget(site, 0, Qt::AlignLeading);
    }
    column->addWidget(indented);
    return box;
}

QWidget* makeChoices(const ProtectionModel& model, const WizardSink& sink)
{
    auto* card = new Card;
    auto* group = new QButtonGroup(card);
    card->setHeader(Removal::tr("What shall protect afterwards"));
    for (const ProtectionChoice& choice : model.choices) {
        card->addRow(makeChoice(choice, *group, sink));
    }
    QBoxLayout* column = nullptr;
    QWidget* box = makePadded(column, space::half);
    const WizardButton all{WizardAction::compareAll, Removal::tr("Compare all of them"), std::nullopt, false, true};
    column->addWidget(makeQuietButton(all, sink), 0, Qt::AlignLeading);
    column->setContentsMargins(column->contentsMargins().left(), Theme::instance().space(space::half),
                               column->contentsMargins().right(), Theme::instance().space(space::half));
    card->addRow(box);
    return card;
}

QWidget* makeProduct(const ProductFate& product, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, theme.space(10), side, theme.space(10));
    row->addWidget(new LetterTile(product.name), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(2));
    row->addLayout(words, 1);
    words->addWidget(new Label(product.name, Type::body, Color::text));
    words->addWidget(new StatusPill(product.tone == Tone::affected ? Tone::note : Tone::off, product.fate), 0,
                     Qt::AlignLeading);
    if (!product.why.isEmpty()) {
        words->addWidget(new Label(product.why, Type::small, Color::text2));
    }
    if (product.change != ProductFate::Change::none) {
        auto* tick = new TickBox(product.wish);
        tick->setObjectName(QStringLiteral("wish-") + QString::fromStdString(product.id));
        tick->setAccessibleName(product.name + QStringLiteral(": ") + product.wish);
        tick->setChecked(product.wished);
        QObject::connect(
            tick, &QCheckBox::toggled, tick,
            [wish = sink.wish, id = product.id, change = product.change](bool on) { wish(id, change, on); });
        words->addWidget(tick, 0, Qt::AlignLeading);
    }
    return box;
}

QWidget* makeProducts(const ProtectionModel& model, const WizardSink& sink)
{
    auto* card = new Card;
    card->setHeader(Removal::tr("What goes and what stays"));
    for (const ProductFate& product : model.products) {
        card->addRow(makeProduct(product, sink));
    }
    if (model.asksRestorePoint) {
        QBoxLayout* column = nullptr;
        QWidget* box = makePadded(column, space::half);
        auto* tick = new TickBox(Removal::tr("Make a restore point first"));
        tick->setObjectName(QStringLiteral("restorePoint"));
        tick->setChecked(model.restorePoint);
        QObject::connect(tick, &QCheckBox::toggled, tick, [wish = sink.restorePoint](bool on) { wish(on); });
        column->addWidget(tick, 0, Qt::AlignLeading);
        card->addRow(box);
    }
    return card;
}

}   // namespace

QWidget* makeProtectionView(const ProtectionModel& model, PageWidth width, const WizardSink& sink)
{
    const WizardColumns columns = makeColumns(makeWizardHead(model.title, model.text), size::sideColumn_wizard, width);
    if (!model.choices.isEmpty()) {
        columns.main->addWidget(makeChoices(model, sink));
    }
    columns.main->addWidget(makeProducts(model, sink));
    if (model.when.isEmpty()) {
        columns.side->parentWidget()->hide();   // the whole width is for what can be chosen
    } else {
        columns.side->addWidget(makeWhen(model.when));
    }
    return columns.content;
}

}   // namespace offramp::ui
