#include "pages/overview/overview_page.h"

#include "pages/overview/summary.h"
#include "reminder/policy_banner.h"
#include "shell/save_file.h"
#include "style/style_sheet.h"
#include "style/theme.h"
#include "text/words.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/progress_line.h"

#include <QAccessible>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QMenu>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

QVBoxLayout* makeColumn(QWidget* box)
{
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().space(space::m));
    return column;
}

}   // namespace

OverviewPage::OverviewPage(QWidget* parent) : Page(parent), m_model(overviewStarting()) {}

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::takeState()
{
    const PageState& now = state();
    if (now.failure) {
        setModel(overviewFailure(now.failure->missing, now.failure->problem), now.person);
    } else if (now.catalog != nullptr) {
        setModel(overviewModel(now.session, *now.catalog, now.now), now.person);
    } else {
        setModel(overviewStarting(), now.person);
    }
}

void OverviewPage::setModel(const OverviewModel& model, Person person)
{
    const bool sameQuestion =
        m_person == person && m_asked == state().asksForPerson && m_unfinished == state().unfinishedRemoval;
    m_unfinished = state().unfinishedRemoval;
    m_asked = state().asksForPerson;
    m_person = person;
    // In another language the words change too.
    const bool onlyProgress = m_model.hero.kind == HeroKind::scanning && model.hero.kind == HeroKind::scanning
                              && m_model.hero.title == model.hero.title && sameQuestion && m_hero.progress != nullptr;
    const bool finished = m_model.running && !model.running;
    m_model = model;
    if (finished) {   // what was saved was of the check before
        m_saved.clear();
        m_saveProblem.clear();
    }
    if (onlyProgress && model.hero.progress) {
        m_hero.progress->setRange(0, model.hero.progress->total);
        m_hero.progress->setValue(model.hero.progress->done);
        m_hero.place->setText(model.hero.progress->place);
        return;
    }
    rebuild();
    if (finished) {
        QAccessibleEvent done(m_hero.title, QAccessible::Alert);
        QAccessible::updateAccessibility(&done);
    }
}

void OverviewPage::follow(OverviewAction action)
{
    switch (action) {
    case OverviewAction::switchSafely: emit pageRequested(PageId::switchSafely, QString()); return;
    case OverviewAction::reviewLeft: emit pageRequested(PageId::reviewLeft, QString()); return;
    case OverviewAction::remindLater: emit pageRequested(PageId::remindLater, QString()); return;
    case OverviewAction::keepSuccessor: emit pageRequested(PageId::keepSuccessor, QString()); return;
    case OverviewAction::lookThere: emit pageRequested(PageId::lookThere, QString()); return;
    case OverviewAction::seeReplacements: emit pageRequested(PageId::replacements, QString()); return;
    case OverviewAction::whyWeSayThis: emit pageRequested(PageId::why, QString()); return;
    case OverviewAction::copySummary: QGuiApplication::clipboard()->setText(summaryText(m_model)); return;
    case OverviewAction::savePage: askForPage(); return;
    case OverviewAction::checkAgain: emit checkRequested(); return;
    case OverviewAction::cancelCheck: emit checkCancelRequested(); return;
    }
}

void OverviewPage::askForPage()
{
    const QString file = askWhereToSave(this, tr("Save the page"), QStringLiteral("offramp.html"), FileKind::html);
    if (!file.isEmpty()) {
        savePage(file);
    }
}

void OverviewPage::savePage(const QString& file)
{
    const CheckResult* result = state().result();
    if (result == nullptr) {
        return;
    }
    const QString problem = saveFile(file, summaryPage(m_model, *result).toUtf8());
    m_saved = problem.isEmpty() ? file : QString();
    m_saveProblem = problem.isEmpty() ? QString() : notSavedWords(file, problem);
    rebuild();
}

QWidget* OverviewPage::makeUnfinished()
{
    auto* resume = new Button(tr("Go on with it"), ButtonKind::secondary);
    resume->setObjectName(QStringLiteral("resumeRemoval"));
    connect(resume, &QPushButton::clicked, this,
            [this] { emit pageRequested(PageId::switchSafely, QStringLiteral("resume")); });
    return new Banner(Tone::attention, tr("A removal is not finished"),
                      tr("It waits where it was. Nothing goes on before you say so."), resume,
                      pageWidth() == PageWidth::narrow);
}

