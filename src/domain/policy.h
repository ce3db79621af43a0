// What an organization asks of its computers: its signed policy, and what a person may still put off. Pure values and
// functions; how a policy is read and proven stands in policy/.
#pragma once

#include "base/calendar.h"
#include "base/reason.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

constexpr int mostDeferrals = 99;

struct OrganizationPolicy {
    enum class Mode {
        audit,       // look and say
        authorize,   // a plan may be carried out without asking the person at the computer
    };
    std::int64_t serial = 0;
    std::string organization;
    std::string contact;   // whom to ask, as the organization writes it
    Mode mode = Mode::audit;
    Day expires;                       // the last day it counts
    std::optional<Day> deadline;       // until when it should be done
    std::optional<int> deferrals;      // how often a person may put it off; empty: as often as they like
    std::optional<int> reminderDays;   // at most so many days from one reminder to the next, where reminders are on

    friend bool operator==(const OrganizationPolicy&, const OrganizationPolicy&) = default;
};
[[nodiscard]] std::string_view toString(OrganizationPolicy::Mode mode);

// Why nothing of a policy counts.
enum class PolicyFault {
    malformed,      // what: the member that is wrong
    noSignature,    // none, or one that cannot be read
    noKey,          // no public key to check it with
    foreignKey,     // signed with another one
    changed,        // not the bytes that were signed
    expired,        // what: the day
    unreadable,     // what: the place
    openToOthers,   // what: the place people who are no administrators can change
};
// Stable word for JSON, the enumerator's own name.
[[nodiscard]] std::string_view toString(PolicyFault fault);

struct PolicyRefusal {
    PolicyFault fault = PolicyFault::malformed;
    std::string what;

    friend bool operator==(const PolicyRefusal&, const PolicyRefusal&) = default;
};

// What this computer's policy says. What is not proven or has expired is no policy: then `refused` says why.
struct PolicyAnswer {
    std::optional<OrganizationPolicy> policy;
    std::optional<PolicyRefusal> refused;   // one is there, but nothing of it counts

    // Only a proven policy that says so; everything else is looking.
    [[nodiscard]] bool authorizes() const { return policy && policy->mode == OrganizationPolicy::Mode::authorize; }

    friend bool operator==(const PolicyAnswer&, const PolicyAnswer&) = default;
};

// How often somebody put off what a policy asks. A policy with another serial begins anew.
struct PolicyDeferrals {
    std::int64_t serial = 0;
    int used = 0;

    friend bool operator==(const PolicyDeferrals&, const PolicyDeferrals&) = default;
};

struct DeferralLimits {
    std::optional<int> left;     // empty: as often as wished
    std::optional<Day> latest;   // no later day than this

    // Whether any day after `today` may be chosen.
    [[nodiscard]] bool allowsAfter(const Day& today) const
    {
        return left.value_or(1) > 0 && (!latest || daysBetween(today, *latest) > 0);
    }
    [[nodiscard]] bool allows(const Day& today, const Day& until) const
    {
        return allowsAfter(today) && (!latest || daysBetween(until, *latest) >= 0);
    }
    friend bool operator==(const DeferralLimits&, const DeferralLimits&) = default;
};
[[nodiscard]] DeferralLimits deferralLimits(const OrganizationPolicy& policy, const PolicyDeferrals& deferrals);
[[nodiscard]] PolicyDeferrals afterDeferral(const OrganizationPolicy& policy, const PolicyDeferrals& deferrals);

// Sentences for a person, in the order they should be read: why a policy does not count, or what is asked, until when,
// what may be put off (with `deferrals`), whom to ask.
[[nodiscard]] std::vector<Reason> policySentences(const PolicyAnswer& answer,
                                                  const std::optional<PolicyDeferrals>& deferrals);

}   // namespace offramp
