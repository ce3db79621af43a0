#include "removal/step_runner.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<StepOutcome::Kind, 7> outcomeWords{{
    {StepOutcome::Kind::done, "done"},
    {StepOutcome::Kind::restartNeeded, "restartNeeded"},
    {StepOutcome::Kind::busy, "busy"},
    {StepOutcome::Kind::refused, "refused"},
    {StepOutcome::Kind::declined, "declined"},
    {StepOutcome::Kind::failed, "failed"},
    {StepOutcome::Kind::needsPassword, "needsPassword"},
}};

}   // namespace

std::string_view toString(StepOutcome::Kind kind)
{
    return wordFor(outcomeWords, kind);
}

}   // namespace offramp
