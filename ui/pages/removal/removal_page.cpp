#include "pages/removal/removal_page.h"

#include "session/removal.h"
#include "style/theme.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/foldable_group.h"
#include "widgets/label.h"
#include "widgets/progress_line.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>
#include <tuple>
#include <utility>

namespace offramp::ui {

namespace {

using Phase = RemovalState::Phase;

const QString headlineName = QStringLiteral("headline");

}   // namespace

bool RemovalPage::Content::saysTheSame(const Content& other) const
{
    const bool progressed =
        progress.has_value() == other.progress.has_value() && (!progress || progress->saysTheSame(*other.progress));
    return progressed
           && std::tie(guards, protection, plan, restart, check, done, message, said)
                  == std::tie(other.guards, other.protection, other.plan, other.restart, other.check, other.done,
                              other.message, other.said);
}

RemovalPage::RemovalPage(const PageContext& context, WizardChoices::Goal goal, QWidget* parent)
    : Page(parent), m_service(*context.removal), m_goal(goal)
{
    m_choices.goal = goal;
    setSideMargin(space::wizardMargin);
    constexpr std::chrono::minutes onceAMinute{1};
    m_clock.setInterval(onceAMinute);
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_clock, &QTimer::timeout, this, &RemovalPage::refresh);
    connect(&m_service, &RemovalService::changed, this, [this] {
        if (m_active) {
            refresh();
        }
    });
}

QString RemovalPage::title() const
{
    return m_goal == WizardChoices::Goal::removal ? tr("Guided removal") : tr("What is left behind");
}

RemovalSession* RemovalPage::session() const
{
    return m_service.bridge() != nullptr ? &m_service.bridge()->session() : nullptr;
}

void RemovalPage::showPart(const QString& part)
{
    m_active = true;
    m_said.clear();
    const bool rehearses = part == QLatin1String("rehearsal");
    const bool over = session() != nullptr && m_service.bridge()->state().phase == Phase::ended;
    if (rehearses || over) {
        m_service.close();
        forgetChoices();
        m_preparedFor.reset();
    }
    if (rehearses) {
        m_service.open(RemovalMode::rehearsal);
    }
    const QString earlier = QStringLiteral("removal-");
    m_earlier =
        part.startsWith(earlier) ? std::optional<std::int64_t>(part.mid(earlier.size()).toLongLong()) : std::nullopt;
    m_goesOnWhenUp = part == QLatin1String("resume");
    begin();
    refresh();
}

// Opens what can be opened; the guards are looked up as soon as there is a check.
void RemovalPage::begin()
{
    if (m_service.bridge() == nullptr) {
        m_preparedFor.reset();
        m_service.open(m_service.mode());
    }
}

void RemovalPage::takeState()
{
    if (m_active) {
        begin();
        refresh();
    }
}

