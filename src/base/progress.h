// Progress and cancellation for work that a person waits for.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

namespace offramp {

// One step of long work. `item` is a stable word ("windowsServices"), never a sentence; a face translates it.
struct Progress {
    std::string item;
    std::size_t done = 0;    // steps finished before this one
    std::size_t total = 0;   // 0 when not known
};

// Called on the worker's thread. An empty function is allowed and means "nobody watches".
using ProgressSink = std::function<void(const Progress&)>;

}   // namespace offramp
