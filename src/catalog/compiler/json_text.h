// JSON as text: which line a value stands on, and in plain words what is wrong where a parser only says "unexpected".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace offramp::compiler {

struct JsonMistake {
    std::size_t line = 0;   // from 1
    std::string path;       // of the value that was being read: "products[2].names"
    std::string message;
};

// The first mistake of a text that is not JSON; empty when none of the usual ones is found. At most 32 levels deep.
[[nodiscard]] std::optional<JsonMistake> findMistake(std::string_view text);

// The line of the value at `path` ("products[2].names[1]"), or of the innermost one around it that is there; from 1.
[[nodiscard]] std::size_t lineOf(std::string_view text, std::string_view path);

}   // namespace offramp::compiler
