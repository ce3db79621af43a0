// MovePath: a file, or a folder with all in it, taken into quarantine.
#pragma once

#include "platform/actions.h"
#include "removal/step_runner.h"

namespace offramp {

class MoveRunner final : public StepRunner {
public:
    explicit MoveRunner(Quarantine& quarantine) : m_quarantine(quarantine) {}

    [[nodiscard]] StepTruth check(const Step& step) override;
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    Quarantine& m_quarantine;
};

}   // namespace offramp
