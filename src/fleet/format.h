// Which engine a file is from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace offramp::fleet {

enum class Format {
    osquery,    // result logs
    fleet,      // Fleet's interface: hosts with their software
    glpi,       // inventories of GLPI and OCS agents, XML or JSON
    wazuh,      // syscollector
    intune,     // discovered apps, CSV
    registry,   // a .reg export of one computer
    saved,      // a check Offramp saved (report/snapshot_record.h)
};
[[nodiscard]] std::string_view toString(Format format);
[[nodiscard]] std::optional<Format> formatFromString(std::string_view word);
// "osquery, fleet, glpi, …", for messages.
[[nodiscard]] std::string allFormats();

// By the first bytes of a file, in any encoding this program reads. Empty when it looks like none.
[[nodiscard]] std::optional<Format> recognise(std::string_view beginning);
// How many bytes recognise() wants to see.
inline constexpr std::size_t beginningLength = 65536;

// The whole text in UTF-8 without a byte order mark: UTF-16 and what is not UTF-8 (taken as Windows-1252) are
// converted.
[[nodiscard]] std::string asUtf8Text(std::string bytes);

}   // namespace offramp::fleet
