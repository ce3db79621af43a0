// What an organization asks of its computers: its signed policy. Pure values; how a policy is read and proven stands in
// policy/.
#pragma once

#include "base/calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

}   // namespace offramp
