// The answer of a check as a person reads it in a terminal: the same words as the window's Overview.
#pragma once

#include "session/session.h"

#include <string>

namespace offramp::cli {

enum class Detail { brief, evidence };

[[nodiscard]] std::string renderCheck(const CheckResult& result, const Catalog& catalog, Detail detail);
// One block per replacement, best first.
[[nodiscard]] std::string renderRecommendations(const std::vector<Recommendation>& recommendations, const Needs& needs,
                                                const Catalog& catalog, std::size_t limit);

}   // namespace offramp::cli
