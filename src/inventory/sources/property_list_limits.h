// Whether a property list is modest enough to be handed to a library that trusts its nesting and sharing.
//
// A binary list may name one object many times, so a few bytes can stand for millions of values; either form can nest
// deeper than a stack allows. Both are counted here without building anything.
#pragma once

#include <cstddef>
#include <string_view>

namespace offramp::sources {

inline constexpr std::size_t propertyListDepth = 64;
// Values plus their bytes once everything shared is written out.
inline constexpr std::size_t propertyListWeight = 32u << 20;

[[nodiscard]] bool isBinaryPropertyList(std::string_view bytes);

// False also when the structure of the list itself is damaged.
[[nodiscard]] bool binaryPropertyListIsModest(std::string_view bytes);
// False also for a document type with an internal part, which may define entities.
[[nodiscard]] bool xmlPropertyListIsModest(std::string_view text);

}  // namespace offramp::sources
