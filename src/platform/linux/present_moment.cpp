#include "platform/present_moment.h"

#include <ctime>

namespace offramp {

std::chrono::minutes localOffsetAt(Instant instant)
{
    ::tzset();   // a program that lives for weeks learns of a new time zone
    const std::time_t time = std::chrono::system_clock::to_time_t(instant);
    std::tm local{};
    if (::localtime_r(&time, &local) == nullptr) {
        return std::chrono::minutes{0};
    }
    return std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds{local.tm_gmtoff});
}

std::chrono::seconds timeSinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds{time.tv_sec};
}

}   // namespace offramp
