// RehearsalHost: a recorded machine whose moments are played: it restarts, protectors come and go, and what a recording
// does not hold of the moment is as it is on a computer where all is well. Private to this folder.
#pragma once

#include "platform/host.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace offramp {

// What was played so far. Used by one thread at a time.
struct RehearsalMoment {
    int boots = 1;
    bool restartWanted = false;
    std::set<std::string> silenced;                                  // names of security products that are gone, folded
    std::optional<std::chrono::steady_clock::time_point> takeover;   // when what is built in goes on
};

class RehearsalHost final : public Host {
public:
    // Both must outlive it.
    RehearsalHost(const Host& recorded, const RehearsalMoment& moment)
        : m_recorded(recorded), m_processes(recorded), m_security(recorded, moment), m_conditions(recorded, moment)
    {}

    [[nodiscard]] const MachineInfo& machine() const override { return m_recorded.machine(); }
    [[nodiscard]] const Files& files() const override { return m_recorded.files(); }
    [[nodiscard]] const Registry& registry() const override { return m_recorded.registry(); }
    [[nodiscard]] const Processes& processes() const override { return m_processes; }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return m_security; }
    [[nodiscard]] const WindowsManagers& windowsManagers() const override { return m_recorded.windowsManagers(); }
    [[nodiscard]] const ProgramFiles& programFiles() const override { return m_recorded.programFiles(); }
    [[nodiscard]] const Conditions& conditions() const override { return m_conditions; }
    [[nodiscard]] const Clock& clock() const override { return m_recorded.clock(); }
    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override { return m_recorded.homeFolders(); }

private:
    class PlayedProcesses final : public Processes {
    public:
        explicit PlayedProcesses(const Host& recorded) : m_recorded(recorded) {}
        [[nodiscard]] Result<CommandOutput> run(const Command& command) const override;
        [[nodiscard]] Result<std::vector<RunningProcess>> list() const override
        {
            return m_recorded.processes().list();
        }

    private:
        const Host& m_recorded;
    };

    class PlayedSecurity final : public SecurityStatus {
    public:
        PlayedSecurity(const Host& recorded, const RehearsalMoment& moment) : m_recorded(recorded), m_moment(moment) {}
        [[nodiscard]] Result<std::vector<SecurityProduct>> products() const override;

    private:
        const Host& m_recorded;
        const RehearsalMoment& m_moment;
    };

    class PlayedConditions final : public Conditions {
    public:
        PlayedConditions(const Host& recorded, const RehearsalMoment& moment) : m_recorded(recorded), m_moment(moment)
        {}
        [[nodiscard]] Result<std::string> bootId() const override;
        [[nodiscard]] Result<PendingRestart> pendingRestart() const override;
        [[nodiscard]] Result<Power> power() const override;
        [[nodiscard]] Result<std::uint64_t> freeSystemSpace() const override;

    private:
        const Host& m_recorded;
        const RehearsalMoment& m_moment;
    };

    const Host& m_recorded;
    PlayedProcesses m_processes;
    PlayedSecurity m_security;
    PlayedConditions m_conditions;
};

}   // namespace offramp
