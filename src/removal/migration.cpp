#include "removal/migration.h"

#include "base/vocabulary.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr Words<StepState, 19> stateWords{{
    {StepState::waiting, "waiting"},
    {StepState::running, "running"},
    {StepState::done, "done"},
    {StepState::alreadyDone, "alreadyDone"},
    {StepState::doneUnchecked, "doneUnchecked"},
    {StepState::doneAfterRestart, "doneAfterRestart"},
    {StepState::notNeeded, "notNeeded"},
    {StepState::skipped, "skipped"},
    {StepState::waitingForRestart, "waitingForRestart"},
    {StepState::waitingForProtection, "waitingForProtection"},
    {StepState::waitingForPerson, "waitingForPerson"},
    {StepState::interrupted, "interrupted"},
    {StepState::stillThere, "stillThere"},
    {StepState::busy, "busy"},
    {StepState::refused, "refused"},
    {StepState::declined, "declined"},
    {StepState::failed, "failed"},
    {StepState::needsPassword, "needsPassword"},
    {StepState::undone, "undone"},
}};

constexpr Words<Protection, 3> protectionWords{{
    {Protection::on, "on"},
    {Protection::off, "off"},
    {Protection::notKnown, "notKnown"},
}};

constexpr Words<ProtectionGap::State, 4> gapWords{{
    {ProtectionGap::State::none, "none"},
    {ProtectionGap::State::open, "open"},
    {ProtectionGap::State::closed, "closed"},
    {ProtectionGap::State::notKnown, "notKnown"},
}};

constexpr Words<Ending, 2> endingWords{{
    {Ending::finished, "finished"},
    {Ending::abandoned, "abandoned"},
}};

}   // namespace

std::string_view toString(StepState state)
{
    return wordFor(stateWords, state);
}

std::optional<StepState> stepStateFromString(std::string_view word)
{
    return valueFor(stateWords, word);
}

std::string_view toString(Protection protection)
{
    return wordFor(protectionWords, protection);
}

std::optional<Protection> protectionFromString(std::string_view word)
{
    return valueFor(protectionWords, word);
}

std::string_view toString(ProtectionGap::State state)
{
    return wordFor(gapWords, state);
}

std::string_view toString(Ending ending)
{
    return wordFor(endingWords, ending);
}

std::optional<Ending> endingFromString(std::string_view word)
{
    return valueFor(endingWords, word);
}

std::optional<std::chrono::seconds> timeBetween(const Moment& from, const Moment& to)
{
    const bool oneBoot = !from.boot.empty() && from.boot == to.boot && from.sinceBoot && to.sinceBoot;
    const std::chrono::seconds passed = oneBoot ? *to.sinceBoot - *from.sinceBoot : to.at - from.at;
    if (passed.count() < 0) {
        return std::nullopt;
    }
    return passed;
}

bool isSettled(StepState state)
{
    switch (state) {
    case StepState::done:
    case StepState::alreadyDone:
    case StepState::doneUnchecked:
    case StepState::doneAfterRestart:
    case StepState::notNeeded:
    case StepState::skipped:
    case StepState::undone: return true;
    default: return false;
    }
}

bool needsPerson(StepState state)
{
    return !isSettled(state) && state != StepState::waiting && state != StepState::running;
}

ProtectionGap gapOf(const std::vector<ProtectionReading>& readings, const Moment& now)
{
    ProtectionGap gap;
    bool anyKnown = false;
    for (std::size_t index = 0; index < readings.size(); ++index) {
        const ProtectionReading& reading = readings[index];
        const ProtectionReading* const next = index + 1 < readings.size() ? &readings[index + 1] : nullptr;
        if (reading.protection == Protection::notKnown) {
            gap.partlyUnknown = true;
            continue;
        }
        anyKnown = true;
        const bool off = reading.protection == Protection::off;
        if (off && !gap.since) {
            gap.since = reading.moment.at;
        }
        const bool goesOff = next != nullptr && next->protection == Protection::off;
        if (!off && !goesOff) {
            continue;
        }
        const auto passed = timeBetween(reading.moment, next == nullptr ? now : next->moment);
        if (!passed) {
            gap.partlyUnknown = true;
            continue;
        }
        // Where protection changed, it did so at some moment in between.
        const bool whole = off && (next == nullptr || next->protection == Protection::off);
        gap.most += *passed;
        gap.least += whole ? *passed : std::chrono::seconds{0};
    }
    if (!anyKnown) {
        gap.state = ProtectionGap::State::notKnown;
        gap.partlyUnknown = true;
    } else if (!gap.since) {
        gap.state = gap.partlyUnknown ? ProtectionGap::State::notKnown : ProtectionGap::State::none;
    } else {
        const auto lastKnown = std::find_if(readings.rbegin(), readings.rend(), [](const ProtectionReading& reading) {
            return reading.protection != Protection::notKnown;
        });
        gap.state =
            lastKnown->protection == Protection::off ? ProtectionGap::State::open : ProtectionGap::State::closed;
    }
    return gap;
}

const Transition* newestOf(const MigrationRecord& record, std::string_view step)
{
    const auto found = std::find_if(record.transitions.rbegin(), record.transitions.rend(),
                                    [&](const Transition& transition) { return transition.step == step; });
    return found == record.transitions.rend() ? nullptr : &*found;
}

StepState stateOf(const MigrationRecord& record, std::string_view step)
{
    const Transition* const newest = newestOf(record, step);
    return newest == nullptr ? StepState::waiting : newest->state;
}

const Step* nextStep(const MigrationRecord& record)
{
    const auto found = std::find_if(record.plan.steps.begin(), record.plan.steps.end(),
                                    [&](const Step& step) { return !isSettled(stateOf(record, step.id)); });
    return found == record.plan.steps.end() ? nullptr : &*found;
}

std::vector<UndoData> undoOf(const MigrationRecord& record, std::string_view step)
{
    std::vector<UndoData> found;
    std::copy_if(record.undo.begin(), record.undo.end(), std::back_inserter(found),
                 [&](const UndoData& data) { return data.step == step; });
    return found;
}

}   // namespace offramp
