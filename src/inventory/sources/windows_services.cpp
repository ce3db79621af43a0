#include "inventory/sources/windows_services.h"

#include "base/text.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/uninstall_string.h"
#include "inventory/sources/windows_paths.h"

#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view servicesPath = R"(SYSTEM\CurrentControlSet\Services)";

// "@oem12.inf,%name%;Plain name" carries the name in plain; "@file.dll,-123" only points at one.
std::string plainName(std::string name)
{
    if (!name.starts_with('@')) {
        return name;
    }
    const std::size_t plain = name.rfind(';');
    return plain == std::string::npos ? std::string{} : std::string(text::trim(name.substr(plain + 1)));
}

std::optional<EvidenceKind> kindOf(const RegistryValues& values, std::string_view image)
{
    constexpr std::uint64_t driverTypes = 0x1 | 0x2 | 0x4 | 0x8;
    constexpr std::uint64_t serviceTypes = 0x10 | 0x20;
    if (const std::optional<std::uint64_t> type = values.number("Type")) {
        return (*type & serviceTypes) != 0  ? std::optional{EvidenceKind::service}
               : (*type & driverTypes) != 0 ? std::optional{EvidenceKind::driver}
                                            : std::nullopt;
    }
    if (image.empty()) {
        return std::nullopt;
    }
    const std::string folded = text::fold(image);
    return folded.find(".sys") != std::string::npos ? EvidenceKind::driver : EvidenceKind::service;
}

}   // namespace

std::optional<Evidence> decodeService(const std::string& keyName, const RegistryValues& values)
{
    const std::string image = values.text("ImagePath");
    const std::optional<EvidenceKind> kind = kindOf(values, image);
    if (!kind) {
        return std::nullopt;
    }
    Evidence service;
    service.kind = *kind;
    service.source = SourceKind::windowsServices;
    service.id = keyName;
    service.name = plainName(values.text("DisplayName"));
    service.location = image;
    if (image.empty() && *kind == EvidenceKind::driver) {
        service.location = R"(System32\drivers\)" + keyName + ".sys";   // where Windows looks when nothing is said
    }
    return service;
}

SourceReport readWindowsServices(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsServices);
    const Registry& registry = host.registry();
    const std::string windows = windowsFolder(host);
    reportDamage(registry, report);
    visitSubkeys(registry, machineKey(servicesPath), report, stop,
                 [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                     std::optional<Evidence> service = decodeService(name, values);
                     if (!service) {
                         return;
                     }
                     service->readFrom = key.display();
                     if (const std::optional<UninstallCommand> image = decodeUninstallString(service->location)) {
                         service->presence = presenceOf(host.files(), absolutePath(image->executable, windows));
                     }
                     report.add(std::move(*service));
                 });
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
