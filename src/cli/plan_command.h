// offramp-cli plan: how what was found would be removed. Shows, and does nothing.
#pragma once

#include "cli/options.h"
#include "removal/planner.h"
#include "session/session.h"

#include <optional>
#include <string>
#include <vector>

namespace offramp::cli {

struct PlanOptions {
    std::vector<std::string> keep;         // product ids
    std::vector<std::string> alsoRemove;   // product ids
    bool noRestorePoint = false;
    bool exact = false;   // the plan's own bytes
};

extern const char* const aboutPlan;

// The plan in words, as "plan" and "remove" print it.
[[nodiscard]] std::string planText(const PlannerAnswer& answer, const CheckResult& result);
[[nodiscard]] ExitCode planExitCode(const PlannerAnswer& answer, const CheckResult& result);
// Says so and is none when a product is named that is not here.
[[nodiscard]] std::optional<PlanWishes> wishesFrom(const PlanOptions& wanted, const CheckResult& result);

// actNeeded: there is a plan, or the computer is managed; tracesOnly; couldNotTell: no plan, and an important place was
// not read; clean: nothing to remove.
ExitCode runPlan(const CommonOptions& options, const PlanOptions& wanted);

}   // namespace offramp::cli
