#include "domain/reminder.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Two reminders late in the evening and early in the morning are on two days, and still too many.
constexpr hours shortestGap{20};
// How long to leave somebody alone who is watching a film.
constexpr minutes askAgain{10};
constexpr minutes wholeDay{24 * 60};

constexpr Words<ReminderMode, 3> modes{
    {{ReminderMode::off, "off"}, {ReminderMode::resident, "resident"}, {ReminderMode::scheduled, "scheduled"}}};
constexpr Words<ReminderPhase, 3> phases{{{ReminderPhase::reminding, "reminding"},
                                          {ReminderPhase::watching, "watching"},
                                          {ReminderPhase::returned, "returned"}}};

Zone zoneOf(const ReminderMoment& moment)
{
    return Zone{false, moment.offset};
}

Day plusDays(const Day& day, int days)
{
    return Day{std::chrono::sys_days(day.date) + std::chrono::days{days}};
}

minutes timeOfDay(Instant instant, minutes offset)
{
    const auto local = instant + offset;
    return std::chrono::floor<minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

// Brings a moment that lies in the future, because the clock was wrong then or is now, to the present.
void notAfter(std::optional<ReminderMoment>& moment, const ReminderMoment& now)
{
    if (moment && moment->instant > now.instant) {
        moment->instant = now.instant;
        moment->offset = now.offset;
    }
}

ReminderHistory withClockOf(ReminderHistory history, const ReminderMoment& now)
{
    notAfter(history.anchor, now);
    notAfter(history.last, now);
    if (history.snooze && history.snooze->chosen.instant > now.instant) {
        const long length = daysBetween(localDay(history.snooze->chosen), history.snooze->until);
        const int days = static_cast<int>(std::clamp(length, 1L, static_cast<long>(longestSnooze)));
        history.snooze = Snooze{now, plusDays(localDay(now), days)};
    }
    return history;
}

bool isBack(const ReminderState& state)
{
    return state.verdict == Verdict::affected || state.verdict == Verdict::moved;
}

bool needsReminding(const ReminderState& state)
{
    return (isBack(state) || state.verdict == Verdict::traces) && !state.managed;
}

ReminderHistory withStateOf(ReminderHistory history, const ReminderState& state)
{
    if (state.verdict == Verdict::clean) {
        history.phase = ReminderPhase::watching;
        history.snooze.reset();
        history.shown = 0;
    }
    return history;
}

// Why there will be no reminder as things are.
std::optional<ReasonCode> whyNone(const ReminderState& state, const ReminderPreferences& preferences,
                                  const ReminderHistory& history)
{
    if (preferences.never) {
        return ReasonCode::reminderNever;
    }
    if (preferences.mode == ReminderMode::off) {
        return ReasonCode::reminderOff;
    }
    if (history.phase == ReminderPhase::watching && !isBack(state)) {
        return ReasonCode::reminderWatching;
    }
    if (history.phase == ReminderPhase::returned) {
        return ReasonCode::reminderReturnSaid;
    }
    if (!needsReminding(state)) {
        return state.managed ? ReasonCode::reminderManaged : ReasonCode::reminderNothingSure;
    }
    return std::nullopt;
}

struct Due {
    Instant at;
    Reason why;
};

Due dueBy(const ReminderState& state, const ReminderPreferences& preferences, const ReminderHistory& history,
          const ReminderMoment& now)
{
    const Zone zone = zoneOf(now);
    const auto on = [&](const Day& day, ReasonCode code) {
        return Due{startOfDay(zone, day), Reason{code, {day}, {}}};
    };
    if (history.snooze) {
        return on(history.snooze->until, ReasonCode::reminderSnoozed);
    }
    if (!history.confirmed && history.last) {
        return on(plusDays(localDay(*history.last), 1), ReasonCode::reminderNext);
    }
    if (history.phase == ReminderPhase::watching) {
        return Due{now.instant, Reason{ReasonCode::reminderReturned, {}, {}}};
    }
    const int days = reminderInterval(preferences.cadenceDays, history.shown, state.stale);
    return on(plusDays(localDay(*history.anchor), days), ReasonCode::reminderNext);
}

// The first moment that is another day than that of the last reminder, by the calendar and by what really passed.
std::optional<Instant> dayAfter(const ReminderHistory& history, const ReminderMoment& now)
{
    if (!history.last) {
        return std::nullopt;
    }
    const ReminderMoment& last = *history.last;
    Instant first = std::max(last.instant + shortestGap, startOfDay(zoneOf(now), plusDays(localDay(last), 1)));
    if (!last.bootId.empty() && last.bootId == now.bootId) {
        const seconds passed = std::max(now.sinceBoot - last.sinceBoot, seconds{0});
        if (passed < shortestGap) {
            first = std::max(first, now.instant + (shortestGap - passed));
        }
    }
    return first;
}

// `at`, or the end of the quiet hours it lies in.
Instant outsideQuiet(const ReminderPreferences& preferences, Instant at, minutes offset)
{
    if (!isQuiet(preferences, ReminderMoment{at, offset, {}, {}})) {
        return at;
    }
    const auto minute = std::chrono::floor<minutes>(at);
    const minutes untilEnd = (preferences.quietTo - timeOfDay(at, offset) + wholeDay) % wholeDay;
    return minute + untilEnd;
}

ReminderDecision waitUntil(Instant at, Reason why)
{
    return ReminderDecision{ReminderDecision::What::wait, at, std::move(why)};
}

ReminderDecision decideWhen(const ReminderState& state, const ReminderPreferences& preferences,
                            const ReminderHistory& history, const ReminderMoment& now, ReminderAttention attention)
{
    if (const auto none = whyNone(state, preferences, history)) {
        return ReminderDecision{ReminderDecision::What::none, {}, Reason{*none, {}, {}}};
    }
    const Due due = dueBy(state, preferences, history, now);
    const auto another = dayAfter(history, now);
    Instant at = std::max(due.at, now.instant);
    Reason why = due.why;
    if (another && *another > at) {
        at = *another;
        why = Reason{ReasonCode::reminderOnceADay, {}, {}};
    }
    const Instant awake = outsideQuiet(preferences, at, now.offset);
    if (awake > now.instant) {
        const bool onlyQuiet = at <= now.instant;
        return waitUntil(awake, onlyQuiet ? Reason{ReasonCode::reminderQuiet, {}, {}} : std::move(why));
    }
    if (attention == ReminderAttention::unwelcome) {
        return waitUntil(now.instant + askAgain, Reason{ReasonCode::reminderNotOver, {}, {}});
    }
    const bool back = history.phase == ReminderPhase::watching;
    return ReminderDecision{ReminderDecision::What::remind, now.instant,
                            Reason{back ? ReasonCode::reminderReturned : ReasonCode::reminderDue, {}, {}}};
}

}   // namespace

