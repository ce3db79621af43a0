#include "platform/start_schedule.h"

#include "base/text.h"
#include "platform/durable_file.h"
#include "platform/linux/linux_files.h"
#include "platform/platform.h"
#include "platform/start_files.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace offramp {

namespace {

constexpr std::size_t mostOfAFile = 64 * 1024;
constexpr const char* timerName = "offramp-reminder.timer";

struct Places {
    std::filesystem::path autostart;
    std::filesystem::path resume;
    std::filesystem::path service;
    std::filesystem::path timer;
    std::filesystem::path timerWanted;   // the link that "systemctl enable" makes
};

std::string_view variable(const char* name)
{
    const char* const value = std::getenv(name);
    return value != nullptr ? value : "";
}

Result<Places> places()
{
    std::filesystem::path folder(variable("XDG_CONFIG_HOME"));
    if (!folder.is_absolute()) {
        folder = std::filesystem::path(variable("HOME")) / ".config";
    }
    if (!folder.is_absolute()) {
        return fail(ErrorCode::notFound, "the system names no folder for this account's settings");
    }
    const std::filesystem::path units = folder / "systemd" / "user";
    return Places{folder / "autostart" / "offramp-reminder.desktop", folder / "autostart" / "offramp-removal.desktop",
                  units / "offramp-reminder.service", units / timerName, units / "timers.target.wants" / timerName};
}

// Another init system has no timers for a person.
bool systemdIsInCharge()
{
    return ::access("/run/systemd/system", F_OK) == 0;
}

// Tells the session's systemd, if there is one. Files that are in place count at the next sign-in all the same.
void tellSystemd(std::initializer_list<const char*> words)
{
    const std::filesystem::path runtime(variable("XDG_RUNTIME_DIR"));
    std::error_code error;
    if (runtime.empty() || !std::filesystem::exists(runtime / "systemd" / "private", error)) {
        return;
    }
    std::vector<std::string> texts{"systemctl", "--user", "--quiet", "--no-block"};
    texts.insert(texts.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& text : texts) {
        arguments.push_back(text.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    }
    pid_t process = 0;
    if (::posix_spawn(&process, "/usr/bin/systemctl", &actions, nullptr, arguments.data(), environ) == 0) {
        int status = 0;
        while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
        }
    }
    ::posix_spawn_file_actions_destroy(&actions);
}

Result<void> put(const std::filesystem::path& file, std::string_view text)
{
    if (auto made = makePrivateFolder(file.parent_path()); !made) {
        return made;
    }
    return replaceDurably(file, text);
}

Result<void> takeAway(const std::filesystem::path& file)
{
    if (::unlink(file.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) {
        return tl::unexpected(errorFromErrno(errno, "removing " + file.string()));
    }
    return {};
}

Result<void> takeTimerAway(const Places& at)
{
    std::error_code error;
    const bool there = std::filesystem::exists(std::filesystem::symlink_status(at.timer, error));
    if (there) {
        tellSystemd({"stop", timerName});
    }
    Result<void> outcome;
    for (const auto& file : {at.timerWanted, at.timer, at.service}) {
        if (auto gone = takeAway(file); !gone) {
            outcome = gone;
        }
    }
    if (there) {
        tellSystemd({"daemon-reload"});
    }
    return outcome;
}

Result<void> putTimer(const Places& at, const std::string& program)
{
    if (auto written = put(at.service, systemdService(program)); !written) {
        return written;
    }
    if (auto written = put(at.timer, systemdTimer()); !written) {
        return written;
    }
    if (auto made = makePrivateFolder(at.timerWanted.parent_path()); !made) {
        return made;
    }
    if (::symlink(at.timer.c_str(), at.timerWanted.c_str()) != 0 && errno != EEXIST) {
        return tl::unexpected(errorFromErrno(errno, "enabling " + at.timer.string()));
    }
    tellSystemd({"daemon-reload"});
    tellSystemd({"start", timerName});
    return {};
}

std::string signInArguments()
{
    return fmt::format("{} {}", remindArgument, atSignInArgument);
}

std::string textOf(const std::filesystem::path& file)
{
    return LinuxFiles().read(file.string(), mostOfAFile).value_or(std::string{});
}

}   // namespace

std::filesystem::path runningProgram()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path() : program;
}

Result<void> setStartSchedule(ReminderMode mode, const std::filesystem::path& program)
{
    const auto at = places();
    if (!at) {
        return tl::unexpected(at.error());
    }
    if (mode != ReminderMode::off && !program.is_absolute()) {
        return fail(ErrorCode::notFound, "the program's own file");
    }
    const std::string file = program.string();
    switch (mode) {
    case ReminderMode::off: {
        const auto timer = takeTimerAway(*at);
        const auto entry = takeAway(at->autostart);
        return timer ? entry : timer;
    }
    case ReminderMode::resident: {
        const auto timer = takeTimerAway(*at);
        const auto entry = put(at->autostart, autostartEntry(file, trayArgument));
        return timer ? entry : timer;
    }
    case ReminderMode::scheduled: break;
    }
    if (auto written = put(at->autostart, autostartEntry(file, signInArguments())); !written) {
        return written;
    }
    return systemdIsInCharge() ? putTimer(*at, file) : Result<void>{};
}

Result<StartScheduleStatus> startSchedule(const std::filesystem::path& program)
{
    const auto at = places();
    if (!at) {
        return tl::unexpected(at.error());
    }
    const std::string file = program.string();
    const std::string entry = textOf(at->autostart);
    const std::string service = textOf(at->service);
    StartScheduleStatus status;
    if (entry.empty() && service.empty()) {
        return status;
    }
    const bool tray = entry.find(trayArgument) != std::string::npos;
    status.mode = tray ? ReminderMode::resident : ReminderMode::scheduled;
    status.forThisProgram = entry == autostartEntry(file, tray ? std::string(trayArgument) : signInArguments())
                            && (service.empty() || service == systemdService(file));
    status.onlyAtSignIn = !tray && service.empty();
    return status;
}

Result<void> setResumeAtSignIn(ResumeAtSignIn resume, const std::filesystem::path& program)
{
    const auto at = places();
    if (!at) {
        return tl::unexpected(at.error());
    }
    if (resume == ResumeAtSignIn::no) {
        return takeAway(at->resume);
    }
    if (!program.is_absolute()) {
        return fail(ErrorCode::notFound, "the program's own file");
    }
    return put(at->resume, autostartEntry(program.string(), resumeRemovalArgument));
}

Result<ResumeAtSignIn> resumeAtSignIn(const std::filesystem::path& program)
{
    const auto at = places();
    if (!at) {
        return tl::unexpected(at.error());
    }
    const bool there = textOf(at->resume) == autostartEntry(program.string(), resumeRemovalArgument);
    return there ? ResumeAtSignIn::yes : ResumeAtSignIn::no;
}

}   // namespace offramp
