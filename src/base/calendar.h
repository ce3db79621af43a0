// Calendar days and U.S. Eastern time, without a time-zone database.
//
// The rules that matter start at midnight in Washington, so "how many days ago" must be counted on the calendar of
// that zone. libstdc++ 12 has no tzdb and Windows has no IANA names, so the one zone the law needs is computed here:
// 15 U.S.C. 260a as in force since 2007 (second Sunday of March 2:00 to first Sunday of November 2:00). Other rules
// carry a fixed UTC offset. See docs/decisions/0004-eastern-time-without-a-time-zone-database.md.
#pragma once

#include "base/result.h"

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

namespace offramp {

using Instant = std::chrono::sys_seconds;

// A day on a calendar, without a time or a zone.
struct Day {
    std::chrono::year_month_day date{};

    friend bool operator==(const Day&, const Day&) = default;
    friend auto operator<=>(const Day& left, const Day& right) { return left.date <=> right.date; }
};

// Where a rule's calendar is kept: U.S. Eastern with daylight saving, or a fixed offset east of UTC.
struct Zone {
    bool usEastern = false;
    std::chrono::minutes offset{0};   // used when usEastern is false

    friend bool operator==(const Zone&, const Zone&) = default;
};

[[nodiscard]] inline Zone easternZone()
{
    return Zone{true, std::chrono::minutes{0}};
}

// Offset of the zone at that instant, positive east of UTC.
[[nodiscard]] std::chrono::minutes offsetAt(const Zone& zone, Instant instant);

// The calendar day people in `zone` had at `instant`.
[[nodiscard]] Day dayIn(const Zone& zone, Instant instant);

// The first instant of `day` in `zone`.
[[nodiscard]] Instant startOfDay(const Zone& zone, const Day& day);

// Whole calendar days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] long daysBetween(const Day& from, const Day& to);

// "2024-09-29".
[[nodiscard]] std::string toString(const Day& day);
// "2024-09-29T04:00:00Z".
[[nodiscard]] std::string toString(Instant instant);

// Accepts exactly YYYY-MM-DD and refuses days that do not exist.
[[nodiscard]] Result<Day> parseDay(std::string_view text);

// An instant with the offset it was written in: "2024-09-29T00:00:00-04:00" or "…Z".
struct OffsetInstant {
    Instant instant;
    std::chrono::minutes offset{0};
};
[[nodiscard]] Result<OffsetInstant> parseInstant(std::string_view text);

}   // namespace offramp
