#include "state/reminder_store.h"

#include "state/migrations.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <thread>
#include <vector>

using namespace offramp;
using namespace std::chrono_literals;
using What = ReminderDecision::What;
namespace fs = std::filesystem;

namespace {

class Home {
public:
    Home() : m_folder(fs::temp_directory_path() / ("offramp-reminder-" + std::to_string(std::random_device{}())))
    {
        fs::create_directories(m_folder);
    }
    ~Home()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;
    [[nodiscard]] fs::path file() const { return m_folder / "state.db"; }
    [[nodiscard]] std::unique_ptr<StateDatabase> open() const
    {
        auto database = StateDatabase::open(file(), stateMigrations());
        REQUIRE(database);
        return std::move(*database);
    }

private:
    fs::path m_folder;
};

ReminderMoment noon(int day)
{
    return ReminderMoment{parseInstant("2026-11-23T12:00:00Z")->instant + std::chrono::days{day}, 0min, "boot",
                          std::chrono::days{day}};
}

constexpr ReminderState affected{Verdict::affected, false, true};

void turnOn(ReminderStore& store, int cadence)
{
    ReminderPreferences preferences;
    preferences.mode = ReminderMode::scheduled;
    preferences.cadenceDays = cadence;
    REQUIRE(store.setPreferences(preferences, noon(0)));
    REQUIRE(store.noteCheck(affected, noon(0).instant));
}

OrganizationPolicy policyUntil(const char* deadline, std::optional<int> deferrals, std::int64_t serial = 7)
{
    OrganizationPolicy policy;
    policy.serial = serial;
    policy.organization = "Example Ltd";
    policy.deadline = *parseDay(deadline);
    policy.deferrals = deferrals;
    return policy;
}

}   // namespace

TEST_CASE("before anybody chose, reminders are off", "[reminder]")
{
    const Home home;
    const auto database = home.open();
    ReminderStore store(*database);
    CHECK(*store.read() == ReminderRecord{});
    CHECK(store.decide(noon(400), ReminderAttention::welcome)->why.code == ReasonCode::reminderOff);
}

TEST_CASE("everything chosen and everything that happened is read back", "[reminder]")
{
    const Home home;
    ReminderRecord before;
    {
        const auto database = home.open();
        ReminderStore store(*database);
        ReminderPreferences preferences;
        preferences.mode = ReminderMode::resident;
        preferences.never = false;
        preferences.cadenceDays = 3;
        preferences.quietFrom = 22h + 30min;
        preferences.quietTo = 6h;
        REQUIRE(store.setPreferences(preferences, noon(0)));
        REQUIRE(store.noteCheck(ReminderState{Verdict::traces, true, true}, noon(1).instant));
        REQUIRE(store.noteCheck(affected, noon(2).instant));
        REQUIRE(store.decide(noon(4), ReminderAttention::welcome)->what == What::remind);
        REQUIRE(store.confirmShown(noon(4)));
        ReminderMoment elsewhere = noon(5);
        elsewhere.offset = -330min;
        REQUIRE(store.snooze(*parseDay("2026-12-24"), elsewhere));
        before = *store.read();
        CHECK(before.preferences == preferences);
        CHECK(before.history.last == noon(4));
        CHECK(before.history.shown == 1);
        CHECK(before.history.snooze == Snooze{elsewhere, *parseDay("2026-12-24")});
        CHECK(before.state == affected);
        CHECK(before.checkedAt == noon(2).instant);
    }
    const auto database = home.open();
    CHECK(*ReminderStore(*database).read() == before);
}

TEST_CASE("what a newer Offramp wrote and this one does not know is as if it were not there", "[reminder]")
{
    const Home home;
    const auto database = home.open();
    REQUIRE(database->change([](SQLite::Database& rows) {
        rows.exec("INSERT INTO reminder VALUES ('mode', 'everywhere'), ('cadenceDays', '5000'), ('shown', 'many'),"
                  " ('state.verdict', 'worse'), ('phase', ''), ('colour', 'blue')");
    }));
    const ReminderRecord record = *ReminderStore(*database).read();
    CHECK(record.preferences.mode == ReminderMode::off);
    CHECK(record.preferences.cadenceDays == longestCadence);
    CHECK(record.history.shown == 0);
    CHECK_FALSE(record.state);
}

TEST_CASE("a day that was refused changes nothing", "[reminder]")
{
    const Home home;
    const auto database = home.open();
    ReminderStore store(*database);
    turnOn(store, 7);
    const ReminderRecord before = *store.read();
    CHECK(store.snooze(*parseDay("2020-01-01"), noon(0)).error().code == ErrorCode::malformed);
    CHECK(*store.read() == before);
}

