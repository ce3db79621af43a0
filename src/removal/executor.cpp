#include "removal/executor.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr Words<Halt::Why, 4> haltWords{{
    {Halt::Why::finished, "finished"},
    {Halt::Why::stopped, "stopped"},
    {Halt::Why::restart, "restart"},
    {Halt::Why::needsPerson, "needsPerson"},
}};

constexpr std::chrono::milliseconds pollEvery{2000};

StepState stateFor(StepOutcome::Kind kind)
{
    switch (kind) {
    case StepOutcome::Kind::busy: return StepState::busy;
    case StepOutcome::Kind::refused: return StepState::refused;
    case StepOutcome::Kind::declined: return StepState::declined;
    case StepOutcome::Kind::needsPassword: return StepState::needsPassword;
    case StepOutcome::Kind::done:
    case StepOutcome::Kind::restartNeeded:
    case StepOutcome::Kind::failed: break;
    }
    return StepState::failed;
}

enum class AfterIt { restartFollows, none };

AfterIt whatComesAfter(const RemovalPlan& plan, const Step& step)
{
    const auto at =
        std::find_if(plan.steps.begin(), plan.steps.end(), [&](const Step& other) { return other.id == step.id; });
    return std::any_of(at, plan.steps.end(),
                       [](const Step& other) { return std::holds_alternative<RestartMachine>(other.action); })
               ? AfterIt::restartFollows
               : AfterIt::none;
}

// What the report says of it. A program that ended badly has its own words for that.
std::string inWords(const StepOutcome& outcome)
{
    if (outcome.detail.context.empty()) {
        return std::string(toString(outcome.kind));
    }
    const bool ofProgram = outcome.code.has_value() && outcome.detail.code == ErrorCode::io;
    return ofProgram ? outcome.detail.context : describe(outcome.detail);
}

// What decides is the check; the program's own word only where the check could not tell or a restart has to come first.
StepState judged(const StepOutcome& outcome, StepTruth truth, AfterIt after)
{
    const bool wantsRestart = outcome.kind == StepOutcome::Kind::restartNeeded;
    if (truth == StepTruth::holds) {
        // What the check looks at is gone; drivers and files in use may not be, and only the program knows of them.
        return wantsRestart && after == AfterIt::restartFollows ? StepState::doneAfterRestart : StepState::done;
    }
    if (wantsRestart) {
        return StepState::doneAfterRestart;
    }
    if (outcome.kind == StepOutcome::Kind::done) {
        return truth == StepTruth::cannotTell ? StepState::doneUnchecked : StepState::stillThere;
    }
    return stateFor(outcome.kind);
}

bool bootsDiffer(const Moment& before, const Moment& now)
{
    return !before.boot.empty() && !now.boot.empty() && before.boot != now.boot;
}

// It was run in this removal, and what it was for came about.
bool cameAbout(StepState state)
{
    return state == StepState::done || state == StepState::doneUnchecked || state == StepState::doneAfterRestart;
}

bool liesIn(const std::string& path, const std::string& folder)
{
    return path.size() > folder.size() && path.starts_with(folder)
           && (path[folder.size()] == '/' || path[folder.size()] == '\\');
}

// The folder that was taken after what lay in it; putting back what lay in it first would leave it no place.
const Step* takenAround(const MigrationRecord& record, const Step& inner)
{
    const auto* const path = std::get_if<MovePath>(&inner.action);
    const auto found = std::find_if(record.plan.steps.begin(), record.plan.steps.end(), [&](const Step& step) {
        const auto* const folder = std::get_if<MovePath>(&step.action);
        return path != nullptr && folder != nullptr && liesIn(path->path, folder->path)
               && cameAbout(stateOf(record, step.id));
    });
    return found == record.plan.steps.end() ? nullptr : &*found;
}

}   // namespace

std::string_view toString(Halt::Why why)
{
    return wordFor(haltWords, why);
}

PlanExecutor::PlanExecutor(Journal& journal, std::int64_t migration, ExecutorPorts ports, RemovalWatch watch)
    : m_journal(journal), m_migration(migration), m_ports(std::move(ports)), m_watch(std::move(watch))
{}

