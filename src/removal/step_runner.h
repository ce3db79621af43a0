// StepRunner: how one kind of step is checked and carried out. The executor knows nothing else of a step.
//
// `check` asks the machine whether what the step is for already holds; it changes nothing and is asked before the step
// runs, after it ran, and when a run was interrupted. What decides is this answer, never an exit code.
// `run` acts once. It may be killed at any moment: whatever it does must be safe to meet half-done.
#pragma once

#include "base/result.h"
#include "domain/plan.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace offramp {

enum class StepTruth {
    holds,   // nothing (more) to do
    doesNotHold,
    cannotTell,   // a place was refused or a question went unanswered; never taken for `holds`
};

struct StepOutcome {
    enum class Kind {
        done,            // by the program's own word; `check` decides
        restartNeeded,   // done, but only after a restart
        busy,            // another installation runs; trying again later makes sense
        refused,         // this step may not be carried out: wrong signer, a link in the way, a plan that changed
        declined,        // the person said no to the system's question
        failed,
        needsPassword,   // the product asks for its uninstall password, or the one given is wrong
    };
    Kind kind = Kind::done;
    std::optional<int> code;   // exit or result code, for the report
    Error detail;              // why, unless done
    std::string undo;   // JSON of the runner's own making with which `undo` puts everything back; empty if nothing
};
[[nodiscard]] std::string_view toString(StepOutcome::Kind kind);

// What a running step tells while it runs, from any thread.
struct StepWatch {
    // 0…1, when the program says how far it is.
    std::function<void(double)> fraction = [](double) {};
    // No sign of life for this long: the face asks the person, nobody is killed. The answer true means: stop waiting.
    std::function<bool(std::chrono::seconds)> silent = [](std::chrono::seconds) { return false; };
    // As ProgramRun::window.
    std::function<void(std::int32_t)> window = [](std::int32_t) {};
    // Called with undo data before anything is changed, as often as there is more of it; it is on the disk on return.
    std::function<Result<void>(const std::string& undo)> remember = [](const std::string&) { return Result<void>{}; };
    // The uninstall password, asked for only when the plan says how it is passed. Empty: none given.
    std::function<std::string()> password = [] { return std::string{}; };
};

class StepRunner {
public:
    virtual ~StepRunner() = default;
    [[nodiscard]] virtual StepTruth check(const Step& step) = 0;
    // A stop is honoured only where nothing is half-done; else the run goes on to its end.
    [[nodiscard]] virtual StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) = 0;
    // Puts back what `run` took away. unsupported for steps with Undo::impossible.
    [[nodiscard]] virtual Result<void> undo(const Step& step, const std::string& undo) = 0;
};

// The runner for a step, or none when this system has no way to carry it out. Never asked for RestartMachine,
// AwaitProtection, LookAgain and ReviewLeftovers: these are the executor's own.
using RunnerFor = std::function<StepRunner*(const Step&)>;

}   // namespace offramp
