// What the inventories of GLPI, FusionInventory and OCS agents have in common, in XML and in JSON: sections of fields.
#pragma once

#include "fleet/readers.h"

#include <optional>
#include <string>
#include <string_view>

namespace offramp::fleet {

enum class InventorySection { software, antivirus, process, hardware, operatingSystem };

// "SOFTWARES", "antivirus"; empty for sections nobody needs.
[[nodiscard]] std::optional<InventorySection> sectionFromName(std::string_view name);

// "PC-2026-11-23-10-00-00" is PC: agents add when they were installed.
[[nodiscard]] std::string_view hostOfDevice(std::string_view deviceId);

// A field of a section, put in by its meaning there.
void setField(Row& row, InventorySection section, std::string_view name, std::string_view text);

// An entry of software, antivirus or processes.
void takeEntry(HostRows& host, InventorySection section, const Row& row, Extent extent, const ReadTarget& target);

}   // namespace offramp::fleet
