// When the catalog may be updated without being asked for. Pure: no clock, no dice of its own.
#pragma once

#include "base/calendar.h"

#include <cstdint>
#include <optional>

namespace offramp {

// Off until the person switches it on.
enum class Automatic { off, weekly };

struct UpdateSchedule {
    Automatic automatic = Automatic::off;
    std::optional<Instant> nextTry;
};

enum class Due { notAllowed, notYet, now };

[[nodiscard]] Due dueAt(const UpdateSchedule& schedule, Instant now);

// The first try after the person switched it on: some time within a week, so that a release of the program does not
// send everybody at once. `random` is any number; equal numbers give equal times.
[[nodiscard]] Instant firstTryAfter(Instant now, std::uint64_t random);

// The next try after one that was made, whatever came of it: never sooner than a week, spread over two more days.
[[nodiscard]] Instant nextTryAfter(Instant tried, std::uint64_t random);

}   // namespace offramp
