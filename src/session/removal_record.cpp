#include "session/removal_record.h"

#include <algorithm>
#include <string_view>

namespace offramp {

namespace {

constexpr std::string_view replacementQuestion = "replacement";

}   // namespace

Halt haltOf(const MigrationRecord& record, const Moment& now)
{
    const Step* const next = record.ending ? nullptr : nextStep(record);
    if (record.ending) {
        return {record.ending == Ending::finished ? Halt::Why::finished : Halt::Why::stopped, {}, StepState::waiting};
    }
    if (next == nullptr) {
        return {Halt::Why::stopped, {}, StepState::waiting};
    }
    const StepState state = stateOf(record, next->id);
    if (state == StepState::waitingForRestart) {
        const auto reached = std::find_if(record.transitions.begin(), record.transitions.end(), [&](const auto& each) {
            return each.step == next->id && each.state == StepState::waitingForRestart;
        });
        const std::string& then = reached->moment.boot;
        const bool restarted = !then.empty() && !now.boot.empty() && then != now.boot;
        return {restarted ? Halt::Why::stopped : Halt::Why::restart, next->id, state};
    }
    return {needsPerson(state) ? Halt::Why::needsPerson : Halt::Why::stopped, next->id, state};
}

std::vector<Answer> answersOf(const RemovalState& state, const Moment& moment)
{
    std::vector<Answer> answers;
    const auto say = [&](std::string question, std::string answer) {
        answers.push_back({std::move(question), std::move(answer), moment});
    };
    for (const Guard& guard : state.guards) {
        if (guard.state == GuardState::waived) {
            say(std::string(toString(guard.id)), "waived");
        } else if (guard.id == GuardId::passwordVault && state.vault) {
            say(std::string(toString(guard.id)), "counted " + std::to_string(state.vault->entries()));
        }
    }
    for (const std::string& product : state.wishes.keep) {
        say("keep", product);
    }
    for (const std::string& product : state.wishes.alsoRemove) {
        say("alsoRemove", product);
    }
    if (state.wishes.restorePoint == PlanWishes::RestorePoint::none) {
        say("restorePoint", "none");
    }
    return answers;
}

std::vector<Answer> replacementOf(const RemovalState& state, const Moment& moment)
{
    if (state.wishes.replacement.empty()) {
        return {};
    }
    return {{std::string(replacementQuestion), state.wishes.replacement, moment}};
}

std::string replacementIn(const MigrationRecord& record)
{
    const auto found = std::find_if(record.answers.begin(), record.answers.end(),
                                    [](const Answer& answer) { return answer.question == replacementQuestion; });
    return found == record.answers.end() ? std::string() : found->answer;
}

}   // namespace offramp