void RemovalPage::refresh()
{
    if (RemovalSession* open = session()) {
        follow(open->state());
    }
    RemovalSession* open = session();
    const RemovalState at = open != nullptr ? open->state() : RemovalState{};
    // A clock that is set does not change how long nothing protected.
    const auto steady = std::chrono::steady_clock::now();
    if (m_gapRead != std::pair(at.gap.state, at.gap.least)) {
        m_gapRead = {at.gap.state, at.gap.least};
        m_gapReadAt = steady;
    }
    m_gapAge = std::chrono::duration_cast<std::chrono::seconds>(steady - m_gapReadAt);
    WizardFrame frame = wizardFrame(at, m_choices);
    if (open == nullptr && m_service.problem()) {
        frame.page = WizardPage::cannotStart;
    }
    const WizardPage before = m_frame.page;
    std::swap(m_frame, frame);
    Content content = contentOf(at);
    const bool same = m_frame == frame && m_content.saysTheSame(content);
    std::swap(m_content, content);
    if (same && m_content.progress && m_progress.line != nullptr) {
        m_progress.line->setRange(0, m_content.progress->total);
        m_progress.line->setValue(m_content.progress->done);
    }
    const bool ticks =
        (m_content.progress && m_content.progress->gap.ticks) || (m_content.restart && m_content.restart->gap.ticks);
    if (ticks && isVisible()) {
        m_clock.isActive() ? void() : m_clock.start();
    } else {
        m_clock.stop();
    }
    if (same) {
        return;
    }
    rebuild();
    if (before != m_frame.page) {
        showTop();
    }
    // Rare and polite: another page, a finished step, a question.
    const bool news =
        before != m_frame.page
        || (m_content.progress && content.progress && m_content.progress->now.title != content.progress->now.title);
    if (QWidget* headline = inContent(headlineName); news && headline != nullptr && isVisible()) {
        QAccessibleEvent alert(headline, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

// What goes on by itself, as soon as the session knows where it is.
void RemovalPage::follow(const RemovalState& at)
{
    RemovalSession& open = *session();
    if (at.phase == Phase::preparing || at.phase == Phase::working) {
        return;
    }
    if (m_earlier) {
        open.open(*std::exchange(m_earlier, std::nullopt));
        return;
    }
    if (at.phase == Phase::halted) {
        const bool down = at.halt && at.halt->why == Halt::Why::restart;   // asked for, and not up again yet
        const bool up = at.halt && at.halt->why == Halt::Why::stopped;
        if (!down && std::exchange(m_goesOnWhenUp, false) && up) {
            open.goOn();
        }
        return;
    }
    const bool mayPrepare =
        at.phase == Phase::idle || at.phase == Phase::proposed || (at.phase == Phase::failed && !at.record);
    if (mayPrepare && state().result() != nullptr && state().session.phase == CheckPhase::done
        && state().session.result != m_preparedFor) {
        m_preparedFor = state().session.result;
        open.prepare(m_preparedFor);
    }
}

RemovalPage::Content RemovalPage::contentOf(const RemovalState& at) const
{
    Content content;
    content.said = m_said;
    const QDate today = toLocal(state().now).date();
    switch (m_frame.page) {
    case WizardPage::waiting:
        content.message = {state().failure ? tr("No check could start, so there is nothing to plan from.")
                           : at.phase == Phase::preparing ? tr("Looking at what has to be settled first.")
                                                          : tr("This computer is being checked first.")};
        break;
    case WizardPage::cannotStart: {
        const std::optional<Error>& problem = at.error ? at.error : m_service.problem();
        content.message = {tr("Nothing was changed.")};
        if (problem) {
            content.message.append(problemWithPlace(*problem));
        }
        break;
    }
    case WizardPage::managed:
        for (const Guard& guard : at.guards) {
            if (guard.id == GuardId::managed) {
                content.message.append(reasonText(guard.title));
                content.message.append(reasonTexts(guard.reasons));
                content.message.append(reasonTexts(guard.todo));
                content.message.removeAll(QString());
            }
        }
        break;
    case WizardPage::nothingToRemove:
        content.message.append(at.proposal.why.empty() ? tr("Nothing was left behind.") : reasonTexts(at.proposal.why));
        break;
    case WizardPage::beforeYouStart: content.guards = guardsModel(at, m_choices); break;
    case WizardPage::protection: content.protection = protectionModel(at, state().catalog, today); break;
    case WizardPage::review: content.plan = planModel(at); break;
    case WizardPage::remove: content.progress = workModel(at, m_choices, m_gapAge); break;
    case WizardPage::restart: content.restart = restartModel(at, m_gapAge); break;
    case WizardPage::check: content.check = checkModel(at, m_choices); break;
    case WizardPage::done: content.done = doneOf(at); break;
    }
    return content;
}

// Moving what was left is the last part of a removal: the page tells of both.
DoneModel RemovalPage::doneOf(const RemovalState& at) const
{
    const QString replacement =
        at.wishes.replacement.empty() ? QString() : chosenProtection(at, state().catalog, toLocal(state().now).date());
    DoneModel model = doneModel(at, replacement, m_gapAge);
    if (m_removal && at.record && at.record->plan.kind == RemovalPlan::Kind::leftovers) {
        RemovalState removal = *m_removal;
        if (at.after != nullptr) {   // what was left then is not left now
            removal.after = at.after;
            removal.verification = verify(removal.record->plan, *at.after);
        }
        DoneModel whole = doneModel(removal, replacement, m_gapAge);
        whole.text += u' ' + model.title + u'.';
        whole.mayUndo = model.mayUndo;
        whole.moved = model.moved;
        whole.undone = model.undone;
        return whole;
    }
    return model;
}

QWidget* RemovalPage::makeMessage()
{
    QString title = tr("One moment");
    Tone tone = Tone::working;
    QStringList sentences = m_content.message;
    QList<WizardButton> buttons;
    switch (m_frame.page) {
    case WizardPage::cannotStart:
        title = tr("The removal cannot start");
        tone = Tone::attention;
        break;
    case WizardPage::managed:
        title = sentences.isEmpty() ? tr("This computer is managed") : sentences.takeFirst();
        tone = Tone::attention;
        sentences.append(tr("The page says what was found here. It can be printed or sent as it is."));
        buttons = {{WizardAction::savePageForAdministrator, tr("Save the page\u2026"), Icon::save, false, true}};
        break;
    case WizardPage::nothingToRemove:
        title = tr("There is nothing to remove");
        tone = Tone::fine;
        break;
    default: break;
    }
    return makeMessageView(tone, title, sentences, buttons, sink());
}

QWidget* RemovalPage::makeContent()
{
    if (m_content.guards) {
        return makeGuardsView(*m_content.guards, pageWidth(), sink());
    }
    if (m_content.protection) {
        return makeProtectionView(*m_content.protection, pageWidth(), sink());
    }
    if (m_content.plan) {
        return makePlanView(*m_content.plan, pageWidth(), sink());
    }
    if (m_content.restart) {
        return makeRestartView(*m_content.restart, pageWidth());
    }
    if (m_content.check) {
        return makeCheckView(*m_content.check, pageWidth(), sink());
    }
    if (m_content.done) {
        return makeDoneView(*m_content.done, pageWidth(), sink());
    }
    return makeMessage();
}

void RemovalPage::rebuild()
{
    const QWidget* focused = QApplication::focusWidget();
    const bool mine = focused != nullptr && isAncestorOf(focused);
    const QString focus = mine ? focused->objectName() : QString();
    // A half typed password is not lost because a minute passed.
    QString typed = m_progress.password != nullptr ? m_progress.password->text() : QString();
    const auto* details = m_progress.content != nullptr ? m_progress.content->findChild<FoldableGroup*>() : nullptr;
    const bool open = details != nullptr && details->isOpen();
    m_progress = {};
    QWidget* shown = nullptr;
    if (m_content.progress) {
        m_progress = makeProgressView(*m_content.progress, open, pageWidth(), sink());
        shown = m_progress.content;
        if (m_progress.password != nullptr) {
            m_progress.password->setText(typed);
        }
    } else {
        shown = makeContent();
    }
    typed.fill(QChar(0));
    if (!m_content.said.isEmpty()) {
        QBoxLayout* column = nullptr;
        QWidget* both = makeBox(Qt::Vertical, Theme::instance().space(space::m), column);
        auto* said = new Banner(Tone::note, QString(), m_content.said, nullptr, false);
        said->setObjectName(QStringLiteral("said"));
        column->addWidget(said);
        column->addWidget(shown, 1);
        shown = both;
    }
    // Tab goes through them in this order.
    setHeader(makeWizardHeader(m_frame));
    setContent(shown);
    setFooter(makeWizardFooter(m_frame, sink()));
    if (!mine) {
        return;
    }
    QWidget* again = nullptr;
    for (auto* each : findChildren<QWidget*>(focus)) {
        again = !focus.isEmpty() && each->isVisibleTo(this) && each->isEnabled() ? each : again;
    }
    if (again == nullptr) {   // the button led on: so does the keyboard
        for (auto* each : findChildren<Button*>()) {
            again = each->isVisibleTo(this) && each->isEnabled() && each->kind() == ButtonKind::primary ? each : again;
        }
    }
    if (again != nullptr) {
        again->setFocus(Qt::OtherFocusReason);
    }
}

void RemovalPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_active) {
        refresh();
    }
    if (!event->spontaneous()) {
        focusOn(headlineName);   // the first control may be far down
    }
}

void RemovalPage::hideEvent(QHideEvent* event)
{
    m_clock.stop();
    Page::hideEvent(event);
}

}   // namespace offramp::ui
