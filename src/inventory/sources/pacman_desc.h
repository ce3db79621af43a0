// Decoder of one package record of pacman: /var/lib/pacman/local/<name>-<version>-<release>/desc.
//
// "%FIELD%" lines, each followed by its values and an empty line. Text points into the decoded bytes.
#pragma once

#include "base/calendar.h"

#include <optional>
#include <string_view>

namespace offramp::sources {

struct PacmanPackage {
    std::string_view name;
    std::string_view version;
    std::string_view packager;
    std::optional<Instant> installedAt;
};

// Empty when the record has no name or no version.
[[nodiscard]] std::optional<PacmanPackage> parsePacmanDesc(std::string_view text);

// From the name of the record's folder alone; empty when it has not the form name-version-release.
[[nodiscard]] std::optional<PacmanPackage> packageFromFolderName(std::string_view folder);

}   // namespace offramp::sources
