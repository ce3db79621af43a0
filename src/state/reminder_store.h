// ReminderStore: what the person chose about reminders and what happened so far, in state.db.
//
// Every change is one transaction, so two programs of one person never show the same reminder: whoever claims it first
// shows it. A claim that was never confirmed counts for its day (domain/reminder.h). Errors are the database's.
#pragma once

#include "domain/policy.h"
#include "domain/reminder.h"
#include "state/state_database.h"

#include <functional>
#include <optional>
#include <utility>

namespace offramp {

struct ReminderRecord {
    ReminderPreferences preferences;
    ReminderHistory history;
    std::optional<ReminderState> state;   // as the last check found the computer; empty before the first
    std::optional<Instant> checkedAt;
    PolicyDeferrals deferrals;   // of what an organization asks

    friend bool operator==(const ReminderRecord&, const ReminderRecord&) = default;
};

class ReminderStore {
public:
    // `database` must outlive the store.
    explicit ReminderStore(StateDatabase& database) : m_database(database) {}

    // What an organization asks, as the last check found it: how far apart reminders may be, and what may be put off.
    void obey(std::optional<OrganizationPolicy> policy) { m_policy = std::move(policy); }
    // What was chosen, with what the policy allows of it: reminders no further apart, none put off past the deadline.
    [[nodiscard]] ReminderRecord allowed(ReminderRecord record) const;
    [[nodiscard]] DeferralLimits limits(const ReminderRecord& record) const;

    [[nodiscard]] Result<ReminderRecord> read() const;
    // Turning reminders on, or on again after "never", begins to count the days at `now`.
    [[nodiscard]] Result<void> setPreferences(const ReminderPreferences& preferences, const ReminderMoment& now);
    [[nodiscard]] Result<void> noteCheck(const ReminderState& state, Instant checkedAt);
    // Asks the policy about the state last noted. An answer "remind" is claimed already: nobody else gets it.
    [[nodiscard]] Result<ReminderDecision> decide(const ReminderMoment& now, ReminderAttention attention);
    // The reminder claimed at that moment was shown.
    [[nodiscard]] Result<void> confirmShown(const ReminderMoment& claimed);
    // `malformed` for a day that is refused, `accessDenied` when the organization lets nobody put it off any more. A
    // day after its deadline becomes the deadline.
    [[nodiscard]] Result<void> snooze(const Day& until, const ReminderMoment& now);

private:
    [[nodiscard]] Result<void> change(const std::function<void(ReminderRecord&)>& work);

    StateDatabase& m_database;
    std::optional<OrganizationPolicy> m_policy;
};

}   // namespace offramp
