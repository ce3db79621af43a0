// RemovePackage and PurgePackage: a package taken away by the system's own package manager.
#pragma once

#include "platform/host.h"
#include "removal/runners/package_commands.h"
#include "removal/step_runner.h"

#include <chrono>
#include <optional>
#include <string>

namespace offramp {

// How long another installation is waited for, and how often it is tried.
struct LockPatience {
    std::chrono::milliseconds pause = std::chrono::seconds{3};
    std::chrono::milliseconds whole = std::chrono::minutes{10};
};

class PackageRunner final : public StepRunner {
public:
    PackageRunner(const Host& host, const ProgramRunner& programs, LockPatience patience = {})
        : m_host(host), m_programs(programs), m_patience(patience)
    {}

    [[nodiscard]] StepTruth check(const Step& step) override;
    // `refused` when another package still needs it (named in the detail), when an administrator holds or protects it,
    // or when PurgePackage meets a package that is installed.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    struct Wanted;
    [[nodiscard]] Result<PackageTruth> truthOf(const Wanted& wanted) const;
    [[nodiscard]] Result<ProgramEnd> removeWhenFree(const Wanted& wanted, PackageTruth truth, const StepWatch& watch,
                                                    const std::stop_token& stop) const;
    [[nodiscard]] bool restartWanted() const;
    // The file in which an administrator protects it; none when none does.
    [[nodiscard]] Result<std::optional<std::string>> protectedBy(const Wanted& wanted) const;

    const Host& m_host;
    const ProgramRunner& m_programs;
    LockPatience m_patience;
};

}   // namespace offramp
