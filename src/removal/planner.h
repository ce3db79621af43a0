// The planner: from what was found, what is known of removing it and what the person wants, to the ordered steps. Pure.
//
// The same machine, catalog and wishes give the same plan on every call, whatever is going on at the moment (a pending
// restart, who asks). So whoever carries out a step can make it again.
#pragma once

#include "domain/installation.h"
#include "domain/plan.h"
#include "domain/recipe.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace offramp {

// What the person decided. Product ids.
struct PlanWishes {
    enum class RestorePoint { make, none };
    std::set<std::string> keep;   // stays, whatever the recipe says
    std::set<std::string>
        alsoRemove;   // goes although it would stay: what it held works elsewhere, or it is nobody's duty
    RestorePoint restorePoint = RestorePoint::make;
    // Id of what shall protect afterwards, only remembered: the plan does not depend on it. Empty: what the system
    // brings.
    std::string replacement;

    friend bool operator==(const PlanWishes&, const PlanWishes&) = default;
};

struct PlannerInput {
    const std::vector<Installation>& installations;
    const std::map<std::string, Product>& products;   // of the installations, with what these are kinds of; by id
    const RecipeBook& recipes;
    const MachineInfo& machine;
    bool managed = false;   // as MachineAssessment says
    long catalogSerial = 0;
    const PlanWishes& wishes;
};

struct PlannerAnswer {
    std::optional<RemovalPlan> plan;
    std::vector<Reason> why;    // without a plan: why there is none
    std::vector<Reason> kept;   // the same as in the plan, also when there is none
};

[[nodiscard]] PlannerAnswer planRemoval(const PlannerInput& input);

// A plan for what the person chose of the leftovers that were found. `steps` are those found, with their ids; ids that
// are not among them are left out. None when nothing is left to do.
[[nodiscard]] std::optional<RemovalPlan> planLeftovers(const std::vector<Step>& found,
                                                       const std::set<std::string>& chosen, const MachineInfo& machine,
                                                       long catalogSerial);

// The products a plan takes away, each once, in its order.
[[nodiscard]] std::vector<std::string> productsRemovedBy(const RemovalPlan& plan);

}   // namespace offramp
