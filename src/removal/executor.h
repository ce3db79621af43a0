// PlanExecutor: walks the steps of an approved plan and writes each transition down before it acts.
//
// check → "running" on the disk → run → check → result on the disk. A step that is found running was cut off: it is
// checked first and only run again if it does not hold. Stops between steps only.
#pragma once

#include "removal/journal.h"
#include "removal/step_runner.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp {

// What the executor asks of the machine beside the runners. All without a value here must be given.
struct ExecutorPorts {
    RunnerFor runnerFor;
    std::function<Moment()> now;
    // Whether an antivirus is on; `unsupported` where the system never says.
    std::function<Result<bool>()> protection;
    // Whether the system waits for a restart.
    std::function<Result<bool>()> restartPending;
    // Looks at the machine again: offramp.check/1.
    std::function<Result<std::string>(std::stop_token)> lookAgain;
    std::function<void(std::chrono::milliseconds)> wait;
    // Whether a restart is safe, in words: written down where the removal comes to one.
    std::function<std::string()> beforeRestart = [] { return std::string{}; };
    std::chrono::seconds protectionPatience{300};   // then the person is asked
};

// What a face hears, on the thread that carries out.
struct RemovalWatch {
    std::function<void(const Step&, StepState)> changed = [](const Step&, StepState) {};   // it is on the disk
    std::function<void(const Step&, double)> fraction = [](const Step&, double) {};
    // As StepWatch::silent and StepWatch::password.
    std::function<bool(const Step&, std::chrono::seconds)> silent = [](const Step&, std::chrono::seconds) {
        return false;
    };
    std::function<void(const Step&, std::int32_t)> window = [](const Step&, std::int32_t) {};   // StepWatch::window
    std::function<std::string(const Step&)> password = [](const Step&) { return std::string{}; };
};

// Where it came to a halt.
struct Halt {
    enum class Why {
        finished,      // every step is settled
        stopped,       // somebody asked to stop, between two steps
        restart,       // the computer has to be restarted first
        needsPerson,   // try again, go on without the step, or leave it there
    };
    Why why = Why::finished;
    std::string step;   // empty when finished
    StepState state = StepState::waiting;
};
[[nodiscard]] std::string_view toString(Halt::Why why);

struct UndoAnswer {
    std::vector<std::string> undone;                     // steps put back
    std::vector<std::pair<std::string, Error>> failed;   // steps that could not be
    std::vector<std::string> impossible;                 // steps that were carried out and cannot be undone
};

class PlanExecutor {
public:
    // `journal` must outlive it.
    PlanExecutor(Journal& journal, std::int64_t migration, ExecutorPorts ports, RemovalWatch watch = {});

    // Goes on with the first step that is not settled; one that needed the person is tried again. Errors: `malformed`
    // when `approvedDigest` is not that of this removal, `unsupported` when it was abandoned, `timeout` when another
    // program carries it out; the journal's own, after which nothing more was done.
    [[nodiscard]] Result<Halt> goOn(std::string_view approvedDigest, const std::stop_token& stop);

    // The person goes on without a step; `unsupported` unless it needs them.
    [[nodiscard]] Result<void> skip(std::string_view step);
    // The person has seen what was left and chosen; `unsupported` for another kind of step.
    [[nodiscard]] Result<void> reviewed(std::string_view step);
    [[nodiscard]] Result<void> abandon();

    // Puts back what can be, the last first, or only what that step took. May be asked at any time, also again.
    // `notFound`: there is no such step.
    [[nodiscard]] Result<UndoAnswer> undo(std::string_view only = {});

private:
    // The removal as it stands, and the right to change it while this lives.
    struct Work {
        FileLock lock;
        MigrationRecord record;
    };
    [[nodiscard]] Result<Work> begin() const;
    [[nodiscard]] Result<StepState> carryOut(const MigrationRecord& record, const Step& step,
                                             const std::stop_token& stop);
    [[nodiscard]] Result<StepState> runStep(const MigrationRecord& record, const Step& step,
                                            const std::stop_token& stop);
    [[nodiscard]] Result<StepState> restart(const MigrationRecord& record, const Step& step);
    [[nodiscard]] Result<StepState> awaitProtection(const Step& step, const std::stop_token& stop);
    [[nodiscard]] Result<StepState> lookAgain(const Step& step, const std::stop_token& stop);
    [[nodiscard]] Result<void> checkRestarted(const MigrationRecord& record);
    [[nodiscard]] Result<StepState> note(const Step& step, StepState state, const std::string& detail = {},
                                         std::optional<int> code = std::nullopt);
    [[nodiscard]] Result<void> noteProtection(const Result<bool>& on, Journal::Keep keep);

    Journal& m_journal;
    std::int64_t m_migration;
    ExecutorPorts m_ports;
    RemovalWatch m_watch;
};

}   // namespace offramp
