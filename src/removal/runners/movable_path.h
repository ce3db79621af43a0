// Which paths may be taken away at all, whatever a plan says. Pure.
#pragma once

#include <string>
#include <string_view>

namespace offramp {

// Empty when the path may be moved; else why not, in plain English. Folders every system needs, folders of the vendor
// of the system itself, people's homes as a whole, and what only looks like files (/proc, /sys, /dev, /run) never may.
[[nodiscard]] std::string whyNotMovable(std::string_view path);

}   // namespace offramp
