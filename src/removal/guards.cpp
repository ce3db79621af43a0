#include "removal/guards.h"

#include "base/vocabulary.h"
#include "removal/guard_maker.h"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

constexpr Words<GuardId, guardCount> idWords{{
    {GuardId::managed, "managed"},
    {GuardId::passwordVault, "passwordVault"},
    {GuardId::encryption, "encryption"},
    {GuardId::quarantine, "quarantine"},
    {GuardId::subscription, "subscription"},
    {GuardId::uninstallPassword, "uninstallPassword"},
    {GuardId::selfDefence, "selfDefence"},
    {GuardId::nextProtection, "nextProtection"},
    {GuardId::secondAntivirus, "secondAntivirus"},
    {GuardId::rights, "rights"},
    {GuardId::pendingRestart, "pendingRestart"},
    {GuardId::otherInstaller, "otherInstaller"},
    {GuardId::power, "power"},
    {GuardId::diskSpace, "diskSpace"},
}};

constexpr Words<GuardState, 5> stateWords{{
    {GuardState::clear, "clear"},
    {GuardState::inTheWay, "inTheWay"},
    {GuardState::personMustSay, "personMustSay"},
    {GuardState::couldNotTell, "couldNotTell"},
    {GuardState::waived, "waived"},
}};

}   // namespace

std::string GuardMaker::joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

std::string GuardMaker::namesOf(const std::vector<const GuardProduct*>& products)
{
    std::vector<std::string> names;
    for (const GuardProduct* product : products) {
        if (std::find(names.begin(), names.end(), product->name) == names.end()) {
            names.push_back(product->name);   // two versions of it can be installed
        }
    }
    return joined(names);
}

Guard GuardMaker::make(GuardId id, Shape shape, std::vector<Reason> reasons, std::vector<Reason> todo) const
{
    Guard guard;
    guard.id = id;
    guard.state = shape.state;
    guard.title = say(shape.title);
    guard.reasons = std::move(reasons);
    guard.todo = std::move(todo);
    guard.answerable = shape.answerable == Answerable::yes;
    if (guard.answerable && m_answers.settled.contains(id)) {
        guard.state = GuardState::waived;
        if (shape.settled == ReasonCode::guardWaived) {
            guard.reasons.push_back(say(ReasonCode::guardWaived));
        } else {
            guard.title = say(shape.settled);
        }
        guard.todo.clear();
    }
    guard.holdsUp = guard.state != GuardState::clear && guard.state != GuardState::waived;
    return guard;
}

std::string_view toString(GuardId id)
{
    return wordFor(idWords, id);
}

std::optional<GuardId> guardIdFromString(std::string_view word)
{
    return valueFor(idWords, word);
}

std::string_view toString(GuardState state)
{
    return wordFor(stateWords, state);
}

std::vector<Guard> guardsFor(const GuardFacts& facts, const GuardAnswers& answers)
{
    const GuardMaker one(facts, answers);
    return {one.managed(),  one.passwordVault(),  one.encryption(), one.quarantine(), one.subscription(),
            one.password(), one.selfDefence(),    one.nextOne(),    one.secondOne(),  one.rights(),
            one.restart(),  one.otherInstaller(), one.power(),      one.diskSpace()};
}

bool mayGoOn(const std::vector<Guard>& guards)
{
    return std::none_of(guards.begin(), guards.end(), [](const Guard& guard) { return guard.holdsUp; });
}

}   // namespace offramp
