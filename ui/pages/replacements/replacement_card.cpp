// One card of the list.
#include "pages/replacements/replacement_cards.h"
#include "style/theme.h"
#include "text/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/coverage_mark.h"
#include "widgets/flow_layout.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"
#include "widgets/status_pill.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Replacements {
    Q_DECLARE_TR_FUNCTIONS(Replacements)
};

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

Button* makeSiteButton(const ReplacementCard& model, const QString& text)
{
    auto* site = new Button(text, ButtonKind::quiet, nullptr, ButtonSize::small);
    site->setFlush();
    site->setTrailingIcon(Icon::external);
    site->setToolTip(model.site.toString());
    site->setAccessibleName(Replacements::tr("Official page of %1").arg(model.name));
    QObject::connect(site, &QPushButton::clicked, site, [url = model.site] { QDesktopServices::openUrl(url); });
    return site;
}

QWidget* makeFlow(FlowLayout*& flow, int gap)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    flow = new FlowLayout(theme.space(gap), theme.space(2));
    box->setLayout(flow);
    return box;
}

QWidget* makeEvidence(const EvidenceText& evidence)
{
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, 0, column);
    const Color color = evidence.weak ? Color::text3 : Color::text2;
    column->addWidget(
        makeFact(evidence.mark, evidence.text + QStringLiteral(" \u00B7 ") + evidence.verification, color));
    if (!evidence.address.isEmpty()) {
        // Evidence may lead anywhere, so it is shown to be read and copied, not opened.
        auto* address = new Label(evidence.address, Type::caption, Color::text3);
        address->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(address);
    }
    return box;
}

QWidget* makeDetails(const ReplacementCard& model)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::s), column);
    if (!model.about.isEmpty()) {
        column->addWidget(new Label(model.about, Type::small, Color::text2));
    }
    for (const QString& reason : model.reasons) {
        column->addWidget(makeFact(Icon::info, reason, Color::text2));
    }
    if (!model.priceSource.text.isEmpty()) {
        EvidenceText price = model.priceSource;
        price.text = Replacements::tr("Price: %1").arg(price.text);
        column->addWidget(makeEvidence(price));
    }
    for (const EvidenceText& test : model.allTests) {
        column->addWidget(makeEvidence(test));
    }
    column->addWidget(makeWaysToGet(model));
    return box;
}

}   // namespace

QWidget* makeWaysToGet(const ReplacementCard& model)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::half), column);
    if (!model.site.isEmpty()) {
        Button* site = makeSiteButton(model, Replacements::tr("Official page"));
        site->setObjectName(QStringLiteral("site-") + model.id);
        column->addWidget(site, 0, Qt::AlignLeading);
    }
    for (const PackageText& package : model.packages) {
        column->addWidget(
            new Label(Replacements::tr("With %1, in a terminal. Offramp does not run it.").arg(package.manager),
                      Type::caption, Color::text2));
        auto* command = new Label(package.command, Type::path, Color::text);
        command->setTextInteractionFlags(Qt::TextSelectableByMouse);
        command->setLayoutDirection(Qt::LeftToRight);
        column->addWidget(command);
        auto* copy = new Button(Replacements::tr("Copy the command"), ButtonKind::quiet, nullptr, ButtonSize::small);
        copy->setFlush();
        copy->setLeadingIcon(Icon::copy);
        copy->setObjectName(QStringLiteral("copy-") + model.id + u'-' + package.manager);
        copy->setAccessibleName(Replacements::tr("Copy the command: %1").arg(package.command));
        QObject::connect(copy, &QPushButton::clicked, copy,
                         [text = package.command] { QGuiApplication::clipboard()->setText(text); });
        column->addWidget(copy, 0, Qt::AlignLeading);
        if (!package.note.isEmpty()) {
            column->addWidget(new Label(package.note, Type::caption, Color::text3));
        }
    }
    return box;
}

QWidget* makeReplacementCard(const ReplacementCard& model, Details details, Tray tray, PageWidth width,
                             const CardActions& actions)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(model.name + QStringLiteral(". ") + model.coverageSentence);
    card->setObjectName(QStringLiteral("card-") + model.id);
    card->setRing(model.compared ? CardRing::picked : CardRing::none);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(10), side, theme.space(10));
    column->setSpacing(theme.space(6));

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
        title->addWidget(new StatusPill(model.badge));
    }
    words->addWidget(new Label(model.owner, Type::caption, Color::text2));
    head->addLayout(words, 1);
    auto* compare = new TickBox(Replacements::tr("Compare"));
    compare->setObjectName(QStringLiteral("compare-") + model.id);
    compare->setChecked(model.compared);
    const bool refused = tray == Tray::full && !model.compared;
    compare->setEnabled(!refused);
    compare->setAccessibleName(Replacements::tr("Compare %1").arg(model.name));
    compare->setToolTip(refused ? Replacements::tr("Three are picked already. Take one out first.") : QString());
    QObject::connect(compare, &QCheckBox::toggled, compare,
                     [id = model.id, actions](bool on) { actions.compare(id, on); });
    if (width == PageWidth::wide) {
        head->addWidget(compare, 0, Qt::AlignTop);
    }
    column->addLayout(head);
    if (width == PageWidth::narrow) {
        column->addWidget(compare, 0, Qt::AlignLeading);
    }

    FlowLayout* marks = nullptr;
    column->addWidget(makeFlow(marks, space::inner));
    marks->addWidget(new Label(model.coverage, Type::small, Color::text));
    for (const ReplacementMark& mark : model.marks) {
        marks->addWidget(new CoverageMark(mark.cover, mark.feature, coverWord(mark.cover)));
    }
    FlowLayout* facts = nullptr;
    column->addWidget(makeFlow(facts, space::m));
    facts->addWidget(makeFact(Icon::payment, model.price, Color::text2));
    facts->addWidget(makeFact(Icon::report, model.evidence.text, model.evidence.weak ? Color::text3 : Color::text2));
    const bool open = details == Details::open;
    auto* more = new Button(open ? Replacements::tr("Less") : Replacements::tr("Details"), ButtonKind::quiet, nullptr,
                            ButtonSize::small);
    more->setFlush();
    more->setTrailingIcon(open ? Icon::chevronUp : Icon::chevronDown);
    more->setObjectName(QStringLiteral("details-") + model.id);
    more->setAccessibleName(open ? Replacements::tr("Less about %1").arg(model.name)
                                 : Replacements::tr("Details of %1").arg(model.name));
    QObject::connect(more, &QPushButton::clicked, more, [id = model.id, open, actions] { actions.details(id, !open); });
    FlowLayout* doors = nullptr;
    QWidget* atEnd = makeFlow(doors, space::m);
    doors->addWidget(more);
    if (!model.site.isEmpty() && !open) {   // open, the card shows it with the other ways to get it
        auto* site = makeSiteButton(model, Replacements::tr("Site"));
        site->setObjectName(QStringLiteral("page-") + model.id);
        doors->addWidget(site);
    }
    facts->addWidget(atEnd);
    facts->setLastAtEnd();
    if (open) {
        column->addWidget(makeDetails(model));
    }
    card->addPlain(content);
    return card;
}

}   // namespace offramp::ui
