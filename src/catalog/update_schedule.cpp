#include "catalog/update_schedule.h"

namespace offramp {

namespace {

constexpr std::chrono::seconds week = std::chrono::hours{7 * 24};
constexpr std::chrono::seconds spread = std::chrono::hours{2 * 24};

std::chrono::seconds someOf(std::chrono::seconds whole, std::uint64_t random)
{
    return std::chrono::seconds{static_cast<std::int64_t>(random % static_cast<std::uint64_t>(whole.count()))};
}

}   // namespace

Due dueAt(const UpdateSchedule& schedule, Instant now)
{
    if (schedule.automatic == Automatic::off) {
        return Due::notAllowed;
    }
    // No time further away than the longest pause is one we chose: the clock was wrong when it was written.
    const bool believable = schedule.nextTry && *schedule.nextTry <= now + week + spread;
    return believable && now < *schedule.nextTry ? Due::notYet : Due::now;
}

Instant firstTryAfter(Instant now, std::uint64_t random)
{
    return now + someOf(week, random);
}

Instant nextTryAfter(Instant tried, std::uint64_t random)
{
    return tried + week + someOf(spread, random);
}

}   // namespace offramp