Result<StepState> PlanExecutor::note(const Step& step, StepState state, const std::string& detail,
                                     std::optional<int> code)
{
    if (const auto noted = m_journal.note(m_migration, Transition{step.id, state, m_ports.now(), code, detail});
        !noted) {
        return tl::unexpected(noted.error());
    }
    m_watch.changed(step, state);
    return state;
}

Result<void> PlanExecutor::noteProtection(const Result<bool>& on, Journal::Keep keep)
{
    const Protection protection = !on ? Protection::notKnown : *on ? Protection::on : Protection::off;
    return m_journal.note(m_migration, ProtectionReading{protection, m_ports.now()}, keep);
}

Result<PlanExecutor::Work> PlanExecutor::begin() const
{
    auto lock = m_journal.lockForWork();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    auto record = m_journal.read(m_migration);
    if (!record) {
        return tl::unexpected(record.error());
    }
    return Work{std::move(*lock), std::move(*record)};
}

Result<Halt> PlanExecutor::goOn(std::string_view approvedDigest, const std::stop_token& stop)
{
    auto work = begin();
    if (!work) {
        return tl::unexpected(work.error());
    }
    Result<MigrationRecord> record = std::move(work->record);
    if (record->digest != approvedDigest) {
        return fail(ErrorCode::malformed, "this is not the plan that was approved");
    }
    if (record->ending == Ending::abandoned) {
        return fail(ErrorCode::unsupported, "this removal was ended by the person");
    }
    if (record->ending) {
        return Halt{};
    }
    if (const auto noted = noteProtection(m_ports.protection(), Journal::Keep::changes); !noted) {
        return tl::unexpected(noted.error());
    }
    if (const auto checked = checkRestarted(*record); !checked) {
        return tl::unexpected(checked.error());
    }
    const std::vector<Step> steps = record->plan.steps;
    for (const Step& step : steps) {
        // Read anew: a step may have been written by the one before it.
        record = m_journal.read(m_migration);
        if (!record) {
            return tl::unexpected(record.error());
        }
        const StepState before = stateOf(*record, step.id);
        if (isSettled(before)) {
            continue;
        }
        if (stop.stop_requested()) {
            return Halt{Halt::Why::stopped, step.id, before};
        }
        const auto state = carryOut(*record, step, stop);
        if (!state) {
            return tl::unexpected(state.error());
        }
        if (!isSettled(*state)) {
            const auto why =
                *state == StepState::waitingForRestart ? Halt::Why::restart
                : needsPerson(*state) && !(stop.stop_requested() && *state == StepState::waitingForProtection)
                    ? Halt::Why::needsPerson
                    : Halt::Why::stopped;
            return Halt{why, step.id, *state};
        }
    }
    if (const auto ended = m_journal.end(m_migration, m_ports.now(), Ending::finished); !ended) {
        return tl::unexpected(ended.error());
    }
    return Halt{};
}

Result<StepState> PlanExecutor::carryOut(const MigrationRecord& record, const Step& step, const std::stop_token& stop)
{
    if (std::holds_alternative<RestartMachine>(step.action)) {
        return restart(record, step);
    }
    if (std::holds_alternative<AwaitProtection>(step.action)) {
        return awaitProtection(step, stop);
    }
    if (std::holds_alternative<LookAgain>(step.action)) {
        return lookAgain(step, stop);
    }
    if (std::holds_alternative<ReviewLeftovers>(step.action)) {
        return stateOf(record, step.id) == StepState::waitingForPerson ? StepState::waitingForPerson
                                                                       : note(step, StepState::waitingForPerson);
    }
    return runStep(record, step, stop);
}