QWidget* OverviewPage::makeSaved()
{
    if (!m_saveProblem.isEmpty()) {
        return new Banner(Tone::attention, QString(), m_saveProblem, nullptr, false);
    }
    auto* open = new Button(tr("Open the page"), ButtonKind::secondary);
    open->setObjectName(QStringLiteral("openPage"));
    connect(open, &QPushButton::clicked, open,
            [file = m_saved] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    return new Banner(Tone::fine, tr("The page is saved"),
                      tr("%1. Send this file, or open it and print it there.").arg(QDir::toNativeSeparators(m_saved)),
                      open, pageWidth() == PageWidth::narrow);
}

void OverviewPage::rebuild()
{
    const ActionSink act = [this](OverviewAction action) { follow(action); };
    auto* content = new QWidget;
    QVBoxLayout* column = makeColumn(content);
    m_hero = makeHero(m_model.hero, pageWidth(), act);
    column->addWidget(m_hero.card);
    if (m_unfinished) {
        column->addWidget(makeUnfinished());
    }
    if (!m_saved.isEmpty() || !m_saveProblem.isEmpty()) {
        column->addWidget(makeSaved());
    }
    if (state().asksForPerson) {
        column->addWidget(makePersonQuestion());
    }
    // A clean computer has done what is asked; that a policy is damaged is worth knowing anywhere.
    if (const CheckResult* result = state().result();
        result != nullptr
        && (result->policy.refused || (result->policy.policy && result->assessment.verdict != Verdict::clean))) {
        column->addWidget(makePolicyBanner(result->policy, std::nullopt));
    }
    for (const QString& note : m_model.notes) {
        column->addWidget(new Banner(Tone::attention, QString(), note, nullptr, false));
    }
    if (m_model.hasResult) {
        if (m_model.showsCoverage && m_model.notChecked) {
            const bool asked = m_model.hero.kind == HeroKind::couldNotTell;   // its headline carries the button already
            column->addWidget(
                asked ? new Banner(Tone::unknown, m_model.notChecked->title, m_model.notChecked->text, nullptr, false)
                      : makeNotCheckedBanner(*m_model.notChecked, pageWidth(), act));
        }
        column->addWidget(makeColumns());
        if (m_model.bestFit) {
            column->addWidget(makeBestFitCard(*m_model.bestFit, pageWidth(), act));
        }
        column->addStretch(1);
        column->addWidget(makeFooter());
    } else {
        column->addStretch(1);
    }
    setContent(content);
}

QWidget* OverviewPage::makeColumns()
{
    const Theme& theme = Theme::instance();
    QList<QWidget*> main;
    if (!m_model.found.isEmpty()) {
        main.append(
            makeFoundCard(m_model.found, [this](const QString& part) { emit pageRequested(PageId::products, part); }));
    }
    if (!m_model.traces.isEmpty()) {
        main.append(makeTracesCard(m_model));
    }
    if (m_model.showsCoverage || main.isEmpty()) {
        main.append(makeCoverageCard(m_model));
    }
    QList<QWidget*> side{makeProtectionCard(m_model)};
    if (m_model.notChecked && !m_model.showsCoverage) {
        const ActionSink act = [this](OverviewAction action) { follow(action); };
        side.append(makeNotCheckedBanner(*m_model.notChecked, PageWidth::narrow, act));
    }

    auto* box = new QWidget;
    if (pageWidth() == PageWidth::narrow) {
        QVBoxLayout* column = makeColumn(box);
        for (QWidget* card : main + side) {
            column->addWidget(card);
        }
        return box;
    }
    auto* columns = new QHBoxLayout(box);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme.space(space::m));
    auto* mainBox = new QWidget;
    auto* sideBox = new QWidget;
    QVBoxLayout* mainColumn = makeColumn(mainBox);
    QVBoxLayout* sideColumn = makeColumn(sideBox);
    for (QWidget* card : main) {
        mainColumn->addWidget(card, card == main.back() ? 1 : 0);
    }
    // One card ends where its neighbour ends; several keep their own heights.
    constexpr qsizetype tallNeighbour = 4;
    const bool pairs =
        side.size() == 1 && main.size() == 1 && m_model.found.size() <= tallNeighbour && !m_model.found.isEmpty();
    for (QWidget* card : side) {
        sideColumn->addWidget(card, pairs ? 1 : 0);
    }
    if (!pairs) {
        sideColumn->addStretch(1);
    }
    sideBox->setFixedWidth(theme.dp(size::sideColumn_overview));
    columns->addWidget(mainBox, 1);
    columns->addWidget(sideBox);
    return box;
}

