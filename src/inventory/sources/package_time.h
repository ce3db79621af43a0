// When a package was installed, as rpm and pacman write it.
#pragma once

#include "base/calendar.h"

#include <optional>
#include <string_view>

namespace offramp::sources {

// `seconds` since 1970 in UTC, in decimal digits. Empty for anything else, and from 2100 on, which is damage, not a
// date.
[[nodiscard]] std::optional<Instant> packageTime(std::string_view seconds);

}   // namespace offramp::sources
