// Decoder of dpkg's package database: /var/lib/dpkg/status and the one-package files of status.d.
//
// The format is that of deb-control(5): stanzas of "Field: value" lines ended by an empty line, with continuation
// lines that start with a blank. All text points into the decoded bytes, nothing is copied. Linear, never fails:
// what is damaged is counted and what could be read is kept.
#pragma once

#include "domain/evidence.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace offramp::sources {

struct DpkgPackage {
    std::string_view name;
    std::string_view version;
    std::string_view architecture;
    std::string_view maintainer;
    // none: the stanza has no readable Status.
    PackageState state = PackageState::none;
};

struct DpkgStatus {
    std::vector<DpkgPackage> packages;
    std::vector<DpkgPackage> gone;   // which dpkg knows only by name ("not-installed")
    std::size_t stanzas = 0;
    std::size_t damagedStanzas = 0;   // not a field, a field twice, NUL bytes, no name or no state
    bool truncated = false;           // the text ends in the middle of a line
};

[[nodiscard]] DpkgStatus parseDpkgStatus(std::string_view text);

}   // namespace offramp::sources
