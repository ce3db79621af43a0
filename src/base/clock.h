// The clock, as a port: every "now" of the product goes through it, so tests and recordings can stand still.
#pragma once

#include "base/calendar.h"

namespace offramp {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

}   // namespace offramp
