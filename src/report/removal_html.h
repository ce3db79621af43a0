// The report of a removal as one page that needs nothing else: to read, to print, to hand on. English; it follows the
// report's own values.
#pragma once

#include "report/json.h"
#include "report/page_language.h"

#include <optional>
#include <string>
#include <string_view>

namespace offramp {

// `sealed` are the bytes of the report as JSON; the page carries them, so that it can be verified like them.
[[nodiscard]] std::string htmlRemovalReport(const json::Value& report, std::string_view sealed,
                                            const PageLanguage& language = {});

// The bytes such a page carries; none when it is not one. Foreign bytes.
[[nodiscard]] std::optional<std::string> sealedPartOf(std::string_view page);

}   // namespace offramp
