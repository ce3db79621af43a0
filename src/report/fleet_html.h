// An assessment of many computers as one HTML page, for a household or an office; the same promises as html.h.
#pragma once

#include "report/json.h"

#include <string>

namespace offramp {

// `summary` has the members computers, asOf, catalog, counts, products, hosts, missing, skipped and skippedLines; what
// it does not hold is left out. English.
[[nodiscard]] std::string fleetHtmlReport(const json::Value& summary);

}   // namespace offramp
