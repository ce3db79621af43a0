// What the pages of reports have in common. Members of JSON that are missing are empty.
#pragma once

#include "report/html.h"
#include "report/json.h"

#include <string>
#include <string_view>

namespace offramp::html {

// Up to the beginning of the body. Nothing may be loaded or run, whatever a name on the machine looked like.
[[nodiscard]] std::string pageHead(std::string_view title, const PageLanguage& language = {});

// A member as text: empty when it is missing, null or not text.
[[nodiscard]] std::string textOf(const json::Value& value, const char* member);
[[nodiscard]] const json::Value& listOf(const json::Value& value, const char* member);
[[nodiscard]] const json::Value& objectOf(const json::Value& value, const char* member);

// `tag` may have attributes; the text is escaped.
[[nodiscard]] std::string element(std::string_view tag, std::string_view text);

}   // namespace offramp::html
