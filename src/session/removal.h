// A removal as a face asks for it: the plan that follows from a check, and what is told of it in JSON.
#pragma once

#include "removal/planner.h"
#include "report/json.h"
#include "session/session.h"

namespace offramp {

// The error is the catalog's, when its recipes cannot be read.
[[nodiscard]] Result<PlannerAnswer> planFor(const CheckResult& result, const Catalog& catalog,
                                            const PlanWishes& wishes);

// offramp.removalPlan/1 (resources/schema/removal-plan.schema.json).
[[nodiscard]] json::Value planJson(const PlannerAnswer& answer, const CheckResult& result);

}   // namespace offramp
