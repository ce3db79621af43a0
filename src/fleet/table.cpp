#include "fleet/table.h"

#include <array>
#include <utility>

namespace offramp::fleet {

namespace {

struct TableFacts {
    Table table;
    std::string_view word;
    SourceKind source;
    std::optional<OsFamily> system;
};

constexpr std::array<TableFacts, tableCount> facts{{
    {Table::programs, "programs", SourceKind::windowsPrograms, OsFamily::windows},
    {Table::services, "services", SourceKind::windowsServices, OsFamily::windows},
    {Table::drivers, "drivers", SourceKind::windowsServices, OsFamily::windows},
    {Table::securityProducts, "windows_security_products", SourceKind::securityCenter, OsFamily::windows},
    {Table::certificates, "certificates", SourceKind::rootCertificates, std::nullopt},
    {Table::storeApps, "store_apps", SourceKind::windowsStoreApps, OsFamily::windows},
    {Table::scheduledTasks, "scheduled_tasks", SourceKind::scheduledTasks, OsFamily::windows},
    {Table::debPackages, "deb_packages", SourceKind::dpkg, OsFamily::linux},
    {Table::rpmPackages, "rpm_packages", SourceKind::rpm, OsFamily::linux},
    {Table::pacmanPackages, "pacman_packages", SourceKind::pacman, OsFamily::linux},
    {Table::systemdUnits, "systemd_units", SourceKind::systemdUnits, OsFamily::linux},
    {Table::addOnFolders, "opt_folders", SourceKind::unpackagedFolders, OsFamily::linux},
    {Table::apps, "apps", SourceKind::macApps, OsFamily::macos},
    {Table::launchd, "launchd", SourceKind::launchItems, OsFamily::macos},
    {Table::receipts, "package_receipts", SourceKind::macReceipts, OsFamily::macos},
    {Table::systemExtensions, "system_extensions", SourceKind::macExtensions, OsFamily::macos},
    {Table::browserExtensions, "browser_extensions", SourceKind::browserExtensions, std::nullopt},
    {Table::processes, "processes", SourceKind::processes, std::nullopt},
}};

const TableFacts& factsOf(Table table)
{
    return facts[static_cast<std::size_t>(table)];
}

using TableAlias = std::pair<std::string_view, Table>;

// Other names the same lists go by. Longer ones first: "chrome_extensions" is no "extensions".
constexpr std::array otherNames{
    TableAlias{"windows_security_center_products", Table::securityProducts},
    TableAlias{"security_products", Table::securityProducts},
    TableAlias{"programs_and_features", Table::programs},
    TableAlias{"installed_programs", Table::programs},
    TableAlias{"installed_applications", Table::apps},
    TableAlias{"chrome_extensions", Table::browserExtensions},
    TableAlias{"firefox_addons", Table::browserExtensions},
    TableAlias{"safari_extensions", Table::browserExtensions},
    TableAlias{"ie_extensions", Table::browserExtensions},
    TableAlias{"kernel_extensions", Table::systemExtensions},
    TableAlias{"applications", Table::apps},
};

// Lists whose name only contains that of a table.
constexpr std::array<std::string_view, 5> lookAlikes{"launchd_overrides", "process_open", "npm_packages",
                                                     "python_packages", "running_apps"};

bool isPartOfWord(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

// Whether the word stands in the name, not as a part of a longer one.
bool names(std::string_view name, std::string_view word)
{
    for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isPartOfWord(name[at - 1])) && (end == name.size() || !isPartOfWord(name[end]))) {
            return true;
        }
    }
    return false;
}

}   // namespace

std::string_view toString(Table table)
{
    return factsOf(table).word;
}

std::optional<Table> tableFromString(std::string_view word)
{
    for (const TableFacts& fact : facts) {
        if (fact.word == word) {
            return fact.table;
        }
    }
    for (const auto& [name, table] : otherNames) {
        if (name == word) {
            return table;
        }
    }
    return std::nullopt;
}

SourceKind sourceOf(Table table)
{
    return factsOf(table).source;
}

std::optional<OsFamily> systemOf(Table table)
{
    return factsOf(table).system;
}

std::optional<Table> tableOfQuery(std::string_view query)
{
    for (const std::string_view other : lookAlikes) {
        if (query.find(other) != std::string_view::npos) {
            return std::nullopt;
        }
    }
    for (const auto& [name, table] : otherNames) {
        if (names(query, name)) {
            return table;
        }
    }
    // "pack/programs/services" is a query for services: the last name counts.
    const std::string_view last = query.substr(query.find_last_of("/:") + 1);
    for (const std::string_view part : {last, query}) {
        for (const TableFacts& fact : facts) {
            if (names(part, fact.word)) {
                return fact.table;
            }
        }
    }
    return std::nullopt;
}

std::optional<Table> tableOfColumns(const Row& row)
{
    const auto has = [&](Column column) { return row.has(column); };
    if (const auto told = tableFromString(row[Column::source])) {
        return told;   // Fleet tells the table with every row
    }
    if (has(Column::remediationPath) || has(Column::signaturesUpToDate)) {
        return Table::securityProducts;
    }
    if (has(Column::commonName) || (has(Column::subject) && has(Column::issuer))) {
        return Table::certificates;
    }
    if (has(Column::bundleShortVersion) || has(Column::bundleName) || has(Column::bundleVersion)) {
        return Table::apps;
    }
    if (has(Column::driverKey) || (has(Column::service) && has(Column::path))) {
        return Table::drivers;
    }
    if (has(Column::startType)) {
        return Table::services;
    }
    if (has(Column::fragmentPath)) {
        return Table::systemdUnits;
    }
    if (has(Column::label) && (has(Column::program) || has(Column::programArguments))) {
        return Table::launchd;
    }
    if (has(Column::uninstallString) || has(Column::installLocation)
        || (has(Column::identifier) && has(Column::name) && has(Column::version) && has(Column::publisher))) {
        return Table::programs;
    }
    if (has(Column::packageGroup) || (has(Column::release) && has(Column::version))) {
        return Table::rpmPackages;
    }
    if (has(Column::maintainer) || (has(Column::revision) && has(Column::version))) {
        return Table::debPackages;
    }
    return std::nullopt;
}

}   // namespace offramp::fleet
