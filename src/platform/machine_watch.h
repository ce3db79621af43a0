// MachineWatch: learns that something was installed or removed, and that a moment has come, without ever polling.
//
// One sleeping thread: it costs no wake-up while nothing happens. CMake picks the implementation.
#pragma once

#include "base/calendar.h"
#include "base/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

// A place whose changes matter: a folder on Linux, a registry key on Windows ("HKLM\\SOFTWARE\\…"), which may also be
// made later.
struct WatchedPlace {
    std::string path;
    std::string onlyName;   // Linux: of what changes directly below it; empty: anything
    bool deep = false;      // Windows: also values and keys further below

    friend bool operator==(const WatchedPlace&, const WatchedPlace&) = default;
};
// Where programs of this system are registered, put and started from. Some may not exist.
[[nodiscard]] std::vector<WatchedPlace> placesThatChange();

struct WatchSettings {
    // An installer changes hundreds of things: they are told as one, when nothing happened for `calm` or after
    // `patience`.
    std::chrono::milliseconds calm{3000};
    std::chrono::milliseconds patience{60000};
};

// Called on the watch's own thread.
struct WatchEvents {
    std::function<void()> changed;
    std::function<void()> alarm;
};

class MachineWatch {
public:
    virtual ~MachineWatch() = default;   // nothing is called any more when this returns
    // Rings at that moment of this computer's clock, also when it was slept through, and early when the clock is set
    // (on Windows after a day at the latest). Empty: not at all. May be called from any thread, also from an event.
    virtual void setAlarm(std::optional<Instant> at) = 0;
    // How many of the places are watched; the others may not be read or, on Linux, do not exist.
    [[nodiscard]] virtual std::size_t watched() const = 0;
};

[[nodiscard]] Result<std::unique_ptr<MachineWatch>> watchMachine(const std::vector<WatchedPlace>& places,
                                                                 const WatchSettings& settings, WatchEvents events);

}   // namespace offramp
