#include "inventory/sources/windows_services.h"

#include "base/text.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/uninstall_string.h"
#include "inventory/sources/windows_paths.h"

#include <map>
#include <utility>
#include <vector>

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

// What the Service Control Manager said, each service once, until the registry has told it.
class ManagedServices {
public:
    explicit ManagedServices(std::vector<ServiceStatus> services) : m_services(std::move(services))
    {
        for (std::size_t at = 0; at < m_services.size(); ++at) {
            if (!m_services[at].name.empty()) {
                m_byName.emplace(text::fold(m_services[at].name), at);
            }
        }
    }
    [[nodiscard]] std::optional<bool> takeRunning(std::string_view name)
    {
        const auto told = m_byName.find(text::fold(name));
        if (told == m_byName.end()) {
            return std::nullopt;
        }
        const bool running = m_services[told->second].running;
        m_byName.erase(told);
        return running;
    }
    // Those that were not taken, by name.
    [[nodiscard]] std::vector<ServiceStatus> takeRest()
    {
        std::vector<ServiceStatus> rest;
        for (const auto& entry : m_byName) {
            rest.push_back(std::move(m_services[entry.second]));
        }
        m_byName.clear();
        return rest;
    }

private:
    std::vector<ServiceStatus> m_services;
    std::map<std::string, std::size_t> m_byName;   // folded
};

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

Evidence decodeService(const ServiceStatus& status, const Result<std::string>& image)
{
    Evidence service;
    service.kind = status.driver ? EvidenceKind::driver : EvidenceKind::service;
    service.source = SourceKind::windowsServices;
    service.id = status.name;
    service.name = plainName(status.displayName);
    service.location = image.value_or("");   // nothing is assumed where it may not be asked for
    service.readFrom = "Service Control Manager";
    service.running = status.running;
    return service;
}

SourceReport readWindowsServices(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsServices);
    const Registry& registry = host.registry();
    const std::string windows = windowsFolder(host);
    const auto add = [&](Evidence service) {
        if (const std::optional<UninstallCommand> image = decodeUninstallString(service.location)) {
            service.presence = presenceOf(host.files(), absolutePath(image->executable, windows));
        }
        report.add(std::move(service));
    };
    Result<std::vector<ServiceStatus>> answer = host.windowsManagers().services();
    ManagedServices managed(answer ? std::move(*answer) : std::vector<ServiceStatus>{});

    reportDamage(registry, report);
    const PlaceOutcome outcome =
        visitSubkeys(registry, machineKey(servicesPath), report, stop,
                     [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                         std::optional<Evidence> service = decodeService(name, values);
                         if (!service) {
                             return;
                         }
                         service->readFrom = key.display();
                         service->running = managed.takeRunning(name);
                         add(std::move(*service));
                     });
    if (stop.stop_requested()) {
        return report.finish(Coverage::complete);
    }
    // Of a registry that was read, the manager only tells what runs. Where it was not, it makes up for some of it,
    // never for all: it leaves out what this account may not ask for.
    if (!answer && outcome == PlaceOutcome::incomplete && answer.error().code != ErrorCode::unsupported) {
        report.failed(answer.error());
    }
    if (const std::vector<ServiceStatus> untold = managed.takeRest(); !untold.empty()) {
        report.read(untold.size());
        for (const ServiceStatus& status : untold) {
            add(decodeService(status, host.windowsManagers().serviceImage(status.name)));
        }
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
