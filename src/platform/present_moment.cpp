#include "platform/present_moment.h"

namespace offramp {

ReminderMoment presentMoment(const Clock& clock, const Conditions& conditions)
{
    const Instant now = clock.now();
    return ReminderMoment{now, localOffsetAt(now), conditions.bootId().value_or(std::string{}), timeSinceBoot()};
}

}   // namespace offramp
