// What a recipe may say, for the compiler that refuses and the reader that checks again.
#pragma once

#include "domain/recipe.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// Whether a verb fits a kind of thing. Drivers, filters and adapters are only ever explained.
[[nodiscard]] bool mayActOn(LeftoverVerb verb, EvidenceKind kind);
[[nodiscard]] std::vector<std::string_view> kindsFor(LeftoverVerb verb);

// Whether the sentence of a reason takes no arguments, so that its code alone says it.
[[nodiscard]] bool isPlainReason(ReasonCode code);
[[nodiscard]] std::vector<std::string> everyPlainReason();

// No catalog has more leftover rules; a bound for a file that lies.
inline constexpr std::size_t mostRecipes = 100'000;

}   // namespace offramp
