// RunUninstaller: the uninstaller a product registered, if it is the one that was approved and signed by its maker.
#pragma once

#include "platform/actions.h"
#include "platform/host.h"
#include "removal/step_runner.h"

namespace offramp {

class UninstallerRunner final : public StepRunner {
public:
    // `silence`: as in ProgramRun.
    UninstallerRunner(const Host& host, Actions& actions, std::chrono::milliseconds silence = ProgramRun{}.silence)
        : m_host(host), m_actions(actions), m_silence(silence)
    {}

    // Holds when the entry is gone; that it names another command now is not that.
    [[nodiscard]] StepTruth check(const Step& step) override;
    // Refused: with rights what is registered where a person can write; a command that changed since it was approved,
    // names no program for certain, one outside the folders of programs, or one somebody else signed.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    const Host& m_host;
    Actions& m_actions;
    std::chrono::milliseconds m_silence;
};

}   // namespace offramp
