// The readers of formats that tell whole inventories. Each takes the text of one file in UTF-8 and adds what it tells
// to the rows; what is broken is a fault with its line, and the rest still counts.
#pragma once

#include "fleet/faults.h"
#include "fleet/host_rows.h"
#include "fleet/osquery_log.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offramp::fleet {

struct ReadTarget {
    FleetRows& rows;
    Faults& faults;
    const std::string& file;   // as it was named, for faults
    Origin origin;             // of everything in this file
};

// Fleet's interface: one host or many with their software, and a host's software alone.
ReadCounts readFleetSoftware(std::string_view text, const ReadTarget& target);
// Inventories of GLPI, FusionInventory and OCS agents.
ReadCounts readInventoryXml(std::string_view text, const ReadTarget& target);
ReadCounts readInventoryJson(std::string_view text, const ReadTarget& target);
// Wazuh's syscollector: answers of the interface, documents of the indexer, and events.
ReadCounts readWazuh(std::string_view text, const ReadTarget& target);
// Discovered apps of Intune, with a device in each row or counted over all.
ReadCounts readIntuneCsv(std::string_view text, const ReadTarget& target);

// A name for what does not name its computer: "laptop" for "lists/laptop.json".
[[nodiscard]] std::string nameFromFile(std::string_view file);
// By any word an engine uses: "Microsoft Windows 11 Pro", "darwin", "ubuntu". Empty for telephones and unknown words.
[[nodiscard]] std::optional<OsFamily> systemFromWords(std::string_view words);

}   // namespace offramp::fleet