Result<StepState> PlanExecutor::runStep(const MigrationRecord& record, const Step& step, const std::stop_token& stop)
{
    StepRunner* const runner = m_ports.runnerFor(step);
    if (runner == nullptr) {
        return note(step, StepState::refused, "this system has no way to carry it out");
    }
    const StepState before = stateOf(record, step.id);
    const StepTruth truth = runner->check(step);
    if (truth == StepTruth::holds) {
        return before == StepState::waiting   ? note(step, StepState::alreadyDone)
               : before == StepState::running ? note(step, StepState::done, "was cut off and turned out to be complete")
                                              : note(step, StepState::done);
    }
    // Twice is only acceptable where it is known that once was not enough, or where the person said so.
    if (before == StepState::running && truth == StepTruth::cannotTell) {
        return note(step, StepState::interrupted, "was cut off, and nobody can tell how far it came");
    }
    const auto keep = removesProduct(step.action) ? Journal::Keep::always : Journal::Keep::changes;
    if (const auto noted = noteProtection(m_ports.protection(), keep); !noted) {
        return tl::unexpected(noted.error());
    }
    if (const auto running = note(step, StepState::running); !running) {
        return running;
    }
    StepWatch watch;
    watch.fraction = [&](double fraction) { m_watch.fraction(step, fraction); };
    watch.silent = [&](std::chrono::seconds silence) { return m_watch.silent(step, silence); };
    watch.window = [&](std::int32_t window) { m_watch.window(step, window); };
    watch.password = [&] { return m_watch.password(step); };
    watch.remember = [&](const std::string& undo) {
        return m_journal.remember(m_migration, UndoData{step.id, m_ports.now(), undo});
    };
    const StepOutcome outcome = runner->run(step, watch, stop);
    if (!outcome.undo.empty()) {
        if (const auto remembered = watch.remember(outcome.undo); !remembered) {
            return tl::unexpected(remembered.error());
        }
    }
    const StepState state = judged(outcome, runner->check(step), whatComesAfter(record.plan, step));
    const bool fine = isSettled(state) && outcome.detail.context.empty();
    if (const auto noted = noteProtection(m_ports.protection(), keep); !noted) {
        return tl::unexpected(noted.error());
    }
    return note(step, state, fine ? std::string{} : inWords(outcome), outcome.code);
}

// Once the computer restarted, what waited for it is looked at again.
Result<void> PlanExecutor::checkRestarted(const MigrationRecord& record)
{
    const Moment now = m_ports.now();
    for (const Step& step : record.plan.steps) {
        const Transition* const newest = newestOf(record, step.id);
        if (newest == nullptr || newest->state != StepState::doneAfterRestart || !bootsDiffer(newest->moment, now)) {
            continue;
        }
        StepRunner* const runner = m_ports.runnerFor(step);
        const StepTruth truth = runner == nullptr ? StepTruth::cannotTell : runner->check(step);
        const auto noted = note(step, truth == StepTruth::holds         ? StepState::done
                                      : truth == StepTruth::doesNotHold ? StepState::stillThere
                                                                        : StepState::doneUnchecked);
        if (!noted) {
            return tl::unexpected(noted.error());
        }
    }
    return {};
}

Result<StepState> PlanExecutor::restart(const MigrationRecord& record, const Step& step)
{
    const Moment now = m_ports.now();
    for (const Transition& transition : record.transitions) {
        if (transition.step == step.id && transition.state == StepState::waitingForRestart) {
            // The boot at which it was first reached counts.
            return bootsDiffer(transition.moment, now) ? note(step, StepState::done)
                                                       : Result<StepState>(StepState::waitingForRestart);
        }
    }
    bool asked = false;
    bool removed = false;
    bool restartedSince = true;
    for (const Step& other : record.plan.steps) {
        const Transition* const newest = newestOf(record, other.id);
        if (newest == nullptr || !removesProduct(other.action) || !cameAbout(newest->state)) {
            continue;
        }
        asked = asked || newest->state == StepState::doneAfterRestart;
        removed = true;
        restartedSince = restartedSince && bootsDiffer(newest->moment, now);
    }
    if (removed && restartedSince) {
        return note(step, StepState::done, "the computer was restarted already");
    }
    const bool always = std::get<RestartMachine>(step.action).when == RestartMachine::When::always;
    const auto pending = m_ports.restartPending();
    if (asked || (always && removed) || pending.value_or(false)) {
        return note(step, StepState::waitingForRestart, m_ports.beforeRestart());
    }
    return note(step, StepState::notNeeded, pending || always ? std::string{} : describe(pending.error()));
}