QWidget* OverviewPage::makePersonQuestion()
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(tr("One question"));
    card->setObjectName(QStringLiteral("personQuestion"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, theme.space(space::inner));
    column->setSpacing(theme.space(space::s));
    auto* question = new Label(tr("One question: for whom shall we look at the rules?"), Type::bodyStrong, Color::text);
    question->setHeading();
    column->addWidget(question);
    column->addWidget(new Label(tr("We took \u201C%1\u201D, by the country this computer is set to. You can change it "
                                   "at any time, in Settings or below.")
                                    .arg(personName(m_person)),
                                Type::body, Color::text2));
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    buttons->setLayout(flow);
    auto* right = new Button(tr("That is right"), ButtonKind::secondary, nullptr, ButtonSize::small);
    right->setObjectName(QStringLiteral("personRight"));
    connect(right, &QPushButton::clicked, this, [this] { emit personChosen(m_person); });
    flow->addWidget(right);
    auto* other = new Button(tr("Somebody else"), ButtonKind::secondary, nullptr, ButtonSize::small);
    other->setObjectName(QStringLiteral("personOther"));
    other->setTrailingIcon(Icon::chevronDown);
    connect(other, &QPushButton::clicked, this, [this, other] { showPersonMenu(other); });
    flow->addWidget(other);
    column->addWidget(buttons);
    card->addPlain(content);
    return card;
}

QWidget* OverviewPage::makeFooter()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, 0, column);
    auto* words = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::m), 0);
    words->setLayout(flow);
    column->addWidget(words);
    for (const QString& part : m_model.footer) {
        flow->addWidget(new Label(part, Type::caption, Color::text3));
    }
    auto* person =
        new Button(tr("Rules for: %1").arg(personName(m_person)), ButtonKind::quiet, nullptr, ButtonSize::small);
    person->setFlush();
    person->setTrailingIcon(Icon::chevronDown);
    person->setObjectName(QStringLiteral("person"));
    connect(person, &QPushButton::clicked, this, [this, person] { showPersonMenu(person); });

    auto* again = new Button(tr("Check again"), ButtonKind::quiet, nullptr, ButtonSize::small);
    again->setFlush();
    again->setLeadingIcon(Icon::refresh);
    again->setObjectName(QStringLiteral("checkAgain"));
    connect(again, &QPushButton::clicked, this, [this] { emit checkRequested(); });
    auto* row = new QBoxLayout(pageWidth() == PageWidth::narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    row->setSpacing(theme.space(pageWidth() == PageWidth::narrow ? 0 : space::m));
    row->addWidget(person, 0, Qt::AlignLeading);
    row->addStretch(1);
    row->addWidget(again, 0, Qt::AlignLeading);
    column->addLayout(row);
    return box;
}

void OverviewPage::showPersonMenu(QWidget* button)
{
    auto* menu = new QMenu(button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setStyleSheet(menuStyleSheet());
    menu->setFont(Theme::instance().font(Type::body));
    auto* group = new QActionGroup(menu);
    for (const Person person :
         {Person::us, Person::federal, Person::contractor, Person::otherGovernment, Person::other}) {
        QAction* action = menu->addAction(personName(person));
        action->setCheckable(true);
        action->setChecked(person == m_person);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, person] { emit personChosen(person); });
    }
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

}   // namespace offramp::ui
