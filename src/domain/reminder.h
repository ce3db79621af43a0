// ReminderPolicy: whether somebody is reminded, when, and why. Pure functions: no clock, no I/O, no waiting.
//
// What holds whatever happens to the clock, the time zone or the power: never two reminders on one day, never in quiet
// hours, none after the computer is clean or the person said "not again"; and one that is due comes at the first
// moment it is welcome. Many that were missed are one.
#pragma once

#include "domain/assessment.h"

#include <chrono>
#include <optional>
#include <string>

namespace offramp {

// What the last check said, as far as reminding needs it.
struct ReminderState {
    Verdict verdict = Verdict::couldNotTell;
    bool managed = false;
    bool stale = false;   // nothing that is active and up to date protects this computer

    friend bool operator==(const ReminderState&, const ReminderState&) = default;
};

// A moment as this computer saw it. The second pair is not moved by setting the clock.
struct ReminderMoment {
    Instant instant{};
    std::chrono::minutes offset{0};      // of local time, positive east of UTC
    std::string bootId;                  // empty when the system does not say
    std::chrono::seconds sinceBoot{0};   // sleep included

    friend bool operator==(const ReminderMoment&, const ReminderMoment&) = default;
};
[[nodiscard]] Day localDay(const ReminderMoment& moment);

// How reminders live on this computer: not at all, an icon that stays in the tray, or a short run by the scheduler.
enum class ReminderMode { off, resident, scheduled };
[[nodiscard]] std::string_view toString(ReminderMode mode);
[[nodiscard]] std::optional<ReminderMode> reminderModeFromString(std::string_view word);

constexpr int shortestCadence = 1;   // days
constexpr int longestCadence = 90;
constexpr int longestSnooze = 366;
constexpr std::chrono::hours longestQuiet{20};   // a reminder needs some hour of the day

struct ReminderPreferences {
    ReminderMode mode = ReminderMode::off;   // only the person turns it on
    bool never = false;                      // "Don't remind me again"
    int cadenceDays = 7;
    std::chrono::minutes quietFrom{21 * 60};   // after local midnight; quiet up to, not including, quietTo
    std::chrono::minutes quietTo{9 * 60};      // equal: no quiet hours

    friend bool operator==(const ReminderPreferences&, const ReminderPreferences&) = default;
};
// The nearest preferences that make sense: cadence and times in range, quiet hours no longer than longestQuiet.
[[nodiscard]] ReminderPreferences sensible(ReminderPreferences preferences);
[[nodiscard]] bool isQuiet(const ReminderPreferences& preferences, const ReminderMoment& moment);

struct Snooze {
    ReminderMoment chosen;
    Day until;   // the local day on which reminders begin again

    friend bool operator==(const Snooze&, const Snooze&) = default;
};

enum class ReminderPhase {
    reminding,
    watching,   // the computer was clean: only whether Kaspersky or UltraAV comes back
    returned,   // it came back and that was said, once
};
[[nodiscard]] std::string_view toString(ReminderPhase phase);
[[nodiscard]] std::optional<ReminderPhase> reminderPhaseFromString(std::string_view word);

// What happened so far. A reminder is claimed before it is shown and confirmed afterwards: a program that is killed in
// between has used up the day, and the next day's reminder makes up for it.
struct ReminderHistory {
    ReminderPhase phase = ReminderPhase::reminding;
    std::optional<ReminderMoment> anchor;   // since when days are counted: turned on, or the last reminder
    std::optional<ReminderMoment> last;     // the last reminder, claimed or shown
    bool confirmed = true;                  // it was shown
    int shown = 0;                          // since reminders were turned on
    std::optional<Snooze> snooze;

    friend bool operator==(const ReminderHistory&, const ReminderHistory&) = default;
};

struct ReminderDecision {
    enum class What {
        remind,   // now
        wait,     // until `at`, then ask again
        none      // until something changes: the check's answer or a preference
    };
    What what = What::none;
    Instant at{};   // for wait; always later than now
    Reason why;
};

struct ReminderAnswer {
    ReminderDecision decision;
    ReminderHistory history;   // to be kept: what was given, with a changed clock and a changed computer taken in
};

// `attention` is what the desktop says about interrupting.
enum class ReminderAttention { welcome, unwelcome };

[[nodiscard]] ReminderAnswer decideReminder(const ReminderState& state, const ReminderPreferences& preferences,
                                            const ReminderHistory& history, const ReminderMoment& now,
                                            ReminderAttention attention);

// Days from one reminder to the next: the cadence, and while protection is stale a little less after every few
// reminders, never less than half of it.
[[nodiscard]] int reminderInterval(int cadenceDays, int shown, bool stale);

// What a history becomes.
[[nodiscard]] ReminderHistory afterTurningOn(ReminderHistory history, const ReminderMoment& now);
[[nodiscard]] ReminderHistory afterClaim(ReminderHistory history, const ReminderMoment& now);
[[nodiscard]] ReminderHistory afterShowing(ReminderHistory history);
// `malformed` for a day that is not after today or further away than longestSnooze.
[[nodiscard]] Result<ReminderHistory> afterSnooze(ReminderHistory history, const Day& until, const ReminderMoment& now);

enum class SnoozeChoice { tomorrow, nextWeek };
[[nodiscard]] Day snoozeDay(SnoozeChoice choice, const ReminderMoment& now);

}   // namespace offramp
