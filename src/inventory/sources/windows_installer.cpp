#include "inventory/sources/windows_installer.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/windows_paths.h"

#include <array>
#include <unordered_set>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view userData = R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UserData)";
constexpr std::string_view advertised = R"(SOFTWARE\Classes\Installer\Products)";
constexpr std::string_view machineAccount = "S-1-5-18";   // what is installed for everybody belongs to Local System

// 0x0C010506 is 12.1.1286: one byte, one byte, two bytes.
std::string versionFromNumber(const RegistryValues& values)
{
    const std::optional<std::uint64_t> packed = values.number("Version");
    if (!packed || *packed == 0 || *packed > 0xFFFFFFFFu) {
        return {};
    }
    return std::to_string(*packed >> 24) + "." + std::to_string((*packed >> 16) & 0xFF) + "."
           + std::to_string(*packed & 0xFFFF);
}

Evidence decodeProduct(std::string code, const RegistryValues& values)
{
    Evidence product;
    product.kind = EvidenceKind::msiProduct;
    product.source = SourceKind::windowsInstaller;
    product.id = std::move(code);
    product.name = values.text("DisplayName");
    if (product.name.empty()) {
        product.name = values.text("ProductName");
    }
    product.version = values.text("DisplayVersion");
    if (product.version.empty()) {
        product.version = versionFromNumber(values);
    }
    product.publisher = values.text("Publisher");
    product.location = values.text("InstallLocation");
    product.hidden = values.number("SystemComponent").value_or(0) == 1;
    product.installedOn = installDay(values.text("InstallDate"));
    product.uninstall = UninstallReference{UninstallReference::Kind::msiProduct, product.id, false};
    return product;
}

}   // namespace

std::string unpackProductCode(std::string_view packed)
{
    if (packed.size() != 32) {
        return {};
    }
    std::string plain = "{";
    constexpr std::array<std::size_t, 11> groups{8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2};
    std::size_t begin = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (group == 1 || group == 2 || group == 3 || group == 5) {
            plain += '-';
        }
        for (std::size_t at = groups[group]; at > 0; --at) {
            plain += packed[begin + at - 1];
        }
        begin += groups[group];
    }
    return guidFrom(plain + "}");
}

SourceReport readWindowsInstaller(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsInstaller);
    const Registry& registry = host.registry();
    const std::string windows = windowsFolder(host);
    reportDamage(registry, report);
    std::unordered_set<std::string> known;

    const auto addProduct = [&](Evidence product, const RegistryKey& key, const std::string& account) {
        product.readFrom = key.display();
        product.presence = presenceOf(host.files(), absolutePath(product.location, windows));
        if (!account.empty() && account != machineAccount) {
            product.scope = Scope::user;
            product.account = account;
        }
        known.insert(product.id);
        report.add(std::move(product));
    };
    const std::optional<std::vector<std::string>> accounts = readSubkeys(registry, machineKey(userData), report);
    for (const std::string& account : accounts.value_or(std::vector<std::string>{})) {
        const RegistryKey products = machineKey(userData).child(account).child("Products");
        const Result<std::vector<std::string>> names = registry.subkeys(products);
        if (!names) {
            report.failed(names.error());
            continue;
        }
        report.read(names->size());
        for (const std::string& name : *names) {
            if (stop.stop_requested()) {
                report.stopped();
                break;
            }
            const RegistryKey key = products.child(name).child("InstallProperties");
            std::string code = unpackProductCode(name);
            Result<std::vector<RegistryValue>> values = registry.values(key);
            if (values && !code.empty()) {
                addProduct(decodeProduct(std::move(code), RegistryValues(std::move(*values))), key, account);
            } else if (!values && values.error().code != ErrorCode::notFound) {
                report.failed(values.error());
            }
        }
    }
    visitSubkeys(registry, machineKey(advertised), report, stop,
                 [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                     std::string code = unpackProductCode(name);
                     if (!code.empty() && !known.contains(code)) {
                         addProduct(decodeProduct(std::move(code), values), key, {});
                     }
                 });
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
