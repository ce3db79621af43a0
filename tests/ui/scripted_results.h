// One believable check for each state of the Overview, on an invented computer.
#pragma once

#include "session/session.h"

#include <string>
#include <vector>

namespace offramp::ui {

// 23 November 2026, noon in Washington.
[[nodiscard]] Instant scriptedNow();
[[nodiscard]] Catalog scriptedCatalog();

[[nodiscard]] CheckResult affectedResult();
[[nodiscard]] CheckResult tracesResult();
[[nodiscard]] CheckResult movedResult();
[[nodiscard]] CheckResult exemptResult();
[[nodiscard]] CheckResult unclearResult();
[[nodiscard]] CheckResult cleanResult();
[[nodiscard]] CheckResult couldNotTellResult();
[[nodiscard]] CheckResult managedResult();
// Nine products and leftovers: damaged, portable, not certain, with a very long name; a place was refused.
[[nodiscard]] CheckResult nineProductsResult();
[[nodiscard]] CheckResult oldFactsResult();     // no catalog update for a year
[[nodiscard]] CheckResult wrongClockResult();   // the clock says 2019
// What an organization may ask: everything it can, no more putting off, and a policy that does not count.
[[nodiscard]] PolicyAnswer askingPolicy();
[[nodiscard]] PolicyAnswer lastDayPolicy();
[[nodiscard]] PolicyAnswer refusedPolicy();
// The same with that policy found on the computer; null: none.
[[nodiscard]] SessionState withPolicy(SessionState state, PolicyAnswer (*policy)());

[[nodiscard]] SessionState scanningState();
[[nodiscard]] SessionState failedState();

struct NamedState {
    std::string name;
    SessionState state;
};
[[nodiscard]] std::vector<NamedState> allScriptedStates();

}   // namespace offramp::ui
