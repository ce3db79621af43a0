// offramp-cli plan: how what was found would be removed. Shows, and does nothing.
#pragma once

#include "cli/options.h"

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

// actNeeded: there is a plan, or the computer is managed; tracesOnly; couldNotTell: no plan, and an important place was
// not read; clean: nothing to remove.
ExitCode runPlan(const CommonOptions& options, const PlanOptions& wanted);

}   // namespace offramp::cli
