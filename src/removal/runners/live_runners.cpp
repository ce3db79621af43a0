#include "removal/runners/live_runners.h"

namespace offramp {

LiveRunners::LiveRunners(const Host& host, Actions& actions)
    : m_host(host), m_packages(host, actions.programs()), m_moves(actions.quarantine()), m_units(host, actions)
{}

StepRunner* LiveRunners::runnerFor(const Step& step)
{
    if (m_host.machine().os != OsFamily::linux || m_host.machine().recorded) {
        return nullptr;
    }
    if (std::holds_alternative<RemovePackage>(step.action) || std::holds_alternative<PurgePackage>(step.action)) {
        return &m_packages;
    }
    if (std::holds_alternative<MovePath>(step.action)) {
        return &m_moves;
    }
    if (std::holds_alternative<RemoveSystemdUnit>(step.action)) {
        return &m_units;
    }
    return nullptr;
}

RunnerFor LiveRunners::asFunction()
{
    return [this](const Step& step) { return runnerFor(step); };
}

}   // namespace offramp
