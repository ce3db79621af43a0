// Whether a property list is modest enough to be handed to libplist, which trusts its nesting, sharing and text.
//
// A binary list may name one object many times, so a few bytes can stand for millions of values; either form can nest
// deeper than a stack allows; and text with a NUL character ends the program (libplist 2.2 asserts that there is none).
// All three are looked for here without building anything.
#pragma once

#include <cstddef>
#include <string_view>

namespace offramp::sources {

inline constexpr std::size_t propertyListDepth = 64;
// Bytes plus 16 for every value, once everything shared is written out.
inline constexpr std::size_t propertyListWeight = 8u << 20;
// Character references in XML; libplist moves the rest of the text for each, so many of them take minutes.
inline constexpr std::size_t propertyListReferences = 4096;

[[nodiscard]] bool isBinaryPropertyList(std::string_view bytes);

// False also when the structure of the list itself is damaged.
[[nodiscard]] bool binaryPropertyListIsModest(std::string_view bytes);
// False also for a document type with an internal part, which may define entities, and for references that are no
// character.
[[nodiscard]] bool xmlPropertyListIsModest(std::string_view text);

}   // namespace offramp::sources
