#include "removal/runners/move_runner.h"

#include "removal/runners/kept_places.h"
#include "removal/runners/movable_path.h"
#include "removal/runners/outcomes.h"

namespace offramp {

StepTruth MoveRunner::check(const Step& step)
{
    const auto* move = std::get_if<MovePath>(&step.action);
    if (move == nullptr) {
        return StepTruth::cannotTell;
    }
    const auto facts = m_quarantine.look(move->path);
    if (facts) {
        return StepTruth::doesNotHold;
    }
    switch (facts.error().code) {
    case ErrorCode::notFound: return StepTruth::holds;
    case ErrorCode::unsupported: return StepTruth::doesNotHold;   // there, but of a kind that is never moved
    default: return StepTruth::cannotTell;
    }
}

StepOutcome MoveRunner::run(const Step& step, const StepWatch& watch, std::stop_token stop)
{
    const auto* move = std::get_if<MovePath>(&step.action);
    if (move == nullptr) {
        return refusedBecause("not a path: " + step.id);
    }
    if (std::string why = whyNotMovable(move->path); !why.empty()) {
        return refusedBecause(std::move(why));
    }
    const auto facts = m_quarantine.look(move->path);
    if (!facts) {
        return facts.error().code == ErrorCode::notFound ? doneBy() : failedWith(facts.error());
    }
    if (facts->kind != (move->folder ? PathFacts::Kind::folder : PathFacts::Kind::file)) {
        return refusedBecause(move->path + ": not the kind of thing the plan names");
    }
    if (stop.stop_requested()) {
        return failedWith(Error{ErrorCode::cancelled, move->path, 0});
    }
    const auto place = m_quarantine.prepare(move->path, groupOf(step.id));
    if (!place) {
        return failedWith(place.error());
    }
    const std::string undo = encodeKept({*place});
    if (const auto remembered = watch.remember(undo); !remembered) {
        return failedWith(remembered.error());
    }
    if (const auto taken = m_quarantine.take(*place); !taken) {
        return failedWith(taken.error());
    }
    return doneBy(undo);
}

Result<void> MoveRunner::undo(const Step& step, const std::string& undo)
{
    auto back = putAllBack(m_quarantine, undo);
    // Its place is cleared when it is back already; what counts is whether it is there.
    const bool placeGone = !back && back.error().code == ErrorCode::notFound;
    return placeGone && check(step) == StepTruth::doesNotHold ? Result<void>{} : back;
}

}   // namespace offramp
