#include "pages/removal/progress_model.h"

#include "pages/removal/plan_model.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

using Phase = RemovalState::Phase;

constexpr int thousand = 1000;

QString doneWords(const Step& step)
{
    const QString subject = QString::fromStdString(step.subject);
    if (removesProduct(step.action)) {
        return Removal::tr("%1 removed").arg(subject);
    }
    if (std::holds_alternative<MakeRestorePoint>(step.action)) {
        return Removal::tr("Restore point made");
    }
    if (std::holds_alternative<RestartMachine>(step.action)) {
        return Removal::tr("Computer restarted");
    }
    if (std::holds_alternative<AwaitProtection>(step.action)) {
        return Removal::tr("Looked whether an antivirus is on");
    }
    if (std::holds_alternative<LookAgain>(step.action)) {
        return Removal::tr("Looked again");
    }
    if (std::holds_alternative<ReviewLeftovers>(step.action)) {
        return Removal::tr("What was left has been shown");
    }
    return Removal::tr("%1 moved away").arg(subject);
}

// A word for the state, said beside the step.
QString stateWords(StepState state)
{
    switch (state) {
    case StepState::waiting: return Removal::tr("to come");
    case StepState::running: return Removal::tr("at work");
    case StepState::done: return Removal::tr("done");
    case StepState::alreadyDone: return Removal::tr("was so already");
    case StepState::doneUnchecked: return Removal::tr("done, as its program says");
    case StepState::doneAfterRestart: return Removal::tr("done after the restart");
    case StepState::notNeeded: return Removal::tr("not needed");
    case StepState::skipped: return Removal::tr("left out by you");
    case StepState::waitingForRestart: return Removal::tr("waits for the restart");
    case StepState::waitingForProtection: return Removal::tr("no antivirus is on yet");
    case StepState::waitingForPerson: return Removal::tr("waits for you");
    case StepState::interrupted: return Removal::tr("was interrupted");
    case StepState::stillThere: return Removal::tr("still there");
    case StepState::busy: return Removal::tr("something else was at work");
    case StepState::refused: return Removal::tr("refused");
    case StepState::declined: return Removal::tr("permission not given");
    case StepState::failed: return Removal::tr("did not work");
    case StepState::needsPassword: return Removal::tr("needs its password");
    case StepState::undone: return Removal::tr("put back");
    }
    return {};
}

Tone toneOf(StepState state)
{
    if (state == StepState::running) {
        return Tone::working;
    }
    if (state == StepState::waiting) {
        return Tone::unknown;
    }
    if (state == StepState::skipped || state == StepState::notNeeded || state == StepState::undone) {
        return Tone::off;
    }
    return isSettled(state) ? Tone::fine : Tone::attention;
}

bool isPlainlyDone(StepState state)
{
    return state == StepState::done || state == StepState::doneUnchecked;
}

// Nothing is held up by it, and the journal says why there is none.
bool madeNoRestorePoint(const Step& step, const Transition* newest)
{
    return std::holds_alternative<MakeRestorePoint>(step.action) && newest != nullptr && isSettled(newest->state)
           && !newest->detail.empty();
}

StepRow rowOf(const Step& step, const RemovalState& state, bool next)
{
    const MigrationRecord& record = *state.record;
    const bool running = state.running && state.running->step == step.id;
    const StepState at = running ? StepState::running : stateOf(record, step.id);
    StepRow row;
    row.id = QString::fromStdString(step.id);
    row.tone = toneOf(at);
    row.current = running || (needsPerson(at) && next);
    row.title = isPlainlyDone(at) ? doneWords(step) : stepHeading(step);
    const Transition* newest = newestOf(record, step.id);
    if (at == StepState::running) {
        row.when = newest != nullptr ? Removal::tr("since %1").arg(clockTime(newest->moment.at)) : stateWords(at);
    } else if (at == StepState::waiting) {
        row.when = next ? Removal::tr("next") : QString();
    } else if (isPlainlyDone(at) && newest != nullptr) {
        row.when = clockTime(newest->moment.at);
    } else {
        row.when = stateWords(at);
    }
    row.accessibleName = row.title + QStringLiteral(", ") + stateWords(at);
    if (isPlainlyDone(at) && madeNoRestorePoint(step, newest)) {
        row.tone = Tone::off;
        row.title = row.accessibleName = Removal::tr("No restore point was made");
    }
    return row;
}

QStringList detailsOf(const MigrationRecord& record)
{
    QStringList lines;
    for (const Transition& transition : record.transitions) {
        const Step* step = stepOf(record.plan, transition.step);
        QString line = clockTime(transition.moment.at) + QStringLiteral("  ")
                       + (step != nullptr ? stepHeading(*step) : QString::fromStdString(transition.step))
                       + QStringLiteral(": ") + stateWords(transition.state);
        if (transition.code) {
            line += QStringLiteral(" (%1)").arg(Removal::tr("code %1").arg(*transition.code));
        }
        if (!transition.detail.empty()) {
            line += QStringLiteral(" \u2013 ") + QString::fromStdString(transition.detail);
        }
        lines.append(line);
    }
    return lines;
}

