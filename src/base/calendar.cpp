#include "base/calendar.h"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace offramp {

namespace {

using namespace std::chrono;

// Daylight time runs from 2:00 standard time on the second Sunday of March to 2:00 daylight time on the first Sunday
// of November. Before 2007 other Sundays applied; no rule in the catalog is that old.
bool isEasternDaylight(Instant instant)
{
    const year_month_day utcDay{floor<days>(instant)};
    const sys_days begins{year_month_weekday{utcDay.year(), March, Sunday[2]}};
    const sys_days ends{year_month_weekday{utcDay.year(), November, Sunday[1]}};
    return instant >= begins + hours{7} && instant < ends + hours{6};
}

std::optional<int> digits(std::string_view text, std::size_t position, std::size_t count)
{
    if (position + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    const auto* begin = text.data() + position;
    const auto [end, error] = std::from_chars(begin, begin + count, value);
    if (error != std::errc{} || end != begin + count || *begin == '-') {
        return std::nullopt;
    }
    return value;
}

}   // namespace

minutes offsetAt(const Zone& zone, Instant instant)
{
    if (!zone.usEastern) {
        return zone.offset;
    }
    return isEasternDaylight(instant) ? minutes{-4 * 60} : minutes{-5 * 60};
}

Day dayIn(const Zone& zone, Instant instant)
{
    return Day{year_month_day{floor<days>(instant + offsetAt(zone, instant))}};
}

Instant startOfDay(const Zone& zone, const Day& day)
{
    const sys_seconds midnight{sys_days{day.date}};
    // The offset is asked for at the instant itself; the clock never changes at midnight in this zone, so one
    // correction is enough.
    const sys_seconds guess = midnight - offsetAt(zone, midnight);
    return midnight - offsetAt(zone, guess);
}

long daysBetween(const Day& from, const Day& to)
{
    return static_cast<long>((sys_days{to.date} - sys_days{from.date}).count());
}

std::string toString(const Day& day)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.date.year()), static_cast<unsigned>(day.date.month()),
                       static_cast<unsigned>(day.date.day()));
}

std::string toString(Instant instant)
{
    const auto midnight = floor<days>(instant);
    const hh_mm_ss time{instant - midnight};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", toString(Day{year_month_day{midnight}}), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

Result<Day> parseDay(std::string_view text)
{
    const auto yearNumber = digits(text, 0, 4);
    const auto monthNumber = digits(text, 5, 2);
    const auto dayNumber = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !yearNumber || !monthNumber || !dayNumber) {
        return fail(ErrorCode::malformed, fmt::format("\"{}\" is not a date; write it as 2024-09-29", text));
    }
    const year_month_day date{year{*yearNumber}, month{static_cast<unsigned>(*monthNumber)},
                              day{static_cast<unsigned>(*dayNumber)}};
    if (!date.ok()) {
        return fail(ErrorCode::malformed, fmt::format("there is no day {}", text));
    }
    return Day{date};
}

Result<OffsetInstant> parseInstant(std::string_view text)
{
    const auto bad = [&] {
        return fail(ErrorCode::malformed,
                    fmt::format("\"{}\" is not a date and time; write it as 2024-09-29T00:00:00-04:00", text));
    };
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
        return bad();
    }
    const auto date = parseDay(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return bad();
    }
    const auto rest = text.substr(19);
    minutes offset{0};
    if (rest != "Z") {
        const auto offsetHours = digits(rest, 1, 2);
        const auto offsetMinutes = digits(rest, 4, 2);
        if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':' || !offsetHours || !offsetMinutes
            || *offsetHours > 14 || *offsetMinutes > 59) {
            return bad();
        }
        offset = hours{*offsetHours} + minutes{*offsetMinutes};
        if (rest[0] == '-') {
            offset = -offset;
        }
    }
    const sys_seconds local = sys_days{date->date} + hours{*hour} + minutes{*minute} + seconds{*second};
    return OffsetInstant{local - offset, offset};
}

}   // namespace offramp
