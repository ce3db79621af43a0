// MakeRestorePoint: asked of System Restore. That there is none is said and holds nothing up.
#pragma once

#include "platform/actions.h"
#include "removal/step_runner.h"

namespace offramp {

class RestorePointRunner final : public StepRunner {
public:
    explicit RestorePointRunner(Actions& actions) : m_actions(actions) {}

    // Nobody can tell whether a point is the one of this removal.
    [[nodiscard]] StepTruth check(const Step& step) override;
    // Done also without a point; the detail says why there is none.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    Actions& m_actions;
};

}   // namespace offramp
