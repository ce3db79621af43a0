// What somebody probably meant who wrote a word nobody knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::compiler {

// The candidate that differs from `word` by the fewest letters (one left out, added, changed, or two neighbors
// swapped), if that is at most one in three; of equal ones the first.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

// "; did you mean "x"?", or nothing.
[[nodiscard]] std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates);

}   // namespace offramp::compiler
