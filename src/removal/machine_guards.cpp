#include "removal/guard_maker.h"

#include <utility>

namespace offramp {

namespace {

std::int64_t megabytes(std::uint64_t bytes)
{
    return static_cast<std::int64_t>(bytes >> 20);
}

}   // namespace

Guard GuardMaker::nextOne() const
{
    constexpr auto id = GuardId::nextProtection;
    constexpr auto accepted = ReasonCode::guardProtectionAccepted;
    if (m_facts.otherAntivirus && !m_facts.otherAntivirus->empty()) {
        auto guard = make(id, {GuardState::clear, ReasonCode::guardOtherProtects});
        guard.title.arguments = {joined(*m_facts.otherAntivirus)};
        return guard;
    }
    if (m_facts.os != OsFamily::windows) {
        return make(id, {GuardState::personMustSay, ReasonCode::guardNothingBuiltIn, Answerable::yes, accepted});
    }
    if (m_facts.server) {
        return make(id, {GuardState::personMustSay, ReasonCode::guardDefenderByHand, Answerable::yes, accepted},
                    {say(ReasonCode::knowServerByHand)});
    }
    if (!m_facts.defender) {
        return make(id, {GuardState::couldNotTell, ReasonCode::guardDefenderUnknown, Answerable::yes, accepted});
    }
    std::vector<Reason> reasons;
    if (!m_facts.defender->policies.empty()) {
        reasons.push_back(say(ReasonCode::guardDefenderPolicy, {joined(m_facts.defender->policies)}));
    }
    if (!m_facts.defender->service) {
        reasons.push_back(say(ReasonCode::guardDefenderService));
    }
    if (m_facts.defender->passive) {
        reasons.push_back(say(ReasonCode::guardDefenderPassive));
    }
    if (!reasons.empty()) {
        return make(id, {GuardState::inTheWay, ReasonCode::guardDefenderOff, Answerable::yes, accepted},
                    std::move(reasons), {say(ReasonCode::guardDefenderDo)});
    }
    return make(id, {GuardState::clear, ReasonCode::guardDefenderReady}, {say(ReasonCode::guardDefenderNoPolicy)});
}

Guard GuardMaker::secondOne() const
{
    constexpr auto id = GuardId::secondAntivirus;
    if (!m_facts.otherAntivirus) {
        return make(id, {GuardState::couldNotTell, ReasonCode::guardSecondUnknown, Answerable::yes,
                         ReasonCode::guardSecondDecided});
    }
    const auto& others = *m_facts.otherAntivirus;
    if (others.size() > 1) {
        return make(id,
                    {GuardState::personMustSay, ReasonCode::guardSecondSeveral, Answerable::yes,
                     ReasonCode::guardSecondDecided},
                    {say(ReasonCode::guardSecondWhich, {joined(others)})}, {say(ReasonCode::guardSecondDo)});
    }
    auto guard =
        make(id, {GuardState::clear, others.empty() ? ReasonCode::guardSecondNone : ReasonCode::guardSecondOne});
    if (!others.empty()) {
        guard.title.arguments = {others.front()};
    }
    return guard;
}

Guard GuardMaker::rights() const
{
    if (m_facts.elevated) {
        return make(GuardId::rights, {GuardState::clear, ReasonCode::guardRightsYes});
    }
    if (!m_facts.mayApprove) {
        return make(
            GuardId::rights,
            {GuardState::couldNotTell, ReasonCode::guardRightsUnknown, Answerable::yes, ReasonCode::guardRightsReady},
            {say(ReasonCode::guardRightsAsked)}, {say(ReasonCode::guardRightsDo)});
    }
    if (*m_facts.mayApprove) {
        return make(GuardId::rights, {GuardState::clear, ReasonCode::guardRightsYes},
                    {say(ReasonCode::guardRightsAsked)});
    }
    return make(GuardId::rights,
                {GuardState::inTheWay, ReasonCode::guardRightsNo, Answerable::yes, ReasonCode::guardRightsReady}, {},
                {say(ReasonCode::guardRightsDo)});
}

Guard GuardMaker::restart() const
{
    if (!m_facts.pendingRestart) {
        return make(GuardId::pendingRestart,
                    {GuardState::couldNotTell, ReasonCode::guardRestartUnknown, Answerable::yes});
    }
    if (!m_facts.pendingRestart->pending) {
        return make(GuardId::pendingRestart, {GuardState::clear, ReasonCode::guardRestartNone});
    }
    std::vector<Reason> reasons;
    if (!m_facts.pendingRestart->reasons.empty()) {
        reasons.push_back(say(ReasonCode::guardRestartFor, {joined(m_facts.pendingRestart->reasons)}));
    }
    return make(GuardId::pendingRestart, {GuardState::inTheWay, ReasonCode::guardRestartWaiting, Answerable::yes},
                std::move(reasons), {say(ReasonCode::guardRestartDo)});
}

Guard GuardMaker::otherInstaller() const
{
    if (!m_facts.installers) {
        return make(GuardId::otherInstaller,
                    {GuardState::couldNotTell, ReasonCode::guardInstallerUnknown, Answerable::yes});
    }
    if (m_facts.installers->empty()) {
        return make(GuardId::otherInstaller, {GuardState::clear, ReasonCode::guardInstallerNone});
    }
    return make(GuardId::otherInstaller, {GuardState::inTheWay, ReasonCode::guardInstallerBusy},
                {say(ReasonCode::guardInstallerWhich, {joined(*m_facts.installers)})},
                {say(ReasonCode::guardInstallerDo)});
}

Guard GuardMaker::power() const
{
    if (!m_facts.power || (m_facts.power->batteryPercent && !m_facts.power->onMains)) {
        return make(GuardId::power, {GuardState::couldNotTell, ReasonCode::guardPowerUnknown, Answerable::yes}, {},
                    {say(ReasonCode::guardPowerDo)});
    }
    const Power& power = *m_facts.power;
    if (power.onMains.value_or(true)) {
        return make(GuardId::power, {GuardState::clear, ReasonCode::guardPowerMains});
    }
    if (!power.batteryPercent) {
        return make(GuardId::power, {GuardState::couldNotTell, ReasonCode::guardPowerUnknown, Answerable::yes}, {},
                    {say(ReasonCode::guardPowerDo)});
    }
    const Reason charge = say(ReasonCode::guardPowerCharge, {std::int64_t{*power.batteryPercent}});
    if (*power.batteryPercent >= enoughBattery) {
        return make(GuardId::power, {GuardState::clear, ReasonCode::guardPowerEnough}, {charge});
    }
    return make(GuardId::power, {GuardState::inTheWay, ReasonCode::guardPowerLow, Answerable::yes}, {charge},
                {say(ReasonCode::guardPowerDo)});
}

Guard GuardMaker::diskSpace() const
{
    if (!m_facts.freeBytes) {
        return make(GuardId::diskSpace, {GuardState::couldNotTell, ReasonCode::guardSpaceUnknown, Answerable::yes});
    }
    std::vector<Reason> reasons{say(ReasonCode::guardSpaceFree, {megabytes(*m_facts.freeBytes)})};
    if (*m_facts.freeBytes < neededBytes) {
        return make(GuardId::diskSpace, {GuardState::inTheWay, ReasonCode::guardSpaceLow}, std::move(reasons),
                    {say(ReasonCode::guardSpaceDo, {megabytes(neededBytes)})});
    }
    return make(GuardId::diskSpace, {GuardState::clear, ReasonCode::guardSpaceEnough}, std::move(reasons));
}

}   // namespace offramp
