#include "domain/reminder.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace std::chrono_literals;
using What = ReminderDecision::What;

namespace {

Instant at(const char* text)
{
    return parseInstant(text)->instant;
}

// Somebody in Chicago in winter who turned reminders on at ten on a Monday.
struct Somebody {
    ReminderState state{Verdict::affected, false, false};
    ReminderPreferences preferences;
    ReminderHistory history;
    std::chrono::minutes offset = -360min;
    ReminderAttention attention = ReminderAttention::welcome;

    Somebody()
    {
        preferences.mode = ReminderMode::scheduled;
        history = afterTurningOn({}, moment("2026-11-23T10:00:00-06:00"));
    }
    [[nodiscard]] ReminderMoment moment(const char* text) const { return ReminderMoment{at(text), offset, {}, {}}; }
    ReminderDecision ask(const ReminderMoment& now)
    {
        ReminderAnswer answer = decideReminder(state, preferences, history, now, attention);
        history = answer.history;
        if (answer.decision.what == What::remind) {
            history = afterShowing(afterClaim(history, now));
        }
        return answer.decision;
    }
    ReminderDecision ask(const char* text) { return ask(moment(text)); }
};

}   // namespace

TEST_CASE("a weekly reminder comes a week after it was turned on, when the quiet hours end", "[reminder]")
{
    Somebody person;
    const auto waiting = person.ask("2026-11-23T10:00:00-06:00");
    CHECK(waiting.what == What::wait);
    CHECK(waiting.at == at("2026-11-30T09:00:00-06:00"));
    CHECK(waiting.why == Reason{ReasonCode::reminderNext, {*parseDay("2026-11-30")}, {}});
    CHECK(person.ask("2026-11-30T08:59:59-06:00").what == What::wait);
    CHECK(person.ask("2026-11-30T09:00:00-06:00").what == What::remind);
    CHECK(person.ask("2026-11-30T09:00:01-06:00").at == at("2026-12-07T09:00:00-06:00"));
}

TEST_CASE("missed reminders are one reminder", "[reminder]")
{
    Somebody person;
    CHECK(person.ask("2027-03-01T12:00:00-06:00").what == What::remind);
    CHECK(person.ask("2027-03-01T12:01:00-06:00").what == What::wait);
    CHECK(person.ask("2027-03-02T12:00:00-06:00").what == What::wait);
}

TEST_CASE("quiet hours may cross midnight, lie in the day, or not exist", "[reminder]")
{
    Somebody person;
    CHECK(person.ask("2026-12-01T23:00:00-06:00").at == at("2026-12-02T09:00:00-06:00"));
    CHECK(person.ask("2026-12-02T03:12:44-06:00").at == at("2026-12-02T09:00:00-06:00"));
    CHECK(person.ask("2026-12-02T03:12:44-06:00").why.code == ReasonCode::reminderQuiet);
    person.preferences.quietFrom = 8h;
    person.preferences.quietTo = 17h;
    CHECK(person.ask("2026-12-02T16:59:59-06:00").at == at("2026-12-02T17:00:00-06:00"));
    person.preferences.quietTo = 8h;
    CHECK(person.ask("2026-12-02T16:59:59-06:00").what == What::remind);
}

TEST_CASE("preferences that make no sense become the nearest that do", "[reminder]")
{
    ReminderPreferences odd;
    odd.cadenceDays = 0;
    odd.quietFrom = -60min;
    odd.quietTo = 22h;
    const ReminderPreferences mended = sensible(odd);
    CHECK(mended.cadenceDays == 1);
    CHECK(mended.quietFrom == 23h);
    CHECK(mended.quietTo == 19h);   // twenty hours later
    odd.cadenceDays = 1000;
    CHECK(sensible(odd).cadenceDays == longestCadence);
    CHECK(sensible(ReminderPreferences{}) == ReminderPreferences{});
}

TEST_CASE("nobody is reminded over a full-screen program", "[reminder]")
{
    Somebody person;
    person.attention = ReminderAttention::unwelcome;
    const auto waiting = person.ask("2026-12-01T12:00:00-06:00");
    CHECK(waiting.what == What::wait);
    CHECK(waiting.at == at("2026-12-01T12:10:00-06:00"));
    CHECK(waiting.why.code == ReasonCode::reminderNotOver);
    person.attention = ReminderAttention::welcome;
    CHECK(person.ask("2026-12-01T12:10:00-06:00").what == What::remind);
}

