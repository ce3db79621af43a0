// ReminderStore: what the person chose about reminders and what happened so far, in state.db.
//
// Every change is one transaction, so two programs of one person never show the same reminder: whoever claims it first
// shows it. A claim that was never confirmed counts for its day (domain/reminder.h). Errors are the database's.
#pragma once

#include "domain/reminder.h"
#include "state/state_database.h"

#include <optional>

namespace offramp {

struct ReminderRecord {
    ReminderPreferences preferences;
    ReminderHistory history;
    std::optional<ReminderState> state;   // as the last check found the computer; empty before the first
    std::optional<Instant> checkedAt;

    friend bool operator==(const ReminderRecord&, const ReminderRecord&) = default;
};

class ReminderStore {
public:
    // `database` must outlive the store.
    explicit ReminderStore(StateDatabase& database) : m_database(database) {}

    [[nodiscard]] Result<ReminderRecord> read() const;
    // Turning reminders on, or on again after "never", begins to count the days at `now`.
    [[nodiscard]] Result<void> setPreferences(const ReminderPreferences& preferences, const ReminderMoment& now);
    [[nodiscard]] Result<void> noteCheck(const ReminderState& state, Instant checkedAt);
    // Asks the policy about the state last noted. An answer "remind" is claimed already: nobody else gets it.
    [[nodiscard]] Result<ReminderDecision> decide(const ReminderMoment& now, ReminderAttention attention);
    // The reminder claimed at that moment was shown.
    [[nodiscard]] Result<void> confirmShown(const ReminderMoment& claimed);
    // `malformed` for a day the policy refuses.
    [[nodiscard]] Result<void> snooze(const Day& until, const ReminderMoment& now);

private:
    [[nodiscard]] Result<void> change(const std::function<void(ReminderRecord&)>& work);

    StateDatabase& m_database;
};

}   // namespace offramp
