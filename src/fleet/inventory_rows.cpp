#include "fleet/inventory_rows.h"

#include "base/text.h"
#include "inventory/sources/uninstall_string.h"

#include <algorithm>
#include <array>
#include <utility>

namespace offramp::fleet {

namespace {

// Where the entry is from, as the agent says it; empty for lists nobody asks about (snap, flatpak, npm).
std::optional<Table> softwareTable(std::string_view from, std::optional<OsFamily> system)
{
    static constexpr std::array<std::pair<std::string_view, Table>, 7> lists{{
        {"registry", Table::programs},
        {"msi", Table::programs},
        {"wmi", Table::programs},
        {"uwp", Table::storeApps},
        {"deb", Table::debPackages},
        {"rpm", Table::rpmPackages},
        {"pacman", Table::pacmanPackages},
    }};
    const std::string folded = text::fold(from);
    for (const auto& [word, table] : lists) {
        if (folded == word) {
            return table;
        }
    }
    if (folded == "snap" || folded == "flatpak" || folded == "nix" || folded == "portage") {
        return std::nullopt;
    }
    switch (system.value_or(OsFamily::windows)) {
    case OsFamily::linux: return Table::debPackages;
    case OsFamily::macos: return Table::apps;
    case OsFamily::windows: break;
    }
    return Table::programs;
}

}   // namespace

std::optional<InventorySection> sectionFromName(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, InventorySection>, 8> sections{{
        {"softwares", InventorySection::software},
        {"software", InventorySection::software},
        {"antivirus", InventorySection::antivirus},
        {"processes", InventorySection::process},
        {"process", InventorySection::process},
        {"hardware", InventorySection::hardware},
        {"operatingsystem", InventorySection::operatingSystem},
        {"operating_system", InventorySection::operatingSystem},
    }};
    for (const auto& [word, section] : sections) {
        if (text::equalsFolded(name, word)) {
            return section;
        }
    }
    return std::nullopt;
}

std::string_view hostOfDevice(std::string_view deviceId)
{
    constexpr std::string_view pattern = "-0000-00-00-00-00-00";
    if (deviceId.size() <= pattern.size()) {
        return deviceId;
    }
    const std::string_view end = deviceId.substr(deviceId.size() - pattern.size());
    const bool isMoment = std::equal(end.begin(), end.end(), pattern.begin(), [](char letter, char wanted) {
        return wanted == '-' ? letter == '-' : letter >= '0' && letter <= '9';
    });
    return isMoment ? deviceId.substr(0, deviceId.size() - pattern.size()) : deviceId;
}

void setField(Row& row, InventorySection section, std::string_view name, std::string_view text)
{
    const auto is = [&](std::string_view word) { return text::equalsFolded(name, word); };
    switch (section) {
    case InventorySection::process:
        if (is("cmd")) {
            row.set(Column::program, text);
        }
        return;
    case InventorySection::antivirus:
        if (is("enabled")) {
            row.set(Column::state, text);
            return;
        }
        if (is("uptodate")) {
            row.set(Column::signaturesUpToDate, text);
            return;
        }
        if (is("company")) {
            row.set(Column::publisher, text);
            return;
        }
        break;
    case InventorySection::hardware:
    case InventorySection::operatingSystem:
        if (is("osname") || is("full_name") || is("kernel_name")) {
            row.set(Column::description, text);
            return;
        }
        if (is("description")) {   // what a person typed about the computer
            return;
        }
        break;
    case InventorySection::software:
        // What a person typed, and numbers of another meaning, are in the way of the columns of the same name.
        if (is("comments") || is("source") || is("id") || is("filename")) {
            return;
        }
        // OCS' agents write a word where there is nothing: the first on Windows, the second on a Mac.
        if (text::equalsFolded(text, "n/a") || (text::equalsFolded(text, "unknown") && !is("name"))) {
            return;
        }
        break;
    }
    row.set(name, text);
}

void takeEntry(HostRows& host, InventorySection section, const Row& row, Extent extent, const ReadTarget& target)
{
    if (section == InventorySection::software) {
        if (const auto table = softwareTable(row[Column::source], host.system)) {
            host.sawTable(*table, extent);
            target.rows.take(host, *table, Action::added, target.origin, row);
        }
    } else if (section == InventorySection::antivirus) {
        host.sawTable(Table::securityProducts, extent);
        target.rows.take(host, Table::securityProducts, Action::added, target.origin, row);
    } else if (section == InventorySection::process) {
        const auto command = sources::decodeUninstallString(row[Column::program]);
        if (command) {
            Row process;
            process.set(Column::path, command->executable);
            host.sawTable(Table::processes, extent);
            target.rows.take(host, Table::processes, Action::added, target.origin, process);
        }
    }
}

}   // namespace offramp::fleet