// What is said of the step that runs.
void sayRunning(NowCard& card, const Step& step, const RemovalState::Running& running)
{
    const QString subject = QString::fromStdString(step.subject);
    if (std::holds_alternative<RunUninstaller>(step.action)) {
        card.title = Removal::tr("Its own uninstaller is open: answer its questions");
        card.text =
            Removal::tr("It may be behind other windows. We wait as long as it takes and go on when it closes.");
    } else if (std::holds_alternative<RemoveMsiProduct>(step.action)) {
        card.title = Removal::tr("Windows Installer removes %1").arg(subject);
        card.text = Removal::tr("Windows may ask for your approval. Some minutes are normal.");
    } else if (std::holds_alternative<RemovePackage>(step.action)) {
        card.title = Removal::tr("The package manager removes %1").arg(subject);
        card.text = Removal::tr("The system may ask for an administrator's password.");
    } else if (std::holds_alternative<MakeRestorePoint>(step.action)) {
        card.title = Removal::tr("Windows makes a restore point");
        card.text = Removal::tr("Windows may ask for your approval. Some minutes are normal.");
    } else if (std::holds_alternative<AwaitProtection>(step.action)) {
        card.title = Removal::tr("Waiting until an antivirus is on");
        card.text = Removal::tr("The system is asked every few seconds. This goes on by itself.");
    } else if (std::holds_alternative<LookAgain>(step.action)) {
        card.title = Removal::tr("Looking again, as on the first day");
        card.text = Removal::tr("The same check as before. It changes nothing.");
    } else {
        card.title = stepHeading(step);
        card.text = Removal::tr("It is moved where it can be put back from.");
    }
    const bool hasWindow = running.window != 0;
    const WizardButton show{WizardAction::showItsWindow, Removal::tr("Show its window"), std::nullopt, true, true};
    if (hasWindow) {
        card.buttons = {show};
    }
    if (running.silent) {
        card.tone = Tone::attention;
        const auto minutes =
            static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(*running.silent).count());
        card.title = Removal::tr("No sign of life for %n minute(s)", nullptr, std::max(1, minutes));
        card.text =
            Removal::tr("It may wait for an answer in a window of its own, or hang. Offramp does not end it; it "
                        "can only stop waiting and ask you.");
        card.buttons = {{WizardAction::keepWaiting, Removal::tr("Keep waiting"), std::nullopt, true, true},
                        {WizardAction::stopWaiting, Removal::tr("Stop waiting"), std::nullopt, false, true}};
        if (hasWindow) {
            card.buttons.front().primary = false;
            card.buttons.insert(card.buttons.begin(), show);
        }
    }
    if (running.needsPassword) {
        card.tone = Tone::attention;
        card.title = Removal::tr("%1 asks for its uninstall password").arg(subject);
        card.text = Removal::tr("Whoever protected it knows it. Offramp hands it over and keeps it nowhere.");
        card.asksPassword = true;
        card.buttons = {{WizardAction::noPassword, Removal::tr("I do not have it"), std::nullopt, false, true}};
    }
}

struct HaltWords {
    QString title;
    QString text;
};

HaltWords haltWords(const Step& step, StepState state)
{
    const QString subject = step.subject.empty() ? stepHeading(step) : QString::fromStdString(step.subject);
    switch (state) {
    case StepState::declined:
        return {Removal::tr("The permission was not given"),
                Removal::tr("Without it this step cannot be done. Nothing of it was changed.")};
    case StepState::stillThere:
        return {Removal::tr("%1 is still there").arg(subject),
                Removal::tr("Its program ended well, but the check still finds it. Often a restart and a second try "
                            "help.")};
    case StepState::busy:
        return {Removal::tr("Something else is installing or removing"),
                Removal::tr("Wait until it is done, then try again.")};
    case StepState::refused:
        return {Removal::tr("This step was refused"),
                Removal::tr("Something about it is not as it was approved, or not as it has to be. Nothing was run.")};
    case StepState::needsPassword:
        return {Removal::tr("%1 needs its uninstall password").arg(subject),
                Removal::tr("Find it first. Whoever protected it knows it.")};
    case StepState::interrupted:
        return {Removal::tr("This step was interrupted"),
                Removal::tr("How far it came could not be told. Trying again is safe: it is checked first.")};
    case StepState::waitingForProtection:
        return {Removal::tr("No antivirus is on yet"),
                Removal::tr("Turn on what shall protect this computer, or install it, and try again.")};
    default: break;
    }
    return {Removal::tr("This step did not work"),
            Removal::tr("Nothing else was done after it. Trying again is safe: it is checked first.")};
}

void addChoices(NowCard& card, const Step& step)
{
    card.buttons = {{WizardAction::tryAgain, Removal::tr("Try again"), Icon::refresh, true, true}};
    if (!std::holds_alternative<LookAgain>(step.action)) {
        card.buttons.append({WizardAction::skipStep, Removal::tr("Go on without it"), std::nullopt, false, true});
    }
    card.buttons.append({WizardAction::askToAbandon, Removal::tr("Leave it there\u2026"), std::nullopt, false, true});
}

