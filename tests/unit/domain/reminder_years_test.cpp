// Years of a computer that sleeps, restarts, travels and has its clock set, in seconds.
#include "domain/reminder.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace offramp;
using namespace std::chrono_literals;
using std::chrono::minutes;
using std::chrono::seconds;
using What = ReminderDecision::What;

namespace {

class Life {
public:
    explicit Life(unsigned seed) : m_chance(seed)
    {
        m_preferences.mode = pick(2) == 0 ? ReminderMode::resident : ReminderMode::scheduled;
        m_preferences.cadenceDays = pick(3) == 0 ? 1 : 1 + pick(40);
        m_preferences.quietFrom = minutes{pick(1440)};
        m_preferences.quietTo = minutes{pick(1440)};
        m_preferences = sensible(m_preferences);
        m_history = afterTurningOn({}, moment());
        m_state.stale = pick(2) == 0;
    }

    void live(std::chrono::days length)
    {
        const Instant end = m_time + length;
        while (m_time < end) {
            m_time += seconds{60 + pick(7200)};
            happen();
            ask();
        }
    }
    [[nodiscard]] int reminders() const { return m_reminders; }

private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_chance); }
    [[nodiscard]] ReminderMoment moment() const
    {
        return ReminderMoment{m_time + m_clockError, m_offset, std::to_string(m_boot),
                              std::chrono::duration_cast<seconds>(m_time - m_bootAt)};
    }

    void happen()
    {
        switch (pick(240)) {
        case 0: m_time += std::chrono::hours{1 + pick(400)}; break;   // asleep
        case 1:
        case 2: restart(); break;
        case 3: m_offset = minutes{(pick(27) - 12) * 60}; break;
        case 4: setClock(std::chrono::hours{pick(48) - 24}); break;
        case 5: setClock(std::chrono::hours{(pick(40) - 20) * 24 * 365}); break;
        case 6: setClock(0s); break;
        case 7:
        case 8: snooze(); break;
        case 9: changeState(); break;
        case 10: m_killed = true; break;
        default: break;
        }
    }
    void restart()
    {
        ++m_boot;
        m_bootAt = m_time;
        m_time += 30s;
        m_restarted = true;
    }
    void setClock(seconds error)
    {
        m_clockSet = m_clockSet || error != m_clockError;
        m_clockError = error;
    }
    void snooze()
    {
        const ReminderMoment now = moment();
        const auto chosen = pick(2) == 0 ? SnoozeChoice::tomorrow : SnoozeChoice::nextWeek;
        m_history = *afterSnooze(m_history, snoozeDay(chosen, now), now);
        m_lastPatience = m_time;
    }
    void changeState()
    {
        const Verdict verdicts[] = {Verdict::affected, Verdict::affected, Verdict::clean,       Verdict::traces,
                                    Verdict::moved,    Verdict::exempt,   Verdict::couldNotTell};
        m_state.verdict = verdicts[pick(7)];
        m_lastPatience = m_time;
    }

    void ask()
    {
        const ReminderMoment now = moment();
        const auto attention = pick(20) == 0 ? ReminderAttention::unwelcome : ReminderAttention::welcome;
        const ReminderPhase before = m_history.phase;
        const ReminderAnswer answer = decideReminder(m_state, m_preferences, m_history, now, attention);
        m_history = answer.history;
        if (answer.decision.what == What::wait) {
            REQUIRE(answer.decision.at > now.instant);
            mustComeSometime();
        }
        if (answer.decision.what != What::remind) {
            return;
        }
        REQUIRE(attention == ReminderAttention::welcome);
        REQUIRE_FALSE(isQuiet(m_preferences, now));
        REQUIRE(m_state.verdict != Verdict::clean);
        REQUIRE(before != ReminderPhase::returned);
        // A clock that was set while the computer was off is all there is to go by.
        if (m_lastShown != Instant{} && !(m_clockSet && m_restarted)) {
            REQUIRE(m_time - m_lastShown >= 20h);
        }
        if (m_lastShown != Instant{} && !m_clockSet) {
            REQUIRE(localDay(now) > m_lastDay);
        }
        m_history = afterClaim(m_history, now);
        m_lastShown = m_time;
        m_lastDay = localDay(now);
        m_lastPatience = m_time;
        m_clockSet = m_restarted = false;
        ++m_reminders;
        if (!m_killed) {
            m_history = afterShowing(m_history);
        }
        m_killed = false;
    }
    // Whoever waits does not wait for ever: the longest cadence, a week of snooze, what a set clock costs, one sleep.
    void mustComeSometime()
    {
        if (m_clockSet) {
            m_lastPatience = std::max(m_lastPatience, m_time - std::chrono::days{60});
        }
        REQUIRE(m_time - m_lastPatience < std::chrono::days{120});
    }

    std::mt19937 m_chance;
    Instant m_time = parseInstant("2026-11-23T12:00:00Z")->instant;
    Instant m_bootAt = m_time - 1h;
    seconds m_clockError{0};
    minutes m_offset{-300};
    int m_boot = 1;
    ReminderState m_state{Verdict::affected, false, true};
    ReminderPreferences m_preferences;
    ReminderHistory m_history;
    Instant m_lastShown{};
    Instant m_lastPatience = m_time;
    Day m_lastDay;
    bool m_clockSet = false;
    bool m_restarted = false;
    bool m_killed = false;
    int m_reminders = 0;
};

}   // namespace

TEST_CASE("over years of sleeps, travels, restarts and set clocks nobody is nagged or forgotten", "[reminder]")
{
    int reminders = 0;
    for (unsigned seed = 1; seed <= 120; ++seed) {
        INFO("seed " << seed);
        Life life(seed);
        life.live(std::chrono::days{3 * 365});
        CHECK(life.reminders() > 0);
        reminders += life.reminders();
    }
    CHECK(reminders > 120 * 20);
}

TEST_CASE("a year without accidents has exactly the reminders of the cadence", "[reminder]")
{
    for (const int cadence : {1, 7, 30}) {
        ReminderPreferences preferences;
        preferences.mode = ReminderMode::resident;
        preferences.cadenceDays = cadence;
        const ReminderState state{Verdict::affected, false, false};
        ReminderMoment now{parseInstant("2026-11-23T12:00:00Z")->instant, 0min, "boot", 0s};
        ReminderHistory history = afterTurningOn({}, now);
        int shown = 0;
        for (const Instant end = now.instant + std::chrono::days{365}; now.instant < end;) {
            ReminderAnswer answer = decideReminder(state, preferences, history, now, ReminderAttention::welcome);
            history = answer.history;
            if (answer.decision.what == What::remind) {
                history = afterShowing(afterClaim(history, now));
                ++shown;
            } else {
                REQUIRE(answer.decision.what == What::wait);
                now.sinceBoot += answer.decision.at - now.instant;
                now.instant = answer.decision.at;
            }
        }
        CHECK(shown == 365 / cadence);
    }
}
