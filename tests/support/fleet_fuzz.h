// What the fuzz targets of the fleet's readers have in common.
#pragma once

#include "fleet/format.h"
#include "fleet/readers.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace offramp::fuzz {

using FleetReader = fleet::ReadCounts (*)(std::string_view, const fleet::ReadTarget&);

inline int readAsFleet(const std::uint8_t* data, std::size_t size, FleetReader reader)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(fleet::recognise(bytes));
    const std::string text = fleet::asUtf8Text(bytes);
    const std::string file = "input";
    fleet::FleetRows rows(nullptr);
    fleet::Faults faults;
    static_cast<void>(reader(text, {rows, faults, file, {}}));
    if (faults.located().size() > fleet::Faults::most || faults.count() < faults.located().size()) {
        std::abort();
    }
    for (fleet::HostRows* const host : rows.hosts()) {
        for (const Evidence& evidence : host->settle()) {
            if (evidence.id.empty() && evidence.name.empty() && evidence.location.empty()) {
                std::abort();
            }
        }
    }
    return 0;
}

}   // namespace offramp::fuzz