NowCard nowCard(const RemovalState& state, const WizardChoices& choices)
{
    NowCard card;
    const MigrationRecord& record = *state.record;
    const Step* step = state.running ? stepOf(record.plan, state.running->step)
                       : state.halt  ? stepOf(record.plan, state.halt->step)
                                     : nullptr;
    if (step == nullptr) {
        step = nextStep(record);
    }
    if (choices.abandoning && state.phase != Phase::working) {
        card.tone = Tone::attention;
        card.title = Removal::tr("End the removal here?");
        card.text = Removal::tr("What was done stays done. What was not done stays as it is. You can begin anew at any "
                                "time.");
        card.buttons = {{WizardAction::keepGoing, Removal::tr("Not yet"), std::nullopt, true, true},
                        {WizardAction::abandon, Removal::tr("End it here"), std::nullopt, false, true}};
        return card;
    }
    if (state.phase == Phase::working) {
        if (step != nullptr && state.running) {
            sayRunning(card, *step, *state.running);
        } else {
            card.title = Removal::tr("One moment");
        }
        return card;
    }
    card.tone = Tone::attention;
    if (state.error) {
        card.more.append(problemWithPlace(*state.error));
    }
    if (state.halt && state.halt->why == Halt::Why::stopped) {
        card.tone = Tone::note;
        card.title = Removal::tr("Stopped between two steps");
        card.text = Removal::tr("Nothing is half done. Go on whenever you like, also after a restart.");
        card.buttons = {{WizardAction::goOn, Removal::tr("Go on"), std::nullopt, true, true},
                        {WizardAction::askToAbandon, Removal::tr("End it here\u2026"), std::nullopt, false, true}};
        return card;
    }
    if (step == nullptr) {
        card.title = Removal::tr("The removal cannot go on");
        return card;
    }
    const HaltWords words = haltWords(*step, state.halt ? state.halt->state : stateOf(record, step->id));
    card.title = words.title;
    card.text = words.text;
    if (const Transition* newest = newestOf(record, step->id)) {
        if (!newest->detail.empty()) {
            card.more.append(QString::fromStdString(newest->detail));
        }
        if (newest->code) {
            card.more.append(Removal::tr("It ended with the code %1.").arg(*newest->code));
        }
    }
    addChoices(card, *step);
    return card;
}

}   // namespace

bool WorkModel::saysTheSame(const WorkModel& other) const
{
    return std::tie(title, text, now, steps, details, gap, stopped)
           == std::tie(other.title, other.text, other.now, other.steps, other.details, other.gap, other.stopped);
}

WorkModel workModel(const RemovalState& state, const WizardChoices& choices, std::chrono::seconds age)
{
    WorkModel model;
    if (!state.record) {
        return model;
    }
    const MigrationRecord& record = *state.record;
    const Step* next = nextStep(record);
    int settled = 0;
    int current = 0;
    for (std::size_t i = 0; i < record.plan.steps.size(); ++i) {
        const Step& step = record.plan.steps[i];
        settled += isSettled(stateOf(record, step.id)) ? 1 : 0;
        const bool isNow = state.running ? state.running->step == step.id : next == &step;
        current = isNow ? static_cast<int>(i) + 1 : current;
        model.steps.append(rowOf(step, state, next == &step));
        if (isNow) {
            model.title = stepHeading(step);
        }
    }
    const auto total = static_cast<int>(record.plan.steps.size());
    const double fraction = state.running && state.running->fraction ? *state.running->fraction : 0;
    model.total = std::max(1, total) * thousand;
    model.done =
        std::min(model.total, settled * thousand + static_cast<int>(std::clamp(fraction, 0.0, 1.0) * thousand));
    model.stopped = state.phase != Phase::working;
    if (model.title.isEmpty()) {
        model.title = Removal::tr("Removing");
    }
    const QString place = Removal::tr("Step %1 of %2.").arg(number(std::max(1, current)), number(total));
    model.text = model.stopped ? place + u' ' + Removal::tr("It waits for you.")
                               : place + u' ' + Removal::tr("You can leave this window open and use the computer.");
    model.now = nowCard(state, choices);
    model.details = detailsOf(record);
    model.gap = gapCard(state.gap, age);
    return model;
}

RestartModel restartModel(const RemovalState& state, std::chrono::seconds age)
{
    RestartModel model;
    model.title = Removal::tr("Restart this computer");
    model.text = state.rehearsal ? Removal::tr("Here the computer would restart. In a rehearsal it is only played.")
                                 : Removal::tr("What was removed is only gone for good after a restart.");
    model.steps = {Removal::tr("Save your open work and close other programs."),
                   Removal::tr("The computer restarts, and you sign in as always."),
                   state.error ? Removal::tr("Open Offramp then. It goes on where it was.")
                               : Removal::tr("Offramp opens by itself and goes on where it was."),
                   Removal::tr("It sees that an antivirus is on, and looks again at everything.")};
    model.gap = gapCard(state.gap, age);
    model.start = startCard(state);
    return model;
}

}   // namespace offramp::ui
