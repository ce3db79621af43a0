#include "removal/runners/live_runners.h"

namespace offramp {

LiveRunners::LiveRunners(const Host& host, Actions& actions)
    : m_host(host), m_packages(host, actions.programs()), m_moves(actions.quarantine()), m_units(host, actions),
      m_uninstallers(host, actions), m_installer(host, actions), m_registry(host, actions), m_restorePoints(actions)
{}

StepRunner* LiveRunners::runnerFor(const Step& step)
{
    if (m_host.machine().recorded) {
        return nullptr;
    }
    switch (m_host.machine().os) {
    case OsFamily::linux: return onLinux(step.action);
    case OsFamily::windows: return onWindows(step.action);
    case OsFamily::macos: break;
    }
    return nullptr;
}

StepRunner* LiveRunners::onLinux(const StepAction& action)
{
    if (std::holds_alternative<RemovePackage>(action) || std::holds_alternative<PurgePackage>(action)) {
        return &m_packages;
    }
    if (std::holds_alternative<MovePath>(action)) {
        return &m_moves;
    }
    if (std::holds_alternative<RemoveSystemdUnit>(action)) {
        return &m_units;
    }
    return nullptr;
}

StepRunner* LiveRunners::onWindows(const StepAction& action)
{
    if (std::holds_alternative<RunUninstaller>(action)) {
        return &m_uninstallers;
    }
    if (std::holds_alternative<RemoveMsiProduct>(action)) {
        return &m_installer;
    }
    if (std::holds_alternative<MovePath>(action)) {
        return &m_moves;
    }
    if (std::holds_alternative<MakeRestorePoint>(action)) {
        return &m_restorePoints;
    }
    const bool inRegistry =
        std::holds_alternative<RemoveRegistryKey>(action) || std::holds_alternative<RemoveService>(action)
        || std::holds_alternative<RemoveCertificate>(action) || std::holds_alternative<RemoveBrowserPolicy>(action);
    if (inRegistry) {
        return &m_registry;
    }
    return nullptr;
}

RunnerFor LiveRunners::asFunction()
{
    return [this](const Step& step) { return runnerFor(step); };
}

}   // namespace offramp
