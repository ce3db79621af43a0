#include "platform/present_moment.h"

#include "platform/windows/windows_api.h"

namespace offramp {

namespace {

// Seconds since 1970 of a time on the calendar.
std::chrono::seconds secondsOf(const SYSTEMTIME& time)
{
    using namespace std::chrono;
    const sys_days day{year{time.wYear} / month{time.wMonth} / std::chrono::day{time.wDay}};
    return day.time_since_epoch() + hours{time.wHour} + minutes{time.wMinute} + seconds{time.wSecond};
}

SYSTEMTIME calendarOf(Instant instant)
{
    using namespace std::chrono;
    const auto midnight = floor<days>(instant);
    const year_month_day date{midnight};
    const hh_mm_ss time{instant - midnight};
    SYSTEMTIME calendar{};
    calendar.wYear = static_cast<WORD>(static_cast<int>(date.year()));
    calendar.wMonth = static_cast<WORD>(static_cast<unsigned>(date.month()));
    calendar.wDay = static_cast<WORD>(static_cast<unsigned>(date.day()));
    calendar.wHour = static_cast<WORD>(time.hours().count());
    calendar.wMinute = static_cast<WORD>(time.minutes().count());
    calendar.wSecond = static_cast<WORD>(time.seconds().count());
    return calendar;
}

}   // namespace

std::chrono::minutes localOffsetAt(Instant instant)
{
    const SYSTEMTIME universal = calendarOf(instant);
    SYSTEMTIME local{};
    if (::SystemTimeToTzSpecificLocalTime(nullptr, &universal, &local) == 0) {
        return std::chrono::minutes{0};
    }
    return std::chrono::duration_cast<std::chrono::minutes>(secondsOf(local) - secondsOf(universal));
}

std::chrono::seconds timeSinceBoot()
{
    return std::chrono::seconds{::GetTickCount64() / 1000};
}

}   // namespace offramp
