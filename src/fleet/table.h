// Table: a list that engines collect, and which place of a computer it stands for.
#pragma once

#include "domain/evidence.h"
#include "fleet/row.h"

#include <optional>
#include <string_view>

namespace offramp::fleet {

// Named like osquery's tables; other engines' lists are one of these.
enum class Table {
    programs,
    services,
    drivers,
    securityProducts,
    certificates,
    storeApps,
    scheduledTasks,
    debPackages,
    rpmPackages,
    pacmanPackages,
    systemdUnits,
    addOnFolders,   // what lies in /opt, /var/opt and /etc/opt
    apps,
    launchd,
    receipts,
    systemExtensions,
    browserExtensions,
    processes,
    count
};
inline constexpr std::size_t tableCount = static_cast<std::size_t>(Table::count);

// "programs", "deb_packages": as osquery calls it; in --json as `table`.
[[nodiscard]] std::string_view toString(Table table);
[[nodiscard]] std::optional<Table> tableFromString(std::string_view word);

[[nodiscard]] SourceKind sourceOf(Table table);
// Empty when several systems have such a table.
[[nodiscard]] std::optional<OsFamily> systemOf(Table table);

// The table a scheduled query asks, by its name ("pack/it/programs", "pack_it_deb_packages").
[[nodiscard]] std::optional<Table> tableOfQuery(std::string_view query);
// The table a row is from, by the columns it has.
[[nodiscard]] std::optional<Table> tableOfColumns(const Row& row);

}   // namespace offramp::fleet