Result<StepState> PlanExecutor::awaitProtection(const Step& step, const std::stop_token& stop)
{
    bool said = false;
    for (std::chrono::milliseconds waited{0};; waited += pollEvery) {
        const auto on = m_ports.protection();
        if (const auto noted = noteProtection(on, Journal::Keep::changes); !noted) {
            return tl::unexpected(noted.error());
        }
        if (on && *on) {
            return note(step, StepState::done);
        }
        if (!on && on.error().code == ErrorCode::unsupported) {
            return note(step, StepState::doneUnchecked, describe(on.error()));
        }
        if (!said) {
            if (const auto noted =
                    note(step, StepState::waitingForProtection, on ? std::string{} : describe(on.error()));
                !noted) {
                return noted;
            }
            said = true;
        }
        if (stop.stop_requested() || waited >= m_ports.protectionPatience) {
            return StepState::waitingForProtection;
        }
        m_ports.wait(pollEvery);
    }
}

Result<StepState> PlanExecutor::lookAgain(const Step& step, const std::stop_token& stop)
{
    if (const auto running = note(step, StepState::running); !running) {
        return running;
    }
    const auto report = m_ports.lookAgain(stop);
    if (!report) {
        return note(step, report.error().code == ErrorCode::cancelled ? StepState::interrupted : StepState::failed,
                    describe(report.error()));
    }
    if (const auto noted = m_journal.noteAfter(m_migration, m_ports.now(), *report); !noted) {
        return tl::unexpected(noted.error());
    }
    return note(step, StepState::done);
}

Result<void> PlanExecutor::skip(std::string_view step)
{
    const auto work = begin();
    if (!work) {
        return tl::unexpected(work.error());
    }
    const MigrationRecord* const record = &work->record;
    const Step* const found = stepOf(record->plan, step);
    if (found == nullptr || record->ending || !needsPerson(stateOf(*record, step))) {
        return fail(ErrorCode::unsupported, "this step is not waiting for a decision: " + std::string(step));
    }
    return note(*found, StepState::skipped).map([](StepState) {});
}

Result<void> PlanExecutor::reviewed(std::string_view step)
{
    const auto work = begin();
    if (!work) {
        return tl::unexpected(work.error());
    }
    const MigrationRecord* const record = &work->record;
    const Step* const found = stepOf(record->plan, step);
    if (found == nullptr || record->ending || !std::holds_alternative<ReviewLeftovers>(found->action)
        || stateOf(*record, step) != StepState::waitingForPerson) {
        return fail(ErrorCode::unsupported, "this step is not waiting to be reviewed: " + std::string(step));
    }
    return note(*found, StepState::done).map([](StepState) {});
}

Result<void> PlanExecutor::abandon()
{
    const auto lock = m_journal.lockForWork();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    return m_journal.end(m_migration, m_ports.now(), Ending::abandoned);
}

Result<UndoAnswer> PlanExecutor::undo(std::string_view only)
{
    const auto work = begin();
    if (!work) {
        return tl::unexpected(work.error());
    }
    const MigrationRecord* const record = &work->record;
    if (!only.empty()) {
        const Step* const asked = stepOf(record->plan, only);
        if (asked == nullptr) {
            return fail(ErrorCode::notFound, "step " + std::string(only));
        }
        if (const Step* const around = takenAround(*record, *asked); around != nullptr) {
            return fail(ErrorCode::unsupported, "the folder around it has to be put back first: " + around->id);
        }
    }
    UndoAnswer answer;
    for (auto step = record->plan.steps.rbegin(); step != record->plan.steps.rend(); ++step) {
        const StepState state = stateOf(*record, step->id);
        const auto data = undoOf(*record, step->id);
        const bool asked = only.empty() || step->id == only;
        if (!asked || state == StepState::undone || state == StepState::waiting) {
            continue;
        }
        if (data.empty()) {
            if (step->undo == Undo::impossible && (cameAbout(state) || state == StepState::running)) {
                answer.impossible.push_back(step->id);
            }
            continue;
        }
        StepRunner* const runner = m_ports.runnerFor(*step);
        Result<void> done = runner == nullptr ? fail(ErrorCode::unsupported, step->id) : Result<void>{};
        for (auto piece = data.rbegin(); done && piece != data.rend(); ++piece) {
            done = runner->undo(*step, piece->data);
        }
        if (!done) {
            answer.failed.emplace_back(step->id, done.error());
            continue;
        }
        if (const auto noted = note(*step, StepState::undone); !noted) {
            return tl::unexpected(noted.error());
        }
        answer.undone.push_back(step->id);
    }
    return answer;
}

}   // namespace offramp
