// The present moment with everything the reminder counts by.
#pragma once

#include "domain/reminder.h"
#include "platform/host.h"

namespace offramp {

[[nodiscard]] ReminderMoment presentMoment(const Clock& clock, const Conditions& conditions);

// How far local time is ahead of UTC at that moment, by the system's present time zone.
[[nodiscard]] std::chrono::minutes localOffsetAt(Instant instant);
// Time since the computer was started, sleep included. Setting the clock does not move it.
[[nodiscard]] std::chrono::seconds timeSinceBoot();

}   // namespace offramp
