#include "inventory/sources/windows_store_apps.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/windows_paths.h"

#include <unordered_set>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view everybody =
    R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications)";
constexpr std::string_view ofPerson =
    R"(Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages)";

}   // namespace

std::optional<PackageFullName> decodePackageFullName(std::string_view fullName)
{
    const std::vector<std::string_view> parts = text::split(fullName, '_');
    if (parts.size() != 5 || parts[0].empty() || parts[1].empty() || parts[4].empty()) {
        return std::nullopt;
    }
    return PackageFullName{std::string(parts[0]), std::string(parts[1]), std::string(parts[4])};
}

SourceReport readWindowsStoreApps(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsStoreApps);
    const Registry& registry = host.registry();
    const std::string windows = windowsFolder(host);
    reportDamage(registry, report);
    // A bundle is listed once for each language and resolution; one line for each version is enough.
    std::unordered_set<std::string> known;

    const auto readPackages = [&](const RegistryKey& list, Scope scope, const std::string& account) {
        visitSubkeys(registry, list, report, stop,
                     [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                         const std::optional<PackageFullName> package = decodePackageFullName(name);
                         if (!package
                             || !known.insert(package->family() + " " + package->version + " " + account).second) {
                             return;
                         }
                         Evidence app;
                         app.kind = EvidenceKind::storeApp;
                         app.source = SourceKind::windowsStoreApps;
                         app.id = package->family();
                         app.name = values.text("DisplayName");
                         if (app.name.empty() || app.name.starts_with('@') || app.name.starts_with("ms-resource:")) {
                             app.name = package->name;   // a reference into the package's resources
                         }
                         app.version = package->version;
                         app.location = values.text("PackageRootFolder");
                         app.presence = presenceOf(host.files(), absolutePath(app.location, windows));
                         app.readFrom = key.display();
                         app.scope = scope;
                         app.account = account;
                         report.add(std::move(app));
                     });
    };
    readPackages(machineKey(everybody), Scope::machine, {});
    for (const UserHive& hive : loadedHives(registry, report, SignedOutUsers::areSkipped)) {
        readPackages(userKey(hive, ofPerson), Scope::user, hive.sid);
    }
    return report.finish(Coverage::notApplicable);
}

}   // namespace offramp::sources
