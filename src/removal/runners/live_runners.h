// The runners of the machine this program acts on.
#pragma once

#include "platform/actions.h"
#include "platform/host.h"
#include "removal/runners/move_runner.h"
#include "removal/runners/msi_runner.h"
#include "removal/runners/package_runner.h"
#include "removal/runners/registry_runner.h"
#include "removal/runners/restore_point_runner.h"
#include "removal/runners/systemd_unit_runner.h"
#include "removal/runners/uninstaller_runner.h"

namespace offramp {

class LiveRunners {
public:
    // Both must outlive it. What `actions` is not allowed to do fails or is refused; nothing is asked for here.
    LiveRunners(const Host& host, Actions& actions);

    // None for a step this system has no way to carry out, and for those the executor carries out itself.
    [[nodiscard]] StepRunner* runnerFor(const Step& step);
    // For the executor; valid as long as this object.
    [[nodiscard]] RunnerFor asFunction();

private:
    [[nodiscard]] StepRunner* onLinux(const StepAction& action);
    [[nodiscard]] StepRunner* onWindows(const StepAction& action);

    const Host& m_host;
    PackageRunner m_packages;
    MoveRunner m_moves;
    SystemdUnitRunner m_units;
    UninstallerRunner m_uninstallers;
    MsiRunner m_installer;
    RegistryRunner m_registry;
    RestorePointRunner m_restorePoints;
};

}   // namespace offramp
