// Values of the vendor's own registry tree. Spellings differ from one generation to the next, so everything here
// takes what it is sure of and leaves the rest empty.
#pragma once

#include "base/calendar.h"
#include "inventory/sources/registry_reading.h"

#include <optional>
#include <string>
#include <string_view>

namespace offramp::sources {

// Seconds since 1970 or a FILETIME, kept as a number, as text in decimal or hexadecimal, or as bytes. Empty when no
// reading falls between the years 2000 and 2100.
[[nodiscard]] std::optional<Instant> decodeVendorTime(const RegistryValue& value);

// Days as hexadecimal text or as a number; negative when the licence has ended. Empty beyond a hundred years.
[[nodiscard]] std::optional<long> decodeDaysLeft(const RegistryValue& value);

// "Basic", "Standard", "Plus" or "Premium" when the text holds one of them as a word of its own.
[[nodiscard]] std::string editionIn(std::string_view text);

// Whether the value holds anything at all. Used for stored passwords, whose content is never looked at.
[[nodiscard]] bool isFilled(const RegistryValue& value);

}   // namespace offramp::sources
