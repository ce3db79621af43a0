// A program that is killed while it reminds.
#include "state/migrations.h"
#include "state/reminder_store.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <random>

using namespace offramp;
using namespace std::chrono_literals;
using What = ReminderDecision::What;
namespace fs = std::filesystem;

namespace {

class Home {
public:
    Home()
    {
        std::string name = (fs::temp_directory_path() / "offramp-killed-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_folder = name;
    }
    ~Home() { fs::remove_all(m_folder); }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;
    [[nodiscard]] std::unique_ptr<StateDatabase> open() const
    {
        auto database = StateDatabase::open(m_folder / "state.db", stateMigrations());
        return database ? std::move(*database) : nullptr;
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

}   // namespace

TEST_CASE("killed at any moment, no day has two reminders and none is lost for good", "[reminder]")
{
    const Home home;
    {
        const auto database = home.open();
        ReminderStore store(*database);
        turnOn(store, 1);
    }
    std::mt19937 chance(7);
    int screen[2];   // each byte is a reminder that was shown
    REQUIRE(::pipe(screen) == 0);
    int reminders = 0;
    int without = 0;
    for (int day = 1; day <= 40; ++day) {
        int today = 0;
        for (int run = 0; run < 3; ++run) {
            const pid_t program = ::fork();
            REQUIRE(program >= 0);
            if (program == 0) {
                const auto database = home.open();
                if (database == nullptr) {
                    ::_exit(2);
                }
                ReminderStore store(*database);
                const auto now = noon(day);
                const auto decision = store.decide(now, ReminderAttention::welcome);
                if (decision && decision->what == What::remind) {
                    const bool told = ::write(screen[1], "!", 1) == 1 && store.confirmShown(now).has_value();
                    ::_exit(told ? 0 : 1);
                }
                ::_exit(0);
            }
            ::usleep(std::uniform_int_distribution<useconds_t>(0, 6000)(chance));
            ::kill(program, SIGKILL);
            ::waitpid(program, nullptr, 0);
        }
        REQUIRE(::write(screen[1], ".", 1) == 1);
        for (char seen = 0; ::read(screen[0], &seen, 1) == 1 && seen == '!';) {
            ++today;
        }
        CHECK(today <= 1);
        reminders += today;
        without = today == 0 ? without + 1 : 0;
    }
    // Left alone, the next day has its reminder however the last ones ended.
    const auto database = home.open();
    ReminderStore store(*database);
    CHECK(store.decide(noon(41), ReminderAttention::welcome)->what == What::remind);
    CHECK(reminders + without >= 1);
    ::close(screen[0]);
    ::close(screen[1]);
}
