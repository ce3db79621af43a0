#include "state/reminder_store.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>

namespace offramp {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// The table as it is: a word for each name. What is missing, or written by a program that knew more, stays as it was
// before anybody chose.
class Values {
public:
    static Values readFrom(SQLite::Database& database)
    {
        Values values;
        SQLite::Statement rows(database, "SELECT name, value FROM reminder");
        while (rows.executeStep()) {
            values.m_values[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
        }
        return values;
    }
    void writeTo(SQLite::Database& database) const
    {
        database.exec("DELETE FROM reminder");
        SQLite::Statement row(database, "INSERT INTO reminder (name, value) VALUES (?, ?)");
        for (const auto& [name, value] : m_values) {
            row.bind(1, name);
            row.bind(2, value);
            row.exec();
            row.reset();
        }
    }

    [[nodiscard]] std::optional<std::string> text(const std::string& name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::optional<std::int64_t> number(const std::string& name) const
    {
        const auto value = text(name);
        std::int64_t result = 0;
        if (!value) {
            return std::nullopt;
        }
        const auto [end, fault] = std::from_chars(value->data(), value->data() + value->size(), result);
        const bool whole = fault == std::errc{} && end == value->data() + value->size();
        return whole ? std::optional(result) : std::nullopt;
    }
    void set(const std::string& name, std::string value) { m_values[name] = std::move(value); }
    void set(const std::string& name, std::int64_t value) { m_values[name] = std::to_string(value); }

    [[nodiscard]] std::optional<ReminderMoment> moment(const std::string& name) const
    {
        const auto at = number(name);
        if (!at) {
            return std::nullopt;
        }
        return ReminderMoment{Instant{seconds{*at}}, minutes{number(name + ".offset").value_or(0)},
                              text(name + ".boot").value_or(std::string{}),
                              seconds{number(name + ".sinceBoot").value_or(0)}};
    }
    void set(const std::string& name, const std::optional<ReminderMoment>& moment)
    {
        if (moment) {
            set(name, std::int64_t{moment->instant.time_since_epoch().count()});
            set(name + ".offset", std::int64_t{moment->offset.count()});
            set(name + ".boot", moment->bootId);
            set(name + ".sinceBoot", std::int64_t{moment->sinceBoot.count()});
        }
    }

private:
    std::map<std::string, std::string> m_values;
};

std::optional<ReminderState> stateFrom(const Values& values)
{
    const auto word = values.text("state.verdict");
    for (const Verdict verdict : {Verdict::affected, Verdict::traces, Verdict::moved, Verdict::exempt, Verdict::unclear,
                                  Verdict::clean, Verdict::couldNotTell}) {
        if (word == toString(verdict)) {
            return ReminderState{verdict, values.number("state.managed") == 1, values.number("state.stale") == 1};
        }
    }
    return std::nullopt;
}

ReminderRecord recordFrom(const Values& values)
{
    ReminderRecord record;
    ReminderPreferences& chosen = record.preferences;
    chosen.mode = reminderModeFromString(values.text("mode").value_or(std::string{})).value_or(chosen.mode);
    chosen.never = values.number("never") == 1;
    chosen.cadenceDays = static_cast<int>(values.number("cadenceDays").value_or(chosen.cadenceDays));
    chosen.quietFrom = minutes{values.number("quietFrom").value_or(chosen.quietFrom.count())};
    chosen.quietTo = minutes{values.number("quietTo").value_or(chosen.quietTo.count())};
    chosen = sensible(chosen);
    ReminderHistory& history = record.history;
    history.phase = reminderPhaseFromString(values.text("phase").value_or(std::string{})).value_or(history.phase);
    history.anchor = values.moment("anchor");
    history.last = values.moment("last");
    history.confirmed = values.number("confirmed") != 0;
    history.shown = static_cast<int>(values.number("shown").value_or(0));
    const auto until = parseDay(values.text("snooze.until").value_or(std::string{}));
    if (const auto snoozedAt = values.moment("snooze"); snoozedAt && until) {
        history.snooze = Snooze{*snoozedAt, *until};
    }
    record.state = stateFrom(values);
    if (const auto at = values.number("checkedAt")) {
        record.checkedAt = Instant{seconds{*at}};
    }
    record.deferrals = {
        values.number("policy.serial").value_or(0),
        static_cast<int>(std::clamp<std::int64_t>(values.number("policy.deferrals").value_or(0), 0, mostDeferrals))};
    return record;
}

Values valuesOf(const ReminderRecord& record)
{
    Values values;
    values.set("mode", std::string(toString(record.preferences.mode)));
    values.set("never", std::int64_t{record.preferences.never});
    values.set("cadenceDays", std::int64_t{record.preferences.cadenceDays});
    values.set("quietFrom", std::int64_t{record.preferences.quietFrom.count()});
    values.set("quietTo", std::int64_t{record.preferences.quietTo.count()});
    values.set("phase", std::string(toString(record.history.phase)));
    values.set("anchor", record.history.anchor);
    values.set("last", record.history.last);
    values.set("confirmed", std::int64_t{record.history.confirmed});
    values.set("shown", std::int64_t{record.history.shown});
    if (record.history.snooze) {
        values.set("snooze", record.history.snooze->chosen);
        values.set("snooze.until", toString(record.history.snooze->until));
    }
    if (record.state) {
        values.set("state.verdict", std::string(toString(record.state->verdict)));
        values.set("state.managed", std::int64_t{record.state->managed});
        values.set("state.stale", std::int64_t{record.state->stale});
    }
    if (record.checkedAt) {
        values.set("checkedAt", std::int64_t{record.checkedAt->time_since_epoch().count()});
    }
    if (record.deferrals.serial != 0) {
        values.set("policy.serial", record.deferrals.serial);
        values.set("policy.deferrals", std::int64_t{record.deferrals.used});
    }
    return values;
}

bool isOn(const ReminderPreferences& preferences)
{
    return preferences.mode != ReminderMode::off && !preferences.never;
}

}   // namespace

ReminderRecord ReminderStore::allowed(ReminderRecord record) const
{
    if (m_policy && m_policy->reminderDays) {
        int& days = record.preferences.cadenceDays;
        days = std::min(days, *m_policy->reminderDays);
    }
    std::optional<Snooze>& snooze = record.history.snooze;
    if (m_policy && m_policy->deadline && snooze && daysBetween(*m_policy->deadline, snooze->until) > 0) {
        snooze->until = *m_policy->deadline;   // chosen before anybody asked for a day
    }
    return record;
}

DeferralLimits ReminderStore::limits(const ReminderRecord& record) const
{
    return m_policy ? deferralLimits(*m_policy, record.deferrals) : DeferralLimits{};
}

Result<ReminderRecord> ReminderStore::read() const
{
    return m_database.read([](SQLite::Database& database) { return recordFrom(Values::readFrom(database)); });
}

Result<void> ReminderStore::change(const std::function<void(ReminderRecord&)>& work)
{
    return m_database.change([&](SQLite::Database& database) {
        const ReminderRecord before = recordFrom(Values::readFrom(database));
        ReminderRecord after = before;
        work(after);
        if (after != before) {
            valuesOf(after).writeTo(database);
        }
    });
}

Result<void> ReminderStore::setPreferences(const ReminderPreferences& preferences, const ReminderMoment& now)
{
    return change([&](ReminderRecord& record) {
        if (isOn(preferences) && !isOn(record.preferences)) {
            record.history = afterTurningOn(record.history, now);
        }
        record.preferences = sensible(preferences);
    });
}

Result<void> ReminderStore::noteCheck(const ReminderState& state, Instant checkedAt)
{
    return change([&](ReminderRecord& record) {
        record.state = state;
        record.checkedAt = checkedAt;
    });
}

Result<ReminderDecision> ReminderStore::decide(const ReminderMoment& now, ReminderAttention attention)
{
    ReminderDecision decision;
    const auto done = change([&](ReminderRecord& record) {
        const ReminderRecord may = allowed(record);
        ReminderAnswer answer =
            decideReminder(may.state.value_or(ReminderState{}), may.preferences, may.history, now, attention);
        decision = std::move(answer.decision);
        record.history = std::move(answer.history);
        if (decision.what == ReminderDecision::What::remind) {
            record.history = afterClaim(record.history, now);
        }
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return decision;
}

Result<void> ReminderStore::confirmShown(const ReminderMoment& claimed)
{
    return change([&](ReminderRecord& record) {
        if (!record.history.confirmed && record.history.last == claimed) {
            record.history = afterShowing(record.history);
        }
    });
}

Result<void> ReminderStore::snooze(const Day& until, const ReminderMoment& now)
{
    std::optional<Error> refused;
    const auto done = change([&](ReminderRecord& record) {
        const DeferralLimits may = limits(record);
        if (!may.allowsAfter(localDay(now))) {
            refused = Error{ErrorCode::accessDenied, "the policy of the organization", 0};
            return;
        }
        const bool tooLate = may.latest && daysBetween(*may.latest, until) > 0;
        auto snoozed = afterSnooze(record.history, tooLate ? *may.latest : until, now);
        if (snoozed) {
            record.history = std::move(*snoozed);
            if (m_policy) {
                record.deferrals = afterDeferral(*m_policy, record.deferrals);
            }
        } else {
            refused = snoozed.error();
        }
    });
    if (refused) {
        return tl::unexpected(*refused);
    }
    return done;
}

}   // namespace offramp
