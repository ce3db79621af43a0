// What the pages of reports have in common. Members of JSON that are missing are empty.
#pragma once

#include "base/reason.h"
#include "report/html.h"
#include "report/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace offramp::html {

// Up to the beginning of the body. Nothing may be loaded or run, whatever a name on the machine looked like.
[[nodiscard]] std::string pageHead(std::string_view title, const PageLanguage& language = {});

// The language such a page says it is in; empty when it is none. Foreign bytes.
[[nodiscard]] std::string_view pageTag(std::string_view page);

// A member as text: empty when it is missing, null or not text.
[[nodiscard]] std::string textOf(const json::Value& value, const char* member);
[[nodiscard]] const json::Value& listOf(const json::Value& value, const char* member);
[[nodiscard]] const json::Value& objectOf(const json::Value& value, const char* member);

// The value a word of JSON stands for; the word itself is what is shown when this version does not know it.
template <class Enum> std::optional<Enum> valueOf(std::string_view word)
{
    constexpr int moreThanAnyHas = 128;
    for (int value = 0; value < moreThanAnyHas; ++value) {
        if (toString(static_cast<Enum>(value)) == word) {
            return static_cast<Enum>(value);
        }
    }
    return std::nullopt;
}

// A reason as JSON tells it. None when this version has no sentence for it.
[[nodiscard]] std::optional<Reason> reasonOf(const json::Value& value);

// `tag` may have attributes; the text is escaped.
[[nodiscard]] std::string element(std::string_view tag, std::string_view text);

}   // namespace offramp::html
