#include "platform/linux/linux_processes.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/program_start.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <optional>
#include <thread>

namespace offramp {

namespace {

using SteadyClock = std::chrono::steady_clock;

// A started child that is killed with its whole group, and waited for, unless it ended by itself.
class Child {
public:
    explicit Child(pid_t id) : m_id(id) {}
    ~Child()
    {
        if (!m_ended) {
            ::kill(-m_id, SIGKILL);
            while (::waitpid(m_id, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // The exit code; empty while it still runs at `deadline`. A signal counts as 128 + its number, as in a shell.
    [[nodiscard]] std::optional<int> waitUntil(SteadyClock::time_point deadline)
    {
        std::chrono::milliseconds pause{1};
        for (;;) {
            int status = 0;
            const pid_t answer = ::waitpid(m_id, &status, WNOHANG);
            if (answer == m_id) {
                m_ended = true;
                return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            }
            if (answer < 0 && errno != EINTR) {
                m_ended = true;
                return 127;
            }
            if (SteadyClock::now() >= deadline) {
                return std::nullopt;
            }
            std::this_thread::sleep_for(pause);
            pause = std::min(pause * 2, std::chrono::milliseconds{20});
        }
    }

private:
    pid_t m_id;
    bool m_ended = false;
};

Result<std::string> readUntil(const FileDescriptor& pipe, const Command& command, SteadyClock::time_point deadline)
{
    std::string output;
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
        if (left <= 0) {
            return fail(ErrorCode::timeout, command.executable);
        }
        pollfd waiting{pipe.get(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, INT_MAX)));
        if (ready < 0 && errno != EINTR) {
            return tl::unexpected(errorFromErrno(errno, command.executable));
        }
        if (ready <= 0) {
            continue;
        }
        const ssize_t count = ::read(pipe.get(), buffer.data(), buffer.size());
        if (count < 0) {
            if (errno == EINTR || errno == EAGAIN) {
                continue;
            }
            return tl::unexpected(errorFromErrno(errno, command.executable));
        }
        if (count == 0) {
            return output;
        }
        output.append(buffer.data(), static_cast<std::size_t>(count));
        if (output.size() > command.outputLimit) {
            return fail(ErrorCode::tooLarge, command.executable);
        }
    }
}

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

// Empty when it may not be told. A thread of the kernel has no program behind it, and neither has a process that ended.
std::string executableOf(const std::string& folder, bool& noProgram)
{
    std::array<char, PATH_MAX> buffer;
    const ssize_t length = ::readlink((folder + "/exe").c_str(), buffer.data(), buffer.size());
    if (length <= 0) {
        noProgram = errno == ENOENT;
        return {};
    }
    std::string_view path(buffer.data(), static_cast<std::size_t>(length));
    // The kernel marks a program whose file was replaced or removed while it runs.
    constexpr std::string_view deletedMark = " (deleted)";
    if (path.ends_with(deletedMark)) {
        path.remove_suffix(deletedMark.size());
    }
    return std::string(path);
}

std::string commandNameOf(const std::string& folder)
{
    std::array<char, 64> buffer{};
    const FileDescriptor file(::open((folder + "/comm").c_str(), O_RDONLY | O_CLOEXEC));
    const ssize_t length = file.valid() ? ::read(file.get(), buffer.data(), buffer.size()) : 0;
    std::string_view name(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    if (name.ends_with('\n')) {
        name.remove_suffix(1);
    }
    return std::string(name);
}

// Where an interpreter runs a script, the script is what somebody started: "dnf", not "python3.11".
std::string nameOf(const std::string& folder, const std::string& path)
{
    const std::string_view file = fileName(path);
    const bool interpreter = file.find("python") != std::string_view::npos || file.starts_with("perl");
    if (!path.empty() && !interpreter) {
        return std::string(file);
    }
    std::string command = commandNameOf(folder);
    return file.starts_with(command) ? std::string(file) : command;
}

}   // namespace

Result<CommandOutput> LinuxProcesses::run(const Command& command) const
{
    const Result<std::string> program = findProgram(command.executable);
    if (!program) {
        return tl::unexpected(program.error());
    }
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return tl::unexpected(errorFromErrno(errno, command.executable));
    }
    const FileDescriptor readEnd(ends[0]);
    FileDescriptor writeEnd(ends[1]);

    const SpawnSettings settings(writeEnd.get(), Errors::dropped, Group::process);
    const auto deadline = SteadyClock::now() + command.timeout;
    const Result<pid_t> id =
        settings.start(*program, command.arguments, {"LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"});
    if (!id) {
        return tl::unexpected(id.error());
    }
    Child child(*id);
    writeEnd.close();

    Result<std::string> output = readUntil(readEnd, command, deadline);
    if (!output) {
        return tl::unexpected(output.error());
    }
    const std::optional<int> exitCode = child.waitUntil(deadline);
    if (!exitCode) {
        return fail(ErrorCode::timeout, command.executable);
    }
    return CommandOutput{*exitCode, std::move(*output)};
}

Result<std::vector<RunningProcess>> LinuxProcesses::list() const
{
    const auto entries = LinuxFiles{}.list("/proc");
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    std::vector<RunningProcess> processes;
    for (const DirectoryEntry& entry : *entries) {
        RunningProcess process;
        const char* const end = entry.name.data() + entry.name.size();
        const auto parsed = std::from_chars(entry.name.data(), end, process.id);
        if (parsed.ec != std::errc{} || parsed.ptr != end) {
            continue;
        }
        const std::string folder = "/proc/" + entry.name;
        bool noProgram = false;
        process.path = executableOf(folder, noProgram);
        if (noProgram) {
            continue;
        }
        process.name = nameOf(folder, process.path);
        if (!process.name.empty()) {   // empty: it ended while we looked
            processes.push_back(std::move(process));
        }
    }
    return processes;
}

}   // namespace offramp