std::string_view toString(ReminderMode mode)
{
    return wordFor(modes, mode);
}

std::optional<ReminderMode> reminderModeFromString(std::string_view word)
{
    return valueFor(modes, word);
}

std::string_view toString(ReminderPhase phase)
{
    return wordFor(phases, phase);
}

std::optional<ReminderPhase> reminderPhaseFromString(std::string_view word)
{
    return valueFor(phases, word);
}

Day localDay(const ReminderMoment& moment)
{
    return dayIn(zoneOf(moment), moment.instant);
}

ReminderPreferences sensible(ReminderPreferences preferences)
{
    preferences.cadenceDays = std::clamp(preferences.cadenceDays, shortestCadence, longestCadence);
    const auto intoDay = [](minutes time) { return ((time % wholeDay) + wholeDay) % wholeDay; };
    preferences.quietFrom = intoDay(preferences.quietFrom);
    preferences.quietTo = intoDay(preferences.quietTo);
    const minutes length = intoDay(preferences.quietTo - preferences.quietFrom);
    if (length > longestQuiet) {
        preferences.quietTo = intoDay(preferences.quietFrom + longestQuiet);
    }
    return preferences;
}

bool isQuiet(const ReminderPreferences& preferences, const ReminderMoment& moment)
{
    const minutes time = timeOfDay(moment.instant, moment.offset);
    const minutes from = preferences.quietFrom;
    const minutes to = preferences.quietTo;
    return from <= to ? from <= time && time < to : time >= from || time < to;
}

int reminderInterval(int cadenceDays, int shown, bool stale)
{
    constexpr int remindersPerStep = 4;
    if (!stale) {
        return cadenceDays;
    }
    const int step = std::max(1, cadenceDays / 7);
    return std::max((cadenceDays + 1) / 2, cadenceDays - (shown / remindersPerStep) * step);
}

ReminderAnswer decideReminder(const ReminderState& state, const ReminderPreferences& preferences,
                              const ReminderHistory& history, const ReminderMoment& now, ReminderAttention attention)
{
    ReminderAnswer answer;
    answer.history = withStateOf(withClockOf(history, now), state);
    if (!answer.history.anchor) {
        answer.history.anchor = now;
    }
    answer.decision = decideWhen(state, sensible(preferences), answer.history, now, attention);
    return answer;
}

ReminderHistory afterTurningOn(ReminderHistory history, const ReminderMoment& now)
{
    history.phase = ReminderPhase::reminding;
    history.anchor = now;
    history.shown = 0;
    history.confirmed = true;
    history.snooze.reset();
    return history;   // the last reminder stays: turning off and on makes no second one today
}

ReminderHistory afterClaim(ReminderHistory history, const ReminderMoment& now)
{
    history.last = now;
    history.confirmed = false;
    history.snooze.reset();
    return history;
}

ReminderHistory afterShowing(ReminderHistory history)
{
    history.confirmed = true;
    history.anchor = history.last;
    if (history.phase == ReminderPhase::watching) {
        history.phase = ReminderPhase::returned;
    }
    ++history.shown;
    return history;
}

Result<ReminderHistory> afterSnooze(ReminderHistory history, const Day& until, const ReminderMoment& now)
{
    const long days = until.date.ok() ? daysBetween(localDay(now), until) : 0;
    if (days < 1 || days > longestSnooze) {
        return fail(ErrorCode::malformed, "a reminder needs a day between tomorrow and a year from now");
    }
    history.phase = ReminderPhase::reminding;
    history.snooze = Snooze{now, until};
    history.confirmed = true;
    return history;
}

Day snoozeDay(SnoozeChoice choice, const ReminderMoment& now)
{
    return plusDays(localDay(now), choice == SnoozeChoice::tomorrow ? 1 : 7);
}

}   // namespace offramp
