#include "platform/linux/linux_programs.h"

#include "base/text.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/program_start.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <thread>

namespace offramp {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t outputKept = std::size_t{256} << 10;
constexpr std::chrono::milliseconds shortWait{100};
constexpr std::chrono::seconds lifeInterval{2};   // between two looks at who uses the processor

// One line of /proc/<id>/stat, what is needed of it.
struct ProcessLine {
    pid_t id = 0;
    pid_t parent = 0;
    pid_t session = 0;
    bool ended = false;
    std::uint64_t ticks = 0;
};

template <class Number> Number numberIn(std::string_view word)
{
    Number number{};
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

std::optional<ProcessLine> readProcess(const std::string& name)
{
    const auto content = LinuxFiles{}.read("/proc/" + name + "/stat", 4096);
    // The name of the program stands in brackets and may hold anything.
    const std::size_t bracket = content ? content->rfind(") ") : std::string::npos;
    if (bracket == std::string::npos) {
        return std::nullopt;
    }
    const auto words = text::split(std::string_view(*content).substr(bracket + 2), ' ');
    constexpr std::size_t needed = 15;   // state, parent, group, session … utime, stime, cutime, cstime
    if (words.size() < needed) {
        return std::nullopt;
    }
    ProcessLine line;
    line.id = numberIn<pid_t>(name);
    line.ended = words[0] == "Z" || words[0] == "X";
    line.parent = numberIn<pid_t>(words[1]);
    line.session = numberIn<pid_t>(words[3]);
    for (std::size_t at = 11; at < needed; ++at) {
        line.ticks += numberIn<std::uint64_t>(words[at]);
    }
    return line;
}

std::vector<ProcessLine> allProcesses()
{
    std::vector<ProcessLine> processes;
    const auto entries = LinuxFiles{}.list("/proc");
    for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>{})) {
        if (!entry.name.empty() && entry.name.find_first_not_of("0123456789") == std::string::npos) {
            if (auto process = readProcess(entry.name)) {
                processes.push_back(*process);
            }
        }
    }
    return processes;
}

// While it lives, processes whose parent ended become children of this program instead of the system's first one.
class Adopting {
public:
    explicit Adopting(ProgramRun::WaitFor waitFor) : m_wanted(waitFor == ProgramRun::WaitFor::everythingItStarted)
    {
        if (m_wanted) {
            ::prctl(PR_GET_CHILD_SUBREAPER, &m_before);
            ::prctl(PR_SET_CHILD_SUBREAPER, 1);
        }
    }
    ~Adopting()
    {
        if (m_wanted) {
            ::prctl(PR_SET_CHILD_SUBREAPER, m_before);
        }
    }
    Adopting(const Adopting&) = delete;
    Adopting& operator=(const Adopting&) = delete;

private:
    bool m_wanted;
    int m_before = 0;
};

// The program and what it started: all with its session, and whoever left that session but was adopted. Everything else
// this program starts stays in the session it was started from, which tells them apart.
class Tree {
public:
    Tree(pid_t leader, ProgramRun::WaitFor waitFor) : m_leader(leader), m_ownSession(::getsid(0)), m_waitFor(waitFor) {}

    // True when there is nobody left to wait for.
    [[nodiscard]] bool ended()
    {
        if (!m_exitCode) {
            int status = 0;
            const pid_t answer = ::waitpid(m_leader, &status, WNOHANG);
            if (answer == m_leader) {
                m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            } else if (answer < 0 && errno != EINTR) {
                m_exitCode = 127;
            }
        }
        return m_exitCode && (m_waitFor == ProgramRun::WaitFor::itself || !anybodyElse());
    }
    [[nodiscard]] int exitCode() const { return m_exitCode.value_or(0); }

