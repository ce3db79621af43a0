#include "pages/removal/wizard_model.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

using Phase = RemovalState::Phase;

const StepAction* currentAction(const RemovalState& state)
{
    if (!state.record) {
        return nullptr;
    }
    const std::string id = state.running ? state.running->step : state.halt ? state.halt->step : std::string();
    const Step* step = stepOf(state.record->plan, id);
    if (step == nullptr) {
        step = nextStep(*state.record);
    }
    return step != nullptr ? &step->action : nullptr;
}

bool isLeftoversPlan(const RemovalState& state)
{
    return state.record && state.record->plan.kind == RemovalPlan::Kind::leftovers;
}

bool reviewsLeftovers(const RemovalState& state)
{
    const StepAction* action = currentAction(state);
    return state.phase == Phase::halted && action != nullptr && std::holds_alternative<ReviewLeftovers>(*action);
}

bool isManaged(const RemovalState& state)
{
    return std::any_of(state.guards.begin(), state.guards.end(), [](const Guard& guard) {
        return guard.id == GuardId::managed && guard.state == GuardState::inTheWay && !guard.answerable;
    });
}

WizardPage proposedPage(const RemovalState& state, const WizardChoices& choices)
{
    if (isManaged(state)) {
        return WizardPage::managed;
    }
    const bool onlyLeftovers = !state.proposal.plan && !state.leftovers.empty();
    if (choices.goal == WizardChoices::Goal::leftovers || onlyLeftovers) {
        return state.leftovers.empty() ? WizardPage::nothingToRemove : WizardPage::check;
    }
    // Without a plan the choice of products may be what took it away, so that page can still be reached.
    if (!state.proposal.plan && state.proposal.kept.empty()) {
        return WizardPage::nothingToRemove;
    }
    switch (choices.at) {
    case WizardChoices::At::beforeYouStart: return WizardPage::beforeYouStart;
    case WizardChoices::At::protection: return WizardPage::protection;
    case WizardChoices::At::review: return state.proposal.plan ? WizardPage::review : WizardPage::protection;
    }
    return WizardPage::beforeYouStart;
}

// Where the step that is at hand stands in the row of steps.
int placeOfWork(const RemovalState& state)
{
    constexpr int remove = 3;
    constexpr int restart = 4;
    constexpr int check = 5;
    const StepAction* action = currentAction(state);
    if (action == nullptr) {
        return remove;
    }
    if (std::holds_alternative<RestartMachine>(*action)) {
        return restart;
    }
    const bool looks = std::holds_alternative<AwaitProtection>(*action) || std::holds_alternative<LookAgain>(*action)
                       || std::holds_alternative<ReviewLeftovers>(*action);
    return looks ? check : remove;
}

int placeOf(WizardPage page, const RemovalState& state)
{
    switch (page) {
    case WizardPage::waiting:
    case WizardPage::cannotStart:
    case WizardPage::managed:
    case WizardPage::nothingToRemove:
    case WizardPage::beforeYouStart: return 0;
    case WizardPage::protection: return 1;
    case WizardPage::review: return 2;
    case WizardPage::remove: return placeOfWork(state);
    case WizardPage::restart: return 4;
    case WizardPage::check: return 5;
    case WizardPage::done: return 6;
    }
    return 0;
}

int leftoversPlaceOf(WizardPage page)
{
    return page == WizardPage::done ? 2 : page == WizardPage::remove || page == WizardPage::restart ? 1 : 0;
}

WizardButton primary(WizardAction action, const QString& text, bool enabled = true)
{
    return {action, text, std::nullopt, true, enabled};
}

WizardButton back(bool enabled = true)
{
    return {WizardAction::back, Removal::tr("Back"), Icon::arrowLeft, false, enabled};
}

void addGuardButtons(WizardFrame& frame, const RemovalState& state)
{
    const auto held =
        std::count_if(state.guards.begin(), state.guards.end(), [](const Guard& guard) { return guard.holdsUp; });
    if (held > 0) {
        frame.noteIcon = Icon::attention;
        frame.noteColor = Color::attention;
        frame.note = Removal::tr("%n thing(s) left to settle", nullptr, static_cast<int>(held));
    }
    frame.buttons = {{WizardAction::lookAgainAtGuards, Removal::tr("Look again"), Icon::refresh, false, true},
                     primary(WizardAction::next, Removal::tr("Continue"), held == 0)};
}

void addWorkButtons(WizardFrame& frame, const RemovalState& state)
{
    if (state.phase == Phase::working) {
        const bool asked = state.running && state.running->stopAsked;
        frame.leading = WizardButton{WizardAction::stopAfterThisStep,
                                     asked ? Removal::tr("Stops after this step") : Removal::tr("Stop after this step"),
                                     Icon::stop, false, !asked};
        frame.note = Removal::tr("A step that has begun is finished first");
    }
}

void addCheckButtons(WizardFrame& frame, const RemovalState& state, const WizardChoices& choices)
{
    const auto chosen = static_cast<int>(chosenLeftovers(state, choices).size());
    const bool any = std::any_of(state.leftovers.begin(), state.leftovers.end(),
                                 [](const Leftover& leftover) { return leftover.step.has_value(); });
    if (!any) {
        frame.buttons = {primary(WizardAction::leaveThem, Removal::tr("Continue"))};
        return;
    }
    frame.noteIcon = Icon::undo;
    frame.note = Removal::tr("What moves can be put back from History");
    frame.buttons = {
        {WizardAction::leaveThem, Removal::tr("Leave them"), std::nullopt, false, true},
        primary(WizardAction::moveThem, Removal::tr("Move %n to quarantine", nullptr, chosen), chosen > 0)};
}

}   // namespace

