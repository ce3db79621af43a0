#include "removal/runners/restore_point_runner.h"

#include "removal/runners/outcomes.h"

namespace offramp {

StepTruth RestorePointRunner::check(const Step& /*step*/)
{
    return StepTruth::cannotTell;
}

StepOutcome RestorePointRunner::run(const Step& step, const StepWatch& /*watch*/, std::stop_token stop)
{
    if (!std::holds_alternative<MakeRestorePoint>(step.action)) {
        return refusedBecause("not a restore point: " + step.id);
    }
    if (stop.stop_requested()) {
        return failedWith(Error{ErrorCode::cancelled, step.id, 0});
    }
    const auto point = m_actions.windows().makeRestorePoint("Before Offramp removes a program");
    StepOutcome outcome = doneBy();
    if (!point) {
        outcome.detail = point.error();
    } else if (!point->made) {
        outcome.detail = Error{ErrorCode::unsupported, "no restore point was made: " + point->why, 0};
    }
    return outcome;
}

Result<void> RestorePointRunner::undo(const Step& step, const std::string& /*undo*/)
{
    return fail(ErrorCode::unsupported, step.id + ": a restore point stays");
}

}   // namespace offramp
