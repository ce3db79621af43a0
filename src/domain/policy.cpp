#include "domain/policy.h"

#include "base/vocabulary.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr Words<PolicyFault, 8> faultWords{{
    {PolicyFault::malformed, "malformed"},
    {PolicyFault::noSignature, "noSignature"},
    {PolicyFault::noKey, "noKey"},
    {PolicyFault::foreignKey, "foreignKey"},
    {PolicyFault::changed, "changed"},
    {PolicyFault::expired, "expired"},
    {PolicyFault::unreadable, "unreadable"},
    {PolicyFault::openToOthers, "openToOthers"},
}};

Reason sentenceOf(const PolicyRefusal& refusal)
{
    switch (refusal.fault) {
    case PolicyFault::malformed: return {ReasonCode::policyMalformed, {refusal.what}, {}};
    case PolicyFault::noSignature: return {ReasonCode::policyUnsigned, {}, {}};
    case PolicyFault::noKey: return {ReasonCode::policyNoKey, {}, {}};
    case PolicyFault::foreignKey: return {ReasonCode::policyForeignKey, {}, {}};
    case PolicyFault::changed: return {ReasonCode::policyChanged, {}, {}};
    case PolicyFault::expired: {
        const auto day = parseDay(refusal.what);
        return {ReasonCode::policyExpired, {day ? ReasonArgument(*day) : ReasonArgument(refusal.what)}, {}};
    }
    case PolicyFault::unreadable: return {ReasonCode::policyUnreadable, {refusal.what}, {}};
    case PolicyFault::openToOthers: break;
    }
    return {ReasonCode::policyOpenToOthers, {refusal.what}, {}};
}

}   // namespace

std::string_view toString(OrganizationPolicy::Mode mode)
{
    return mode == OrganizationPolicy::Mode::authorize ? "authorize" : "audit";
}

std::string_view toString(PolicyFault fault)
{
    return wordFor(faultWords, fault);
}

DeferralLimits deferralLimits(const OrganizationPolicy& policy, const PolicyDeferrals& deferrals)
{
    DeferralLimits limits{policy.deferrals, policy.deadline};
    if (limits.left && deferrals.serial == policy.serial) {
        limits.left = std::max(0, *limits.left - std::max(0, deferrals.used));
    }
    return limits;
}

PolicyDeferrals afterDeferral(const OrganizationPolicy& policy, const PolicyDeferrals& deferrals)
{
    const int before = deferrals.serial == policy.serial ? std::max(0, deferrals.used) : 0;
    return {policy.serial, std::min(before + 1, mostDeferrals)};
}

std::vector<Reason> policySentences(const PolicyAnswer& answer, const std::optional<PolicyDeferrals>& deferrals)
{
    std::vector<Reason> sentences;
    if (answer.refused) {
        sentences.push_back(sentenceOf(*answer.refused));
    }
    if (!answer.policy) {
        return sentences;
    }
    const OrganizationPolicy& policy = *answer.policy;
    if (policy.deadline) {
        sentences.push_back({ReasonCode::policyAsksBy, {policy.organization, *policy.deadline}, {}});
    } else if (policy.mode == OrganizationPolicy::Mode::authorize) {
        sentences.push_back({ReasonCode::policyAsks, {policy.organization}, {}});
    } else {
        sentences.push_back({ReasonCode::policyLooks, {policy.organization}, {}});
    }
    if (policy.mode == OrganizationPolicy::Mode::authorize) {
        sentences.push_back({ReasonCode::policyAuthorizes, {}, {}});
    }
    if (const auto left = deferrals ? deferralLimits(policy, *deferrals).left : std::nullopt) {
        sentences.push_back(*left > 0 ? Reason{ReasonCode::policyDeferralsLeft, {std::int64_t{*left}}, {}}
                                      : Reason{ReasonCode::policyNoDeferrals, {}, {}});
    }
    if (!policy.contact.empty()) {
        sentences.push_back({ReasonCode::policyContact, {policy.contact}, {}});
    }
    return sentences;
}

}   // namespace offramp
