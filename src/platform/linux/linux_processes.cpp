#include "platform/linux/linux_processes.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_files.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
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

// Never $PATH: a folder the person can write must not decide which program answers.
constexpr std::array<std::string_view, 4> programFolders{"/usr/bin", "/bin", "/usr/sbin", "/sbin"};

bool isProgram(const std::string& path)
{
    struct stat information {};
    return ::stat(path.c_str(), &information) == 0 && S_ISREG(information.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

Result<std::string> findProgram(const std::string& executable)
{
    if (executable.starts_with('/')) {
        if (isProgram(executable)) {
            return executable;
        }
        return fail(ErrorCode::notFound, executable);
    }
    if (executable.empty() || executable.find('/') != std::string::npos) {
        return fail(ErrorCode::unsupported, "program \"" + executable + "\"");
    }
    for (const std::string_view folder : programFolders) {
        std::string path = std::string(folder) + "/" + executable;
        if (isProgram(path)) {
            return path;
        }
    }
    return fail(ErrorCode::notFound, executable);
}

class SpawnSettings {
public:
    explicit SpawnSettings(int outputDescriptor)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, outputDescriptor, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addchdir_np(&m_actions, "/");
        ::posix_spawnattr_init(&m_attributes);
        // An own process group, so that a stopped command takes its children with it.
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&m_attributes, &signals);
        ::sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
        ::posix_spawnattr_setflags(
            &m_attributes, static_cast<short>(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
    }
    ~SpawnSettings()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

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

    // posix_spawn wants arrays of writable text; these copies live until it returns.
    std::vector<std::string> arguments{*program};
    arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
    std::vector<char*> argumentPointers;
    for (std::string& argument : arguments) {
        argumentPointers.push_back(argument.data());
    }
    argumentPointers.push_back(nullptr);
    std::string locale = "LC_ALL=C";
    std::string path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
    std::array<char*, 3> environment{locale.data(), path.data(), nullptr};

    const SpawnSettings settings(writeEnd.get());
    pid_t id = 0;
    const auto deadline = SteadyClock::now() + command.timeout;
    const int failure = ::posix_spawn(&id, program->c_str(), settings.actions(), settings.attributes(),
                                      argumentPointers.data(), environment.data());
    if (failure != 0) {
        return tl::unexpected(errorFromErrno(failure, command.executable));
    }
    Child child(id);
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
        process.name = process.path.empty() ? commandNameOf(folder) : std::string(fileName(process.path));
        if (!process.name.empty()) {   // empty: it ended while we looked
            processes.push_back(std::move(process));
        }
    }
    return processes;
}

}   // namespace offramp