TEST_CASE("a snooze counts calendar days and ends the wait for the cadence", "[reminder]")
{
    Somebody person;
    const auto now = person.moment("2026-11-23T23:30:00-06:00");
    CHECK(snoozeDay(SnoozeChoice::tomorrow, now) == *parseDay("2026-11-24"));
    CHECK(snoozeDay(SnoozeChoice::nextWeek, now) == *parseDay("2026-11-30"));
    person.history = *afterSnooze(person.history, *parseDay("2026-11-24"), now);
    CHECK(person.ask("2026-11-23T23:31:00-06:00").why
          == Reason{ReasonCode::reminderSnoozed, {*parseDay("2026-11-24")}, {}});
    CHECK(person.ask("2026-11-24T09:00:00-06:00").what == What::remind);
    CHECK(person.ask("2026-11-25T09:00:00-06:00").at == at("2026-12-01T09:00:00-06:00"));
}

TEST_CASE("a snooze is for a day that lies ahead", "[reminder]")
{
    const Somebody person;
    const auto now = person.moment("2026-11-23T10:00:00-06:00");
    for (const char* day : {"2026-11-22", "2026-11-23", "2027-11-25"}) {
        CHECK(afterSnooze(person.history, *parseDay(day), now).error().code == ErrorCode::malformed);
    }
    CHECK(afterSnooze(person.history, Day{}, now).error().code == ErrorCode::malformed);
    CHECK(afterSnooze(person.history, *parseDay("2027-11-24"), now));
}

TEST_CASE("a snooze on the day of a reminder still leaves that day alone", "[reminder]")
{
    Somebody person;
    CHECK(person.ask("2026-11-30T20:00:00-06:00").what == What::remind);
    const auto now = person.moment("2026-11-30T20:01:00-06:00");
    person.history = *afterSnooze(person.history, snoozeDay(SnoozeChoice::tomorrow, now), now);
    const auto next = person.ask("2026-11-30T20:02:00-06:00");
    CHECK(next.at == at("2026-12-01T16:00:00-06:00"));   // twenty hours later
}

TEST_CASE("turning reminders off and on again makes no second one today", "[reminder]")
{
    Somebody person;
    person.preferences.cadenceDays = 1;
    CHECK(person.ask("2026-11-30T10:00:00-06:00").what == What::remind);
    person.history = afterTurningOn(person.history, person.moment("2026-11-30T10:05:00-06:00"));
    CHECK(person.ask("2026-11-30T11:00:00-06:00").what == What::wait);
    CHECK(person.ask("2026-12-01T09:00:00-06:00").what == What::remind);
}

TEST_CASE("a clock set back does not silence reminders for years", "[reminder]")
{
    Somebody person;
    CHECK(person.ask("2040-01-01T12:00:00-06:00").what == What::remind);
    const auto corrected = person.ask("2026-12-01T12:00:00-06:00");
    CHECK(corrected.what == What::wait);
    CHECK(corrected.at == at("2026-12-08T09:00:00-06:00"));
    CHECK(person.ask("2026-12-08T09:00:00-06:00").what == What::remind);
}

TEST_CASE("a snooze chosen while the clock was wrong keeps its length", "[reminder]")
{
    Somebody person;
    const auto wrong = person.moment("2040-01-01T12:00:00-06:00");
    person.history = *afterSnooze(person.history, snoozeDay(SnoozeChoice::nextWeek, wrong), wrong);
    CHECK(person.ask("2026-12-01T12:00:00-06:00").at == at("2026-12-08T09:00:00-06:00"));
}

TEST_CASE("a clock set forward on one day does not make two reminders of it", "[reminder]")
{
    Somebody person;
    person.preferences.cadenceDays = 1;
    ReminderMoment now = person.moment("2026-11-30T10:00:00-06:00");
    now.bootId = "one";
    now.sinceBoot = 100s;
    CHECK(person.ask(now).what == What::remind);
    now.instant += 24h * 400;
    now.sinceBoot += 1h;
    const auto waiting = person.ask(now);
    CHECK(waiting.what == What::wait);
    CHECK(waiting.why.code == ReasonCode::reminderOnceADay);
    CHECK(waiting.at >= now.instant + 19h);
}

TEST_CASE("who travels west has no second reminder on the day that lasts longer", "[reminder]")
{
    Somebody person;
    person.preferences.cadenceDays = 1;
    person.offset = 720min;
    CHECK(person.ask("2026-11-30T09:00:00+12:00").what == What::remind);
    person.offset = -600min;
    CHECK(person.ask("2026-11-30T09:00:00-10:00").what == What::wait);   // a day later, and the same date
    CHECK(person.ask("2026-12-01T09:00:00-10:00").what == What::remind);
}

TEST_CASE("daylight saving moves neither the day nor the hour", "[reminder]")
{
    Somebody person;
    person.history = afterTurningOn({}, person.moment("2027-03-10T10:00:00-06:00"));
    person.offset = -300min;
    CHECK(person.ask("2027-03-17T08:59:00-05:00").at == at("2027-03-17T09:00:00-05:00"));
    CHECK(person.ask("2027-03-17T09:00:00-05:00").what == What::remind);
}

