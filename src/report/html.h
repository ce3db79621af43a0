// A check as one HTML page: nothing outside of it is loaded, every text is escaped, and it prints on paper.
#pragma once

#include "report/json.h"
#include "report/page_language.h"

#include <string>

namespace offramp {

// `check` is offramp.check/1, of any version with that number; what it does not hold is left out. What has no code in
// it stays in the words it was written with.
[[nodiscard]] std::string htmlReport(const json::Value& check, const PageLanguage& language = {});

// For the text of a page and for attributes.
[[nodiscard]] std::string escapedForHtml(std::string_view text);

}   // namespace offramp
