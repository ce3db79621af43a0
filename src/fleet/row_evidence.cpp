#include "fleet/row_evidence.h"

#include "base/text.h"
#include "inventory/sources/dpkg_status.h"
#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/uninstall_string.h"
#include "inventory/sources/unix_places.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>

namespace offramp::fleet {

namespace {

std::string_view lastPartOf(std::string_view path)
{
    while (path.size() > 1 && (path.back() == '/' || path.back() == '\\')) {
        path.remove_suffix(1);
    }
    const std::size_t cut = path.find_last_of("/\\");
    return cut == std::string_view::npos ? path : path.substr(cut + 1);
}

std::string_view withoutEnding(std::string_view name, std::string_view ending)
{
    return name.size() > ending.size() && text::equalsFolded(name.substr(name.size() - ending.size()), ending)
               ? name.substr(0, name.size() - ending.size())
               : name;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// "O=AO Kaspersky Lab" of a distinguished name, in the notations engines use: "C=RU, O=X, CN=Y" and "/C=RU/O=X".
std::string_view partOfName(std::string_view name, std::string_view key)
{
    for (std::size_t at = name.find(key); at != std::string_view::npos; at = name.find(key, at + 1)) {
        const bool begins = at == 0 || name[at - 1] == ' ' || name[at - 1] == ',' || name[at - 1] == '/';
        if (begins) {
            const std::string_view rest = name.substr(at + key.size());
            if (rest.starts_with('"')) {
                return rest.substr(1, std::min(rest.find('"', 1), rest.size()) - 1);
            }
            return rest.substr(0, std::min(rest.find_first_of(",/"), rest.size()));
        }
    }
    return {};
}

// Windows names the store, a Mac the keychain. What is not a store of trusted roots proves nothing.
bool isTrustedRoot(const Row& row)
{
    const std::string_view store = row.first(Column::store, Column::path);
    const std::string folded = text::fold(store);
    return store.empty() || contains(folded, "root") || contains(folded, "keychain");
}

std::optional<SeenRow> lookAtProgram(const Row& row, std::string& scratch)
{
    SeenRow seen{EvidenceKind::program, row[Column::identifier], row.first(Column::name, Column::displayName),
                 row[Column::publisher], row.first(Column::installLocation, Column::path)};
    if (seen.id.empty() && contains(row[Column::uninstallString], "{")) {
        if (const auto command = sources::decodeUninstallString(row[Column::uninstallString])) {
            scratch = command->productCode;
            seen.id = scratch;
        }
    }
    return seen;
}

SeenRow lookAtDriver(const Row& row)
{
    const std::string_view location = row.first(Column::path, Column::installLocation);
    std::string_view id = row.first(Column::service, Column::name);
    if (id.empty()) {
        id = withoutEnding(lastPartOf(location), ".sys");
    }
    return {EvidenceKind::driver, id, row[Column::displayName], row[Column::publisher], location};
}

SeenRow lookAtService(const Row& row)
{
    const bool driver = contains(row[Column::type], "DRIVER") || contains(row[Column::type], "driver");
    const std::string_view id = row.first(Column::name, Column::id);
    return {driver ? EvidenceKind::driver : EvidenceKind::service,
            id,
            row[Column::displayName],
            {},
            row.first(Column::path, Column::installLocation)};
}

SeenRow lookAtApp(const Row& row, std::string& scratch)
{
    std::string_view name = row.first(Column::displayName, Column::bundleName);
    name = withoutEnding(name.empty() ? row[Column::name] : name, ".app");
    // Inventories tell the app's line of copyright as its publisher.
    scratch = sources::copyrightHolder(row.first(Column::publisher, Column::copyright));
    return {EvidenceKind::app, row[Column::identifier], name, scratch,
            row.first(Column::path, Column::installLocation)};
}

SeenRow lookAtLaunchItem(const Row& row)
{
    const std::string_view program = row[Column::program];
    const std::string_view arguments = row[Column::programArguments];
    return {EvidenceKind::launchItem,
            row[Column::label].empty() ? withoutEnding(row[Column::name], ".plist") : row[Column::label],
            {},
            {},
            program.empty() ? arguments.substr(0, arguments.find(' ')) : program};
}

// dpkg's own word for it; engines that only tell what is installed leave it out.
PackageState stateOf(const Row& row)
{
    const std::string_view status = row[Column::status];
    if (status == "install ok installed" || status.find(' ') == std::string_view::npos) {
        return PackageState::installed;
    }
    const std::string stanza = "Package: x\nStatus: " + std::string(status) + "\n";
    const auto parsed = sources::parseDpkgStatus(stanza);
    return parsed.packages.empty() ? PackageState::none : parsed.packages.front().state;
}

std::string asUpper(std::string text)
{
    for (char& letter : text) {
        letter = letter >= 'a' && letter <= 'f' ? static_cast<char>(letter - 32) : letter;
    }
    return text;
}

std::optional<bool> running(const Row& row)
{
    const std::string state = text::fold(row.first(Column::status, Column::state));
    if (state.empty()) {
        return std::nullopt;
    }
    return state == "running" || state == "active";
}

SecurityState securityOf(const Row& row)
{
    SecurityState state;
    const std::string type = text::fold(row[Column::type]);
    state.role = contains(type, "firewall")  ? SecurityState::Role::firewall
                 : contains(type, "spyware") ? SecurityState::Role::antispyware
                                             : SecurityState::Role::antivirus;
    if (const std::string word = text::fold(row[Column::state]); !word.empty()) {
        state.active = word == "on" || word == "1" || word == "true";
    }
    if (const std::string word = text::fold(row[Column::signaturesUpToDate]); !word.empty()) {
        state.upToDate = word == "1" || word == "true";
    }
    return state;
}

// "20240131", "2024-01-31", "31/01/2024" (GLPI) or seconds since 1970.
std::optional<Day> dayFrom(std::string_view text)
{
    if (text.size() == 10 && text[2] == '/' && text[5] == '/') {
        const std::string turned =
            std::string(text.substr(6)) + std::string(text.substr(3, 2)) + std::string(text.substr(0, 2));
        return sources::installDay(turned);
    }
    if (text.size() >= 10 && (text[4] == '-' || text[4] == '/')) {
        const std::string plain =
            std::string(text.substr(0, 4)) + std::string(text.substr(5, 2)) + std::string(text.substr(8, 2));
        return sources::installDay(plain);
    }
    if (text.size() == 8) {
        return sources::installDay(text);
    }
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    constexpr std::int64_t latest = 32'503'680'000;   // the year 3000
    return whole && text.size() >= 9 && seconds > 0 && seconds < latest
               ? std::optional<Day>(dayIn(Zone{}, Instant{std::chrono::seconds{seconds}}))
               : std::nullopt;
}

std::string versionOf(Table table, const Row& row)
{
    switch (table) {
    case Table::rpmPackages: {
        std::string version(row[Column::version]);
        if (!version.empty() && !row[Column::release].empty()) {
            version.append("-").append(row[Column::release]);
        }
        return version;
    }
    case Table::debPackages: {
        std::string version(row[Column::version]);
        const std::string_view revision = row[Column::revision];
        if (!version.empty() && !revision.empty() && !contains(version, "-")) {
            version.append("-").append(revision);
        }
        return version;
    }
    case Table::apps: {
        const std::string_view version = row.first(Column::bundleShortVersion, Column::version);
        return std::string(version.empty() ? row[Column::bundleVersion] : version);
    }
    // Of these the row tells no version of the product.
    case Table::drivers:
    case Table::services:
    case Table::certificates: return {};
    default: return std::string(row[Column::version]);
    }
}

}   // namespace

std::optional<SeenRow> lookAt(Table table, const Row& row, std::string& scratch)
{
    std::optional<SeenRow> seen;
    switch (table) {
    case Table::programs: seen = lookAtProgram(row, scratch); break;
    case Table::services: seen = lookAtService(row); break;
    case Table::drivers: seen = lookAtDriver(row); break;
    case Table::securityProducts:
        seen = SeenRow{EvidenceKind::securityProduct,
                       row[Column::identifier],
                       row[Column::name],
                       {},
                       row.first(Column::remediationPath, Column::path)};
        break;
    case Table::certificates:
        if (!isTrustedRoot(row)) {
            return std::nullopt;
        }
        seen = SeenRow{EvidenceKind::rootCertificate, row[Column::sha1], row[Column::commonName], {}, {}};
        if (seen->name.empty()) {
            seen->name = partOfName(row[Column::subject], "CN=");
        }
        seen->publisher = partOfName(row[Column::subject], "O=");
        if (seen->publisher.empty()) {
            seen->publisher = row[Column::issuer];
        }
        break;
    case Table::storeApps:
        seen = SeenRow{EvidenceKind::storeApp, row.first(Column::identifier, Column::name),
                       row.first(Column::displayName, Column::name), row[Column::publisher],
                       row.first(Column::installLocation, Column::path)};
        break;
    case Table::scheduledTasks:
        seen =
            SeenRow{EvidenceKind::scheduledTask, row.first(Column::path, Column::name), {}, {}, row[Column::program]};
        break;
    case Table::debPackages:
    case Table::rpmPackages:
    case Table::pacmanPackages:
        if (stateOf(row) == PackageState::none) {
            return std::nullopt;
        }
        seen = SeenRow{EvidenceKind::package,
                       row[Column::name],
                       {},
                       sources::withoutMailAddress(row.first(Column::maintainer, Column::publisher)),
                       {}};
        break;
    case Table::systemdUnits:
        seen =
            SeenRow{EvidenceKind::systemdUnit, row.first(Column::id, Column::name), row[Column::description], {}, {}};
        break;
    case Table::addOnFolders:
        seen = SeenRow{text::equalsFolded(row[Column::type], "regular") ? EvidenceKind::file : EvidenceKind::folder,
                       row[Column::path],
                       lastPartOf(row[Column::path]),
                       {},
                       row[Column::path]};
        break;
    case Table::apps: seen = lookAtApp(row, scratch); break;
    case Table::launchd: seen = lookAtLaunchItem(row); break;
    case Table::receipts:
        seen = SeenRow{
            EvidenceKind::receipt, row.first(Column::identifier, Column::name), {}, {}, row[Column::installLocation]};
        break;
    case Table::systemExtensions:
        seen = SeenRow{row.has(Column::identifier) ? EvidenceKind::systemExtension : EvidenceKind::kernelExtension,
                       row.first(Column::identifier, Column::name),
                       row.first(Column::identifier, Column::name),
                       {},
                       row[Column::path]};
        break;
    case Table::browserExtensions:
        seen = SeenRow{
            EvidenceKind::browserExtension, row.first(Column::identifier, Column::id), row[Column::name], {}, {}};
        break;
    case Table::processes:
        seen = SeenRow{EvidenceKind::process, row[Column::name], {}, {}, row[Column::path]};
        if (!seen->location.empty()) {
            seen->id = lastPartOf(seen->location);
        }
        break;
    case Table::count: break;
    }
    return seen && seen->id.empty() && seen->name.empty() && seen->location.empty() ? std::nullopt : seen;
}

Evidence evidenceFrom(Table table, const Row& row, const SeenRow& seen)
{
    Evidence evidence;
    evidence.kind = seen.kind;
    evidence.source = sourceOf(table);
    evidence.id = sources::asUtf8(seen.id);
    evidence.name = sources::asUtf8(seen.name);
    evidence.publisher = sources::asUtf8(seen.publisher);
    evidence.location = sources::asUtf8(seen.location);
    evidence.readFrom = toString(table);
    evidence.version = sources::asUtf8(versionOf(table, row));
    evidence.installedOn = dayFrom(row[Column::installDate]);
    switch (table) {
    case Table::programs:
        if (const std::string_view command = row[Column::uninstallString]; !command.empty()) {
            evidence.uninstall =
                UninstallReference{UninstallReference::Kind::registeredCommand, sources::asUtf8(command), false};
        }
        break;
    case Table::services:
    case Table::drivers:
    case Table::systemdUnits: evidence.running = running(row); break;
    case Table::securityProducts: evidence.security = securityOf(row); break;
    case Table::certificates: evidence.id = asUpper(std::move(evidence.id)); break;
    case Table::debPackages:
    case Table::rpmPackages:
    case Table::pacmanPackages:
        evidence.packageState = stateOf(row);
        evidence.uninstall = UninstallReference{UninstallReference::Kind::package, evidence.id, false};
        break;
    case Table::addOnFolders: evidence.presence = Presence::present; break;
    case Table::processes: evidence.running = true; break;
    default: break;
    }
    return evidence;
}

}   // namespace offramp::fleet
