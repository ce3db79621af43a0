// A machine on which things are there or gone, and an approved removal on it, for tests of the executor.
#pragma once

#include "removal/executor.h"

#include "removal/plan_codec.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace offramp::test {

// Steps take things away as the script says.
class ScriptedMachine final : public StepRunner {
public:
    struct Script {
        StepOutcome::Kind says = StepOutcome::Kind::done;
        bool works = true;
        std::optional<int> code;
        std::string undo;
    };

    [[nodiscard]] StepTruth check(const Step& step) override
    {
        return blind.contains(step.id)  ? StepTruth::cannotTell
               : gone.contains(step.id) ? StepTruth::holds
                                        : StepTruth::doesNotHold;
    }
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token /*stop*/) override
    {
        ran.push_back(step.id);
        onRun(step);
        auto& scripts = script[step.id];
        const Script now = scripts.empty() ? Script{} : scripts.front();
        if (!scripts.empty()) {
            scripts.pop_front();
        }
        if (!now.undo.empty() && !watch.remember(now.undo)) {
            return {StepOutcome::Kind::failed, std::nullopt, Error{ErrorCode::io, "the journal", 0}, ""};
        }
        if (now.works) {
            taken.push_back(step.id);
            gone.insert(step.id);
        }
        return {now.says, now.code,
                now.says == StepOutcome::Kind::done ? Error{ErrorCode::io, "", 0}
                                                    : Error{ErrorCode::io, "as scripted", 0},
                ""};
    }
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override
    {
        if (undo == "lost") {
            return fail(ErrorCode::notFound, "the quarantine");
        }
        putBack.push_back(step.id + ":" + undo);
        gone.erase(step.id);
        return {};
    }

    std::set<std::string> gone;
    std::set<std::string> blind;   // steps whose check cannot tell
    std::map<std::string, std::deque<Script>> script;
    std::vector<std::string> ran;
    std::vector<std::string> taken;   // what came about
    std::vector<std::string> putBack;
    std::function<void(const Step&)> onRun = [](const Step&) {};
};

inline Step step(const std::string& id, StepAction action, Undo undo = Undo::impossible)
{
    Step made;
    made.id = id;
    made.action = std::move(action);
    made.undo = undo;
    return made;
}

struct ScriptedRemoval {
    ScratchFolder folder;
    std::unique_ptr<Journal> journal;
    std::int64_t id = 0;
    RemovalPlan plan;
    ScriptedMachine machine;
    Moment now{Instant{std::chrono::seconds{1'795'000'000}}, "boot-1", std::chrono::seconds{50}};
    Result<bool> protection = true;
    Result<bool> restartPending = false;
    Result<std::string> report = std::string(R"({"format":"offramp.check/1"})");
    std::vector<std::string> heard;
    int waits = 0;
    std::stop_source stop;

    explicit ScriptedRemoval(std::vector<Step> steps)
    {
        plan.machine = "PC";
        plan.steps = std::move(steps);
        reopen();
        NewMigration made;
        made.plan = plan;
        made.approvedDigest = planDigest(plan);
        made.approved = now;
        id = *journal->begin(made);
    }
    void reopen()
    {
        journal.reset();
        auto opened = Journal::open(folder / "removals.db");
        REQUIRE(opened);
        journal = std::move(*opened);
    }
    void restartComputer()
    {
        now.boot = "boot-2";
        now.sinceBoot = std::chrono::seconds{10};
        reopen();
    }
    PlanExecutor executor()
    {
        ExecutorPorts ports;
        ports.runnerFor = [this](const Step& asked) -> StepRunner* {
            return std::holds_alternative<RemoveCertificate>(asked.action) ? nullptr : &machine;
        };
        ports.now = [this] {
            now.at += std::chrono::seconds{1};
            *now.sinceBoot += std::chrono::seconds{1};
            return now;
        };
        ports.protection = [this] { return protection; };
        ports.restartPending = [this] { return restartPending; };
        ports.lookAgain = [this](const std::stop_token&) { return report; };
        ports.wait = [this](std::chrono::milliseconds) { ++waits; };
        ports.protectionPatience = std::chrono::seconds{6};
        RemovalWatch watch;
        watch.changed = [this](const Step& changed, StepState state) {
            heard.push_back(changed.id + ":" + std::string(toString(state)));
        };
        return PlanExecutor(*journal, id, ports, watch);
    }
    Halt goOn()
    {
        const auto halt = executor().goOn(planDigest(plan), stop.get_token());
        INFO((halt ? std::string() : describe(halt.error())));
        REQUIRE(halt);
        return *halt;
    }
    StepState state(const std::string& of) { return stateOf(*journal->read(id), of); }
};

}   // namespace offramp::test