    // Processor time of all of them; a different answer is a sign of life.
    [[nodiscard]] std::uint64_t ticks() const
    {
        std::uint64_t sum = 0;
        for (const ProcessLine& process : allProcesses()) {
            if (isOurs(process)) {
                sum += process.ticks;
            }
        }
        return sum;
    }

private:
    [[nodiscard]] bool isOurs(const ProcessLine& process) const
    {
        return process.session == m_leader || (process.parent == ::getpid() && process.session != m_ownSession);
    }
    [[nodiscard]] bool anybodyElse() const
    {
        bool anybody = false;
        for (const ProcessLine& process : allProcesses()) {
            if (!isOurs(process)) {
                continue;
            }
            if (process.ended && process.parent == ::getpid()) {
                ::waitpid(process.id, nullptr, WNOHANG);
            } else if (!process.ended) {
                anybody = true;
            }
        }
        return anybody;
    }

    pid_t m_leader;
    pid_t m_ownSession;
    ProgramRun::WaitFor m_waitFor;
    std::optional<int> m_exitCode;
};

// Takes what is there to be read; true when there was anything. A pipe that its last writer closed is let go.
bool drain(FileDescriptor& pipe, std::string& output)
{
    std::array<char, 16384> buffer{};
    bool any = false;
    while (pipe.valid()) {
        const ssize_t count = ::read(pipe.get(), buffer.data(), buffer.size());
        if (count > 0) {
            output.append(buffer.data(), static_cast<std::size_t>(count));
            if (output.size() > 2 * outputKept) {
                output.erase(0, output.size() - outputKept);
            }
            any = true;
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            pipe.close();
        } else if (errno == EAGAIN) {
            break;
        }
    }
    return any;
}

void waitForOutput(const FileDescriptor& pipe)
{
    if (!pipe.valid()) {
        std::this_thread::sleep_for(shortWait);
        return;
    }
    pollfd waiting{pipe.get(), POLLIN, 0};
    ::poll(&waiting, 1, static_cast<int>(shortWait.count()));
}

}   // namespace

Result<ProgramEnd> LinuxPrograms::run(const ProgramRun& program,
                                      const std::function<bool(std::chrono::seconds)>& silent) const
{
    const Result<std::string> path = findProgram(program.executable);
    if (!path) {
        return tl::unexpected(path.error());
    }
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return tl::unexpected(errorFromErrno(errno, program.executable));
    }
    FileDescriptor readEnd(ends[0]);
    FileDescriptor writeEnd(ends[1]);
    ::fcntl(readEnd.get(), F_SETFL, O_NONBLOCK);   // only this end: the program must be able to wait for its reader

    std::vector<std::string> environment{"LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root"};
    environment.insert(environment.end(), program.environment.begin(), program.environment.end());

    const Adopting adopting(program.waitFor);
    const SpawnSettings settings(writeEnd.get(), Errors::withOutput, Group::session);
    const Result<pid_t> id = settings.start(*path, program.arguments, std::move(environment));
    if (!id) {
        return tl::unexpected(id.error());
    }
    writeEnd.close();
    if (program.started) {
        program.started();
    }

    Tree tree(*id, program.waitFor);
    ProgramEnd end;
    auto lastLife = SteadyClock::now();
    auto lastLook = lastLife;
    auto lastAsked = lastLife;
    std::uint64_t ticks = 0;
    while (!tree.ended()) {
        waitForOutput(readEnd);
        const auto now = SteadyClock::now();
        bool alive = drain(readEnd, end.output);
        if (now - lastLook >= std::min<SteadyClock::duration>(lifeInterval, program.silence / 2)) {
            lastLook = now;
            const std::uint64_t before = std::exchange(ticks, tree.ticks());
            alive = alive || ticks != before;
        }
        if (alive) {
            lastLife = lastAsked = now;
        } else if (now - lastAsked >= program.silence) {
            lastAsked = now;
            if (silent(std::chrono::duration_cast<std::chrono::seconds>(now - lastLife))) {
                end.stillRunning = true;
                break;
            }
        }
    }
    drain(readEnd, end.output);
    if (end.output.size() > outputKept) {
        end.output.erase(0, end.output.size() - outputKept);
    }
    end.exitCode = tree.exitCode();
    return end;
}

}   // namespace offramp
