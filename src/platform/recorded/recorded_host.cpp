#include "platform/recorded/recorded_host.h"

#include "platform/home_folders.h"
#include "platform/platform.h"
#include "platform/recorded/json_reading.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace offramp {

namespace {

class StandingClock final : public Clock {
public:
    explicit StandingClock(Instant instant) : m_instant(instant) {}
    [[nodiscard]] Instant now() const override { return m_instant; }

private:
    Instant m_instant;
};

// Linux and macOS have no registry.
class NoRegistry final : public Registry {
public:
    [[nodiscard]] Result<std::vector<std::string>> subkeys(const RegistryKey& key) const override
    {
        return fail(ErrorCode::unsupported, key.display());
    }
    [[nodiscard]] Result<std::vector<RegistryValue>> values(const RegistryKey& key) const override
    {
        return fail(ErrorCode::unsupported, key.display());
    }
    [[nodiscard]] Result<std::vector<UserHive>> userHives() const override
    {
        return fail(ErrorCode::unsupported, "registry");
    }
};

std::unique_ptr<Registry> makeRegistry(const std::filesystem::path& folder, const RecordingManifest& manifest)
{
    if (manifest.machine.os != OsFamily::windows) {
        return std::make_unique<NoRegistry>();
    }
    std::error_code fault;
    const bool isExport = std::filesystem::is_regular_file(folder, fault);
    return std::make_unique<RecordedRegistry>(isExport ? folder : folder / "registry", manifest.denied,
                                              manifest.complete);
}

std::unique_ptr<Clock> makeClock(const RecordingManifest& manifest)
{
    if (manifest.recordedAt) {
        return std::make_unique<StandingClock>(*manifest.recordedAt);
    }
    return std::make_unique<SystemClock>();
}

}   // namespace

RecordedHost::RecordedHost(const std::filesystem::path& folder, const RecordingManifest& manifest,
                           RecordedProcesses processes, RecordedSecurity security)
    : m_machine(manifest.machine), m_files(folder / "files", manifest.machine.os, manifest.denied, manifest.complete),
      m_registry(makeRegistry(folder, manifest)), m_processes(std::move(processes)), m_security(std::move(security)),
      m_conditions(manifest.machine.os, *m_registry), m_clock(makeClock(manifest))
{}

Result<std::vector<std::string>> RecordedHost::homeFolders() const
{
    if (m_machine.os == OsFamily::windows) {
        return windowsHomes(*m_registry, m_files, {});
    }
    const std::string parent = m_machine.os == OsFamily::macos ? "/Users" : "/home";
    const Result<std::vector<DirectoryEntry>> entries = m_files.list(parent);
    std::vector<std::string> homes;
    const bool rootHome = m_machine.os == OsFamily::linux && m_files.status("/root").has_value();
    if (rootHome) {
        homes.emplace_back("/root");
    }
    if (!entries && entries.error().code != ErrorCode::notFound && !rootHome) {
        return tl::unexpected<Error>(entries.error());
    }
    for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>{})) {
        if (entry.directory && !isSharedHome(m_machine.os, entry.name)) {
            homes.push_back(parent + "/" + entry.name);
        }
    }
    std::sort(homes.begin(), homes.end());
    return homes;
}

Result<std::unique_ptr<Host>> openRecordedHost(const std::filesystem::path& folder)
{
    std::error_code fault;
    const bool isExport = std::filesystem::is_regular_file(folder, fault);
    if (!isExport && !std::filesystem::is_directory(folder, fault)) {
        return fail(ErrorCode::notFound, pathToUtf8(folder) + ": not a folder", fault.value());
    }
    Result<RecordingManifest> manifest = RecordingManifest{};
    if (isExport) {
        manifest->machine.os = OsFamily::windows;
        manifest->machine.recorded = true;
    } else {
        manifest = readManifest(folder / "machine.json");
    }
    if (!manifest) {
        return tl::unexpected<Error>(manifest.error());
    }
    Result<RecordedProcesses> processes = RecordedProcesses::open(folder, manifest->denied, manifest->complete);
    if (!processes) {
        return tl::unexpected<Error>(processes.error());
    }
    Result<RecordedSecurity> security = RecordedSecurity::open(folder / "security_center.json", manifest->machine,
                                                               manifest->denied, manifest->complete);
    if (!security) {
        return tl::unexpected<Error>(security.error());
    }
    return std::unique_ptr<Host>(
        std::make_unique<RecordedHost>(folder, *manifest, std::move(*processes), std::move(*security)));
}

}   // namespace offramp