std::set<std::string> chosenLeftovers(const RemovalState& state, const WizardChoices& choices)
{
    std::set<std::string> chosen;
    for (const Leftover& leftover : state.leftovers) {
        const bool on = choices.leftovers ? choices.leftovers->contains(leftover.id) : leftover.preselected;
        if (on && leftover.step) {
            chosen.insert(leftover.id);
        }
    }
    return chosen;
}

WizardPage wizardPage(const RemovalState& state, const WizardChoices& choices)
{
    switch (state.phase) {
    case Phase::idle:
    case Phase::preparing: return WizardPage::waiting;
    case Phase::failed: return state.record ? WizardPage::remove : WizardPage::cannotStart;
    case Phase::proposed: return proposedPage(state, choices);
    case Phase::working: return WizardPage::remove;
    case Phase::halted:
        if (reviewsLeftovers(state)) {
            return WizardPage::check;
        }
        return state.halt && state.halt->why == Halt::Why::restart ? WizardPage::restart : WizardPage::remove;
    case Phase::ended: return WizardPage::done;
    }
    return WizardPage::waiting;
}

WizardFrame wizardFrame(const RemovalState& state, const WizardChoices& choices)
{
    WizardFrame frame;
    frame.page = wizardPage(state, choices);
    const bool onlyLeftovers = (isLeftoversPlan(state) && !choices.afterRemoval)
                               || (!state.record && frame.page == WizardPage::check)
                               || (!state.record && choices.goal == WizardChoices::Goal::leftovers);
    if (onlyLeftovers) {
        frame.steps = {Removal::tr("See what is left"), Removal::tr("Move"), Removal::tr("Done")};
        frame.step = leftoversPlaceOf(frame.page);
    } else {
        frame.steps = {Removal::tr("Before you start"),
                       Removal::tr("Choose protection"),
                       Removal::tr("Review the plan"),
                       Removal::tr("Remove"),
                       Removal::tr("Restart"),
                       Removal::tr("Check"),
                       Removal::tr("Done")};
        constexpr int check = 5;
        const bool moves = isLeftoversPlan(state) && frame.page != WizardPage::done;
        frame.step = moves ? check : placeOf(frame.page, state);
    }
    if (state.rehearsal) {
        frame.mark = Removal::tr("Rehearsal: every step is only played. Nothing on this computer is changed.");
    }
    frame.leading = WizardButton{WizardAction::quit, Removal::tr("Save and quit"), std::nullopt, false, true};
    switch (frame.page) {
    case WizardPage::waiting: frame.leading->text = Removal::tr("Quit"); break;
    case WizardPage::cannotStart:
    case WizardPage::managed:
    case WizardPage::nothingToRemove:
        frame.leading.reset();
        frame.buttons = {primary(WizardAction::finish, Removal::tr("Back to the Overview"))};
        break;
    case WizardPage::beforeYouStart: addGuardButtons(frame, state); break;
    case WizardPage::protection:
        if (!state.proposal.plan) {
            frame.note = Removal::tr("Nothing would be removed");
        }
        frame.buttons = {back(), primary(WizardAction::next, Removal::tr("Continue"), state.proposal.plan.has_value())};
        break;
    case WizardPage::review: {
        const bool may = mayGoOn(state.guards);
        if (!may) {
            frame.noteIcon = Icon::attention;
            frame.noteColor = Color::attention;
            frame.note = Removal::tr("Something is in the way again. Go back to the start.");
        }
        WizardButton start = primary(
            WizardAction::start, state.rehearsal ? Removal::tr("Start the rehearsal") : Removal::tr("Start removal"),
            may && !state.digest.empty());
        start.icon = Icon::rights;
        frame.buttons = {back(), start};
        break;
    }
    case WizardPage::remove: addWorkButtons(frame, state); break;
    case WizardPage::restart:
        frame.leading->text = Removal::tr("Later");
        frame.note = state.rehearsal ? QString() : Removal::tr("Save open work first");
        frame.buttons = {primary(WizardAction::restartNow,
                                 state.rehearsal ? Removal::tr("Play the restart") : Removal::tr("Restart now"))};
        frame.buttons.front().icon = Icon::restart;
        if (state.bootSafety && warnsOfRestart(*state.bootSafety)) {
            frame.noteIcon = Icon::attention;
            frame.noteColor = Color::attention;
            frame.note = Removal::tr("Read the warning first");
            frame.buttons.front().text = Removal::tr("Restart all the same");
            frame.buttons.front().primary = false;
        }
        break;
    case WizardPage::check: addCheckButtons(frame, state, choices); break;
    case WizardPage::done:
        frame.leading =
            WizardButton{WizardAction::openHistory, Removal::tr("Open History"), Icon::history, false, true};
        if (state.rehearsal) {
            frame.leading.reset();
        }
        frame.buttons = {primary(WizardAction::finish, Removal::tr("Finish"))};
        break;
    }
    return frame;
}

}   // namespace offramp::ui
