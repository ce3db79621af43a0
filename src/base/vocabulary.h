// Closed vocabularies: an enum and its stable words, written once and read both ways.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace offramp {

template <class Enum, std::size_t Count> using Words = std::array<std::pair<Enum, std::string_view>, Count>;

// The word of a value. Every value of the enum must be in the table; a test walks them.
template <class Enum, std::size_t Count>
[[nodiscard]] constexpr std::string_view wordFor(const Words<Enum, Count>& words, Enum value)
{
    for (const auto& [candidate, word] : words) {
        if (candidate == value) {
            return word;
        }
    }
    return "unknown";
}

// The value of a word, exactly as written; empty for a word that is not in the vocabulary.
template <class Enum, std::size_t Count>
[[nodiscard]] constexpr std::optional<Enum> valueFor(const Words<Enum, Count>& words, std::string_view word)
{
    for (const auto& [value, candidate] : words) {
        if (candidate == word) {
            return value;
        }
    }
    return std::nullopt;
}

}   // namespace offramp
