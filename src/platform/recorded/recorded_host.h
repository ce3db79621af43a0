// A machine read from a folder; openRecordedHost() of platform/platform.h makes it.
#pragma once

#include "platform/host.h"
#include "platform/recorded/recorded_conditions.h"
#include "platform/recorded/recorded_files.h"
#include "platform/recorded/recorded_processes.h"
#include "platform/recorded/recorded_registry.h"
#include "platform/recorded/recorded_security.h"
#include "platform/recorded/recording_manifest.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace offramp {

class RecordedHost final : public Host {
public:
    RecordedHost(const std::filesystem::path& folder, const RecordingManifest& manifest, RecordedProcesses processes,
                 RecordedSecurity security);

    [[nodiscard]] const MachineInfo& machine() const override { return m_machine; }
    [[nodiscard]] const Files& files() const override { return m_files; }
    [[nodiscard]] const Registry& registry() const override { return *m_registry; }
    [[nodiscard]] const Processes& processes() const override { return m_processes; }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return m_security; }
    [[nodiscard]] const Conditions& conditions() const override { return m_conditions; }
    [[nodiscard]] const Clock& clock() const override { return *m_clock; }
    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override;

private:
    MachineInfo m_machine;
    RecordedFiles m_files;
    std::unique_ptr<Registry> m_registry;
    RecordedProcesses m_processes;
    RecordedSecurity m_security;
    RecordedConditions m_conditions;
    std::unique_ptr<Clock> m_clock;   // stands still at the time of the recording when that is known
};

}   // namespace offramp
