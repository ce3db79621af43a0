// RemoveSystemdUnit: a stopped unit nothing owns, with the links that enable it, taken into quarantine.
#pragma once

#include "platform/actions.h"
#include "platform/host.h"
#include "removal/step_runner.h"

namespace offramp {

class SystemdUnitRunner final : public StepRunner {
public:
    SystemdUnitRunner(const Host& host, Actions& actions) : m_host(host), m_actions(actions) {}

    [[nodiscard]] StepTruth check(const Step& step) override;
    // `refused` while the unit runs, when a package owns its file, or when the file is no unit of this name.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    [[nodiscard]] Result<std::vector<std::string>> enablingLinks(const std::string& name) const;
    [[nodiscard]] std::string whyNot(const RemoveSystemdUnit& unit) const;
    void tellManager() const;

    const Host& m_host;
    Actions& m_actions;
};

}   // namespace offramp
