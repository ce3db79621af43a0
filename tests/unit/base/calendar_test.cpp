#include "base/calendar.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

Day day(const char* text)
{
    return parseDay(text).value();
}

Instant at(const char* text)
{
    return parseInstant(text)->instant;
}

}   // namespace

TEST_CASE("days are counted on Washington's calendar, not on UTC's")
{
    const Zone eastern = easternZone();
    CHECK(dayIn(eastern, at("2024-09-29T03:59:59Z")) == day("2024-09-28"));
    CHECK(dayIn(eastern, at("2024-09-29T04:00:00Z")) == day("2024-09-29"));
    CHECK(daysBetween(day("2024-09-29"), day("2026-11-23")) == 785);
}

TEST_CASE("midnight Eastern is right on both sides of daylight saving")
{
    const Zone eastern = easternZone();
    CHECK(startOfDay(eastern, day("2024-07-20")) == at("2024-07-20T04:00:00Z"));
    CHECK(startOfDay(eastern, day("2024-01-20")) == at("2024-01-20T05:00:00Z"));
    // The days on which the clock changes begin in the old time.
    CHECK(startOfDay(eastern, day("2024-03-10")) == at("2024-03-10T05:00:00Z"));
    CHECK(startOfDay(eastern, day("2024-03-11")) == at("2024-03-11T04:00:00Z"));
    CHECK(startOfDay(eastern, day("2024-11-03")) == at("2024-11-03T04:00:00Z"));
    CHECK(startOfDay(eastern, day("2024-11-04")) == at("2024-11-04T05:00:00Z"));
}

TEST_CASE("the clock changes at two in the morning on the Sundays the law names")
{
    const Zone eastern = easternZone();
    CHECK(offsetAt(eastern, at("2025-03-09T06:59:59Z")) == std::chrono::minutes{-300});
    CHECK(offsetAt(eastern, at("2025-03-09T07:00:00Z")) == std::chrono::minutes{-240});
    CHECK(offsetAt(eastern, at("2025-11-02T05:59:59Z")) == std::chrono::minutes{-240});
    CHECK(offsetAt(eastern, at("2025-11-02T06:00:00Z")) == std::chrono::minutes{-300});
}

TEST_CASE("every day of twenty years starts on itself and ends before the next")
{
    const Zone eastern = easternZone();
    for (auto date = std::chrono::sys_days{day("2010-01-01").date};
         date < std::chrono::sys_days{day("2030-01-01").date}; date += std::chrono::days{1}) {
        const Day today{std::chrono::year_month_day{date}};
        const Instant start = startOfDay(eastern, today);
        REQUIRE(dayIn(eastern, start) == today);
        REQUIRE(dayIn(eastern, start - std::chrono::seconds{1}) < today);
    }
}

TEST_CASE("a date is exactly YYYY-MM-DD and must exist")
{
    CHECK(parseDay("2024-02-29").has_value());
    for (const char* wrong : {"2023-02-29", "2024-13-01", "2024-00-10", "24-09-29", "2024/09/29", "2024-9-29", "",
                              "2024-09-29 ", "-024-09-29", "2024-09-2x"}) {
        INFO(wrong);
        const auto parsed = parseDay(wrong);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("an instant carries the offset it was written in")
{
    const auto parsed = parseInstant("2024-09-29T00:00:00-04:00");
    REQUIRE(parsed.has_value());
    CHECK(toString(parsed->instant) == "2024-09-29T04:00:00Z");
    CHECK(parsed->offset == std::chrono::minutes{-240});
    CHECK(parseInstant("2024-09-29T00:00:00Z").has_value());
    CHECK_FALSE(parseInstant("2024-09-29T00:00:00").has_value());
    CHECK_FALSE(parseInstant("2024-09-29T24:00:00Z").has_value());
    CHECK_FALSE(parseInstant("2024-09-29T00:00:00-0400").has_value());
    CHECK_FALSE(parseInstant("2024-09-29T00:00:00-04:0").has_value());
}
