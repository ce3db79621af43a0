// Answers about computers as text for programs: a JSON line for each, and CSV.
#pragma once

#include "fleet/judge.h"
#include "report/json.h"

#include <string>
#include <string_view>

namespace offramp::fleet {

// One line of `assess --json`, without its end. Schema: resources/schema/assess.schema.json.
[[nodiscard]] std::string jsonLineOf(const HostAnswer& answer);

// One line for each installation, or one for a computer without any; with their ends.
[[nodiscard]] std::string_view csvHeader();
[[nodiscard]] std::string csvOf(const HostAnswer& answer);

// "complete", "partial", "notRead".
[[nodiscard]] std::string_view wordOf(Coverage coverage);

}   // namespace offramp::fleet
