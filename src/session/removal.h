// A removal as a face asks for it: what follows from a check, and what is told of it in JSON.
#pragma once

#include "domain/boot_safety.h"
#include "removal/executor.h"
#include "removal/leftovers.h"
#include "removal/planner.h"
#include "removal/verifier.h"
#include "report/json.h"
#include "session/session.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class Host;

// The error is the catalog's, when its recipes cannot be read.
[[nodiscard]] Result<PlannerAnswer> planFor(const CheckResult& result, const Catalog& catalog,
                                            const PlanWishes& wishes);
[[nodiscard]] Result<std::vector<Leftover>> leftoversFor(const CheckResult& result, const Catalog& catalog);
// For the chosen of them (Leftover::id), ending with another look. As leftoversPlan().
[[nodiscard]] Result<RemovalPlan> planForLeftovers(const std::vector<Leftover>& leftovers,
                                                   const std::set<std::string>& chosen, const CheckResult& result);

// What the machine calls for now. Of the approved plan only its kind is used, and which products and leftovers it is
// about: a step is confirmed against the answer, so asking for more than it holds gains nothing.
[[nodiscard]] Result<RemovalPlan> planNow(const CheckResult& result, const Catalog& catalog,
                                          const RemovalPlan& approved);

[[nodiscard]] VerificationResult verify(const RemovalPlan& plan, const CheckResult& result);

// Steps nobody can carry out on this system, by `runnerFor`.
[[nodiscard]] std::vector<std::string> notCarriedOutHere(const RemovalPlan& plan, const RunnerFor& runnerFor);

// offramp.removalPlan/1 (resources/schema/removal-plan.schema.json).
[[nodiscard]] json::Value planJson(const PlannerAnswer& answer, const CheckResult& result);

// A step as every JSON of removals spells it.
[[nodiscard]] json::Value stepJson(const Step& step);
[[nodiscard]] json::Value verificationJson(const VerificationResult& verification);
// {"verdict", "title", "findings", "todo"}, likewise.
[[nodiscard]] json::Value bootSafetyJson(const BootSafety& safety);

// What is kept in the journal of a look after a removal: offramp.check/1 with the members `verification` and
// `bootSafety`.
[[nodiscard]] std::string lookForJournal(const RemovalPlan& plan, const CheckResult& result, const BootSafety& start,
                                         const Catalog& catalog);

}   // namespace offramp
