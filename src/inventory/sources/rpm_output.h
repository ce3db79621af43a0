// Decoder of what the rpm program prints: our own query format, or the plain lines of "rpm -qa".
//
// Our format is tab separated: name, version-release, architecture, vendor, installation time in seconds since 1970;
// "(none)" stands for nothing. Plain lines are name-version-release.architecture. Both may be mixed. Text points into
// the decoded bytes. Never fails: lines that are neither are counted.
#pragma once

#include "base/calendar.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace offramp::sources {

struct RpmPackage {
    std::string_view name;
    std::string_view version;   // with release: "11.3.0-7441"
    std::string_view architecture;
    std::string_view vendor;
    std::optional<Instant> installedAt;
};

struct RpmOutput {
    std::vector<RpmPackage> packages;
    std::size_t damagedLines = 0;
};

[[nodiscard]] RpmOutput parseRpmOutput(std::string_view text);

}   // namespace offramp::sources
