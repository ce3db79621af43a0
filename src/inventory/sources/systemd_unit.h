// Decoder of a systemd unit file: the two lines that tell what a service is and what it starts.
#pragma once

#include <string>
#include <string_view>

namespace offramp::sources {

struct SystemdUnit {
    std::string description;
    std::string program;   // of the first ExecStart= that starts one; without prefixes, arguments and quotes
};

// Source: systemd.unit(5), systemd.service(5). Never fails: what is not there stays empty.
[[nodiscard]] SystemdUnit parseSystemdUnit(std::string_view text);

}   // namespace offramp::sources