TEST_CASE("only whoever claimed a reminder confirms it", "[reminder]")
{
    const Home home;
    const auto database = home.open();
    ReminderStore store(*database);
    turnOn(store, 7);
    REQUIRE(store.decide(noon(7), ReminderAttention::welcome)->what == What::remind);
    REQUIRE(store.confirmShown(noon(6)));
    CHECK_FALSE(store.read()->history.confirmed);
    REQUIRE(store.confirmShown(noon(7)));
    CHECK(store.read()->history.confirmed);
}

TEST_CASE("of many programs at once one shows the reminder", "[reminder]")
{
    const Home home;
    {
        const auto database = home.open();
        ReminderStore store(*database);
        turnOn(store, 1);
    }
    for (int day = 1; day <= 5; ++day) {
        std::vector<std::thread> programs;
        std::atomic<int> shown = 0;
        for (int i = 0; i < 6; ++i) {
            programs.emplace_back([&] {
                const auto database = StateDatabase::open(home.file(), stateMigrations());
                if (!database) {
                    return;
                }
                ReminderStore store(**database);
                const auto decision = store.decide(noon(day), ReminderAttention::welcome);
                if (decision && decision->what == What::remind) {
                    ++shown;
                    static_cast<void>(store.confirmShown(noon(day)));
                }
            });
        }
        for (std::thread& program : programs) {
            program.join();
        }
        CHECK(shown == 1);
    }
}

TEST_CASE("a policy lets a reminder be put off so often and not again, also after a restart", "[reminder]")
{
    const Home home;
    {
        const auto database = home.open();
        ReminderStore store(*database);
        turnOn(store, 7);
        store.obey(policyUntil("2026-12-31", 2));
        CHECK(store.limits(*store.read()).left == 2);
        REQUIRE(store.snooze(*parseDay("2026-11-25"), noon(0)));
        CHECK(store.limits(*store.read()).left == 1);
    }
    const auto database = home.open();
    ReminderStore store(*database);
    store.obey(policyUntil("2026-12-31", 2));
    REQUIRE(store.snooze(*parseDay("2026-11-26"), noon(0)));
    CHECK(store.limits(*store.read()).left == 0);
    const ReminderRecord before = *store.read();
    CHECK(store.snooze(*parseDay("2026-11-27"), noon(0)).error().code == ErrorCode::accessDenied);
    CHECK(*store.read() == before);

    store.obey(policyUntil("2026-12-31", 2, 8));   // the next policy begins to count anew
    CHECK(store.limits(*store.read()).left == 2);
    store.obey(std::nullopt);
    CHECK(store.limits(*store.read()) == DeferralLimits{});
    CHECK(store.snooze(*parseDay("2027-01-31"), noon(0)));
}

TEST_CASE("nothing is put off past the deadline of a policy, also not what was put off before", "[reminder]")
{
    const Home home;
    const auto database = home.open();
    ReminderStore store(*database);
    turnOn(store, 7);
    REQUIRE(store.snooze(*parseDay("2027-03-01"), noon(0)));
    CHECK(store.decide(noon(10), ReminderAttention::welcome)->what == What::wait);
    store.obey(policyUntil("2026-12-01", std::nullopt));
    CHECK(store.decide(noon(7), ReminderAttention::welcome)->what == What::wait);
    CHECK(store.decide(noon(10), ReminderAttention::welcome)->what == What::remind);

    REQUIRE(store.snooze(*parseDay("2026-11-30"), noon(0)));
    REQUIRE(store.snooze(*parseDay("2027-03-01"), noon(0)));
    CHECK(store.read()->history.snooze->until == *parseDay("2026-12-01"));
    // On the day itself, and afterwards, there is no later day that is allowed.
    CHECK(store.snooze(*parseDay("2026-12-02"), noon(8)).error().code == ErrorCode::accessDenied);
    CHECK(store.snooze(*parseDay("2026-12-20"), noon(20)).error().code == ErrorCode::accessDenied);
}

TEST_CASE("a policy brings reminders closer together and turns none on", "[reminder]")
{
    const Home home;
    const auto database = home.open();
    ReminderStore store(*database);
    OrganizationPolicy policy = policyUntil("2027-12-31", std::nullopt);
    policy.reminderDays = 2;
    store.obey(policy);
    REQUIRE(store.noteCheck(affected, noon(0).instant));
    CHECK(store.decide(noon(30), ReminderAttention::welcome)->why.code == ReasonCode::reminderOff);
    turnOn(store, 7);
    CHECK(store.decide(noon(1), ReminderAttention::welcome)->what == What::wait);
    CHECK(store.decide(noon(2), ReminderAttention::welcome)->what == What::remind);
    CHECK(store.read()->preferences.cadenceDays == 7);   // the choice itself is kept
    policy.reminderDays = 30;
    store.obey(policy);
    CHECK(store.allowed(*store.read()).preferences.cadenceDays == 7);   // never further apart than chosen
}
