#include "platform/start_schedule.h"

#include "platform/start_files.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace offramp;
namespace fs = std::filesystem;

namespace {

// A person's settings folder of our own, and no session's systemd to talk to.
class Settings {
public:
    Settings()
    {
        std::string name = (fs::temp_directory_path() / "offramp-start-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_folder = name;
        keep("XDG_CONFIG_HOME", m_configHome, m_folder.c_str());
        keep("XDG_RUNTIME_DIR", m_runtime, m_folder.c_str());
    }
    ~Settings()
    {
        restore("XDG_CONFIG_HOME", m_configHome);
        restore("XDG_RUNTIME_DIR", m_runtime);
        fs::remove_all(m_folder);
    }
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;
    [[nodiscard]] fs::path at(const char* file) const { return m_folder / file; }
    [[nodiscard]] std::string text(const char* file) const
    {
        std::ostringstream text;
        text << std::ifstream(at(file)).rdbuf();
        return text.str();
    }

private:
    static void keep(const char* name, std::optional<std::string>& before, const char* value)
    {
        if (const char* old = std::getenv(name); old != nullptr) {
            before = old;
        }
        ::setenv(name, value, 1);
    }
    static void restore(const char* name, const std::optional<std::string>& before)
    {
        before ? ::setenv(name, before->c_str(), 1) : ::unsetenv(name);
    }
    fs::path m_folder;
    std::optional<std::string> m_configHome;
    std::optional<std::string> m_runtime;
};

constexpr const char* entry = "autostart/offramp-reminder.desktop";
constexpr const char* timer = "systemd/user/offramp-reminder.timer";
constexpr const char* service = "systemd/user/offramp-reminder.service";
constexpr const char* wanted = "systemd/user/timers.target.wants/offramp-reminder.timer";
const fs::path program = "/usr/bin/offramp";

}   // namespace

TEST_CASE("nothing is registered before the person asks for it", "[start]")
{
    const Settings settings;
    CHECK(startSchedule(program)->mode == ReminderMode::off);
    CHECK(setStartSchedule(ReminderMode::off, program));
    CHECK_FALSE(fs::exists(settings.at("autostart")));
}

TEST_CASE("an icon that stays is one autostart entry", "[start]")
{
    const Settings settings;
    REQUIRE(setStartSchedule(ReminderMode::resident, program));
    CHECK(settings.text(entry) == autostartEntry("/usr/bin/offramp", "--tray"));
    CHECK_FALSE(fs::exists(settings.at(timer)));
    CHECK(startSchedule(program)->mode == ReminderMode::resident);
    CHECK(startSchedule(program)->forThisProgram);
    CHECK_FALSE(startSchedule("/elsewhere/offramp")->forThisProgram);
}

TEST_CASE("short runs are an autostart entry, and a timer where there is systemd", "[start]")
{
    const Settings settings;
    REQUIRE(setStartSchedule(ReminderMode::scheduled, program));
    CHECK(settings.text(entry) == autostartEntry("/usr/bin/offramp", "--remind --at-sign-in"));
    const bool systemd = ::access("/run/systemd/system", F_OK) == 0;
    CHECK(fs::exists(settings.at(timer)) == systemd);
    CHECK(fs::exists(settings.at(wanted)) == systemd);
    const auto status = *startSchedule(program);
    CHECK(status.mode == ReminderMode::scheduled);
    CHECK(status.forThisProgram);
    CHECK(status.onlyAtSignIn == !systemd);
    REQUIRE(setStartSchedule(ReminderMode::scheduled, program));   // twice is once
    REQUIRE(setStartSchedule(ReminderMode::resident, program));
    CHECK_FALSE(fs::exists(settings.at(service)));
    CHECK(startSchedule(program)->mode == ReminderMode::resident);
}

TEST_CASE("off takes back everything, and leaves what is somebody else's", "[start]")
{
    const Settings settings;
    for (const auto mode : {ReminderMode::resident, ReminderMode::scheduled}) {
        REQUIRE(setStartSchedule(mode, program));
        std::ofstream(settings.at("autostart/other.desktop")) << "theirs";
        REQUIRE(setStartSchedule(ReminderMode::off, program));
        for (const char* file : {entry, timer, service, wanted}) {
            CHECK_FALSE(fs::exists(fs::symlink_status(settings.at(file))));
        }
        CHECK(settings.text("autostart/other.desktop") == "theirs");
        CHECK(startSchedule(program)->mode == ReminderMode::off);
    }
}

TEST_CASE("a program that does not know its own file registers nothing", "[start]")
{
    const Settings settings;
    CHECK(setStartSchedule(ReminderMode::resident, "").error().code == ErrorCode::notFound);
    CHECK(startSchedule(program)->mode == ReminderMode::off);
}

TEST_CASE("while a removal waits for a restart the app starts at sign-in to go on, whatever the reminders do",
          "[start]")
{
    const Settings settings;
    constexpr const char* resume = "autostart/offramp-removal.desktop";
    CHECK(resumeAtSignIn(program) == ResumeAtSignIn::no);
    REQUIRE(setStartSchedule(ReminderMode::resident, program));
    REQUIRE(setResumeAtSignIn(ResumeAtSignIn::yes, program));
    REQUIRE(setResumeAtSignIn(ResumeAtSignIn::yes, program));   // once is enough, twice is no harm
    CHECK(settings.text(resume) == autostartEntry(program.string(), resumeRemovalArgument));
    CHECK(resumeAtSignIn(program) == ResumeAtSignIn::yes);
    CHECK(resumeAtSignIn("/opt/another/offramp") == ResumeAtSignIn::no);   // it would start another file
    REQUIRE(setStartSchedule(ReminderMode::off, program));
    CHECK(resumeAtSignIn(program) == ResumeAtSignIn::yes);
    REQUIRE(setStartSchedule(ReminderMode::resident, program));
    REQUIRE(setResumeAtSignIn(ResumeAtSignIn::no, program));
    CHECK_FALSE(fs::exists(settings.at(resume)));
    CHECK(resumeAtSignIn(program) == ResumeAtSignIn::no);
    CHECK(startSchedule(program)->mode == ReminderMode::resident);
    REQUIRE(setResumeAtSignIn(ResumeAtSignIn::no, program));   // nothing to take away
    CHECK(setResumeAtSignIn(ResumeAtSignIn::yes, "").error().code == ErrorCode::notFound);
    CHECK_FALSE(fs::exists(settings.at(resume)));
}

TEST_CASE("the running program is a file", "[start]")
{
    CHECK(fs::is_regular_file(runningProgram()));
}
