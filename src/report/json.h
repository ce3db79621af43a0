// The product's values as JSON, the one spelling every --json uses. Schemas: resources/schema/*.schema.json.
//
// Unknown is null, never left out. Text a person would read stands beside its code, in English.
#pragma once

#include "domain/assessment.h"
#include "domain/recommendation.h"

#include <nlohmann/json.hpp>

namespace offramp::json {

using Value = nlohmann::ordered_json;

// Text for a terminal or a file: UTF-8 that is broken in the data becomes U+FFFD instead of an exception.
[[nodiscard]] std::string dump(const Value& value);

[[nodiscard]] Value of(const Reason& reason);
[[nodiscard]] Value of(const std::vector<Reason>& reasons);
[[nodiscard]] Value of(const SourceLink& source);
[[nodiscard]] Value of(const MachineInfo& machine);
[[nodiscard]] Value of(const Evidence& evidence);
[[nodiscard]] Value coverageOf(const SourceReport& report);
[[nodiscard]] Value of(const Installation& installation);
// An installation with where it stands.
[[nodiscard]] Value of(const Installation& installation, const Assessment& assessment);
[[nodiscard]] Value of(const Recommendation& recommendation, const Replacement& replacement);

}   // namespace offramp::json
