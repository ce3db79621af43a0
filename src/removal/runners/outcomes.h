// What runners answer, made in one way.
#pragma once

#include "removal/step_runner.h"

namespace offramp {

[[nodiscard]] inline StepOutcome doneBy(std::string undo = {})
{
    return StepOutcome{StepOutcome::Kind::done, std::nullopt, Error{}, std::move(undo)};
}

[[nodiscard]] inline StepOutcome refusedBecause(std::string why)
{
    return StepOutcome{StepOutcome::Kind::refused, std::nullopt, Error{ErrorCode::unsupported, std::move(why), 0}, {}};
}

// `unsupported` from a port is a refusal: the thing is of a kind that is never touched.
[[nodiscard]] inline StepOutcome failedWith(Error error, std::string undo = {})
{
    const auto kind = error.code == ErrorCode::unsupported ? StepOutcome::Kind::refused : StepOutcome::Kind::failed;
    return StepOutcome{kind, std::nullopt, std::move(error), std::move(undo)};
}

}   // namespace offramp
