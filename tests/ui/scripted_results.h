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
[[nodiscard]] SessionState scanningState();
[[nodiscard]] SessionState failedState();

struct NamedState {
    std::string name;
    SessionState state;
};
[[nodiscard]] std::vector<NamedState> allScriptedStates();

}   // namespace offramp::ui