TEST_CASE("reminders come closer together while protection is stale, but gently", "[reminder]")
{
    CHECK(reminderInterval(7, 0, true) == 7);
    CHECK(reminderInterval(7, 3, true) == 7);
    CHECK(reminderInterval(7, 4, true) == 6);
    CHECK(reminderInterval(7, 12, true) == 4);
    CHECK(reminderInterval(7, 5000, true) == 4);
    CHECK(reminderInterval(7, 5000, false) == 7);
    CHECK(reminderInterval(1, 5000, true) == 1);
    CHECK(reminderInterval(30, 4, true) == 26);
    CHECK(reminderInterval(30, 5000, true) == 15);
}

TEST_CASE("when the computer is clean reminders end, and a return is said once", "[reminder]")
{
    Somebody person;
    CHECK(person.ask("2026-11-30T12:00:00-06:00").what == What::remind);
    person.state.verdict = Verdict::clean;
    CHECK(person.ask("2026-12-01T12:00:00-06:00").why.code == ReasonCode::reminderWatching);
    CHECK(person.ask("2027-06-01T12:00:00-05:00").what == What::none);
    person.state.verdict = Verdict::traces;   // what stayed behind did not come back
    CHECK(person.ask("2027-06-01T13:00:00-05:00").what == What::none);
    person.state.verdict = Verdict::moved;
    const auto back = person.ask("2027-06-02T12:00:00-05:00");
    CHECK(back.what == What::remind);
    CHECK(back.why.code == ReasonCode::reminderReturned);
    CHECK(person.ask("2027-07-02T12:00:00-05:00").why.code == ReasonCode::reminderReturnSaid);

    const auto now = person.moment("2027-07-02T12:00:00-05:00");
    ReminderHistory asked = *afterSnooze(person.history, snoozeDay(SnoozeChoice::nextWeek, now), now);
    std::swap(person.history, asked);
    CHECK(person.ask("2027-07-09T12:00:00-05:00").what == What::remind);
    std::swap(person.history, asked);

    person.state.verdict = Verdict::clean;
    CHECK(person.ask("2027-08-02T12:00:00-05:00").what == What::none);
    person.state.verdict = Verdict::affected;
    CHECK(person.ask("2027-08-03T12:00:00-05:00").what == What::remind);
}

TEST_CASE("nothing is said where there is nothing to do, or where the person said so", "[reminder]")
{
    for (const Verdict verdict : {Verdict::exempt, Verdict::unclear, Verdict::couldNotTell}) {
        Somebody person;
        person.state.verdict = verdict;
        CHECK(person.ask("2027-11-30T12:00:00-06:00").why.code == ReasonCode::reminderNothingSure);
    }
    Somebody managed;
    managed.state.managed = true;
    CHECK(managed.ask("2027-11-30T12:00:00-06:00").why.code == ReasonCode::reminderManaged);
    Somebody never;
    never.preferences.never = true;
    CHECK(never.ask("2027-11-30T12:00:00-06:00").why.code == ReasonCode::reminderNever);
    Somebody off;
    off.preferences.mode = ReminderMode::off;
    CHECK(off.ask("2027-11-30T12:00:00-06:00").why.code == ReasonCode::reminderOff);
}

TEST_CASE("a reminder that was claimed and never shown comes on the next day", "[reminder]")
{
    Somebody person;
    const auto killed = person.moment("2026-11-30T12:00:00-06:00");
    person.history = afterClaim(person.history, killed);
    CHECK(person.ask("2026-11-30T18:00:00-06:00").what == What::wait);
    CHECK(person.ask("2026-12-01T12:00:00-06:00").what == What::remind);
    CHECK(person.ask("2026-12-02T12:00:00-06:00").at == at("2026-12-08T09:00:00-06:00"));

    Somebody back;
    back.history.phase = ReminderPhase::watching;
    back.history = afterClaim(back.history, killed);
    CHECK(back.ask("2026-12-01T12:00:00-06:00").what == What::remind);
    CHECK(back.history.phase == ReminderPhase::returned);
}

TEST_CASE("every mode and phase has its word", "[reminder]")
{
    for (const auto mode : {ReminderMode::off, ReminderMode::resident, ReminderMode::scheduled}) {
        CHECK(reminderModeFromString(toString(mode)) == mode);
    }
    for (const auto phase : {ReminderPhase::reminding, ReminderPhase::watching, ReminderPhase::returned}) {
        CHECK(reminderPhaseFromString(toString(phase)) == phase);
    }
    CHECK_FALSE(reminderModeFromString("always"));
    CHECK_FALSE(reminderPhaseFromString(""));
}
