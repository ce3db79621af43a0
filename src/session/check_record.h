// What is kept of a finished check: as JSON for programs and reports, and as the outcome the history compares.
#pragma once

#include "report/json.h"
#include "session/session.h"
#include "state/check_history.h"

namespace offramp {

// offramp.check/1, the same for the terminal, for files and for the history. Schema:
// resources/schema/check.schema.json.
[[nodiscard]] json::Value checkJson(const CheckResult& result, const std::vector<Replacement>& replacements);

[[nodiscard]] json::Value catalogJson(const CatalogInfo& info);
[[nodiscard]] json::Value recommendationsJson(const std::vector<Recommendation>& recommendations,
                                              const std::vector<Replacement>& replacements);
[[nodiscard]] json::Value coverageJson(const HostSnapshot& snapshot);

[[nodiscard]] CheckOutcome outcomeOf(const CheckResult& result);

}   // namespace offramp
