// A source reads one kind of place through the ports and reports what is there, without judging.
//
// Each source stands in inventory/sources/<name>.{h,cpp} with its pure decoder beside it, and is listed once in
// sources.cpp. A source reports every entry it reads; it never filters by vendor, except sources that look at the
// vendor's own places (kaspersky_keys, known_folders).
#pragma once

#include "domain/evidence.h"
#include "platform/host.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string_view>

namespace offramp {

struct Source {
    SourceKind kind;
    OsFamily os;
    Weight weight;
    // Never throws and never blocks for long; returns early with Coverage::partial when asked to stop.
    SourceReport (*read)(const Host& host, std::stop_token stop);
};

// Every source of the product, in the order they are read.
[[nodiscard]] std::span<const Source> allSources();

}   // namespace offramp
