#include "platform/byte_channel.h"

#include "base/text.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/folder_walk.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/program_start.h"
#include "platform/platform.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <optional>

namespace offramp {

namespace {

class DescriptorChannel {
public:
    DescriptorChannel(FileDescriptor in, FileDescriptor out) : m_in(std::move(in)), m_out(std::move(out)) {}

    [[nodiscard]] Result<void> write(std::string_view bytes) const
    {
        const int number = m_out.valid() ? m_out.get() : m_in.get();
        while (!bytes.empty()) {
            const ssize_t count = writeOnce(number, bytes);
            if (count < 0 && errno != EINTR) {
                return tl::unexpected(errorFromErrno(errno, "broker"));
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        }
        return {};
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) const
    {
        pollfd waiting{m_in.get(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(patience.count(), INT_MAX)));
        if (ready <= 0) {
            return ready == 0 || errno == EINTR ? fail(ErrorCode::timeout, "broker")
                                                : tl::unexpected(errorFromErrno(errno, "broker"));
        }
        std::array<char, 16384> buffer{};
        const ssize_t count = ::read(m_in.get(), buffer.data(), buffer.size());
        if (count < 0) {
            return tl::unexpected(errorFromErrno(errno, "broker"));
        }
        return std::string(buffer.data(), static_cast<std::size_t>(count));
    }
    void close()
    {
        m_in.close();
        m_out.close();
    }

private:
    // The other side may be gone at any moment, and that must not end this program by a signal.
    static ssize_t writeOnce(int number, std::string_view bytes)
    {
        const ssize_t count = ::send(number, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return count >= 0 || errno != ENOTSOCK ? count : ::write(number, bytes.data(), bytes.size());
    }

    FileDescriptor m_in;
    FileDescriptor m_out;   // none: the same as m_in
};

class StandardChannel final : public ByteChannel {
public:
    StandardChannel() : m_channel(FileDescriptor(::dup(STDIN_FILENO)), FileDescriptor(::dup(STDOUT_FILENO)))
    {
        ::signal(SIGPIPE, SIG_IGN);
    }
    [[nodiscard]] Result<void> write(std::string_view bytes) override { return m_channel.write(bytes); }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) override
    {
        return m_channel.read(patience);
    }

private:
    DescriptorChannel m_channel;
};

// What pkexec, or the broker, wrote for a person to read. It translates nothing of it.
std::string saidIn(const FileDescriptor& errors)
{
    std::array<char, 4096> buffer{};
    const ssize_t count = ::pread(errors.get(), buffer.data(), buffer.size(), 0);
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
}

// pkexec ends with 127 whenever nobody was authorized, and its words tell why.
std::string whyNotAuthorized(std::string_view said)
{
    const auto says = [&](std::string_view words) { return said.find(words) != std::string_view::npos; };
    if (says("No authentication agent found")) {
        return "nothing in this session can ask for an administrator's password (no polkit agent)";
    }
    if (says("Error getting authority") || says("Error checking for authorization")) {
        return "polkit, which asks for an administrator, cannot be reached";
    }
    if (says("Not authorized")) {
        return "an administrator's permission was not given";
    }
    return text::trim(said).empty() ? "pkexec" : "pkexec: " + std::string(text::trim(said));
}

class Started final : public BrokerConnection {
public:
    Started(FileDescriptor end, FileDescriptor errors, pid_t id)
        : m_channel(std::move(end), FileDescriptor{}), m_errors(std::move(errors)), m_id(id)
    {}
    ~Started() override
    {
        m_channel.close();   // it ends by itself then, after what it is about
        if (!m_status) {
            int status = 0;
            ::waitpid(m_id, &status, WNOHANG);
        }
    }
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;

    [[nodiscard]] Result<void> write(std::string_view bytes) override { return m_channel.write(bytes); }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) override
    {
        return m_channel.read(patience);
    }
    [[nodiscard]] Error whyEnded() override
    {
        m_channel.close();
        int status = 0;
        if (!m_status && ::waitpid(m_id, &status, 0) == m_id) {
            m_status = status;
        }
        constexpr int dismissed = 126;       // the person closed the question
        constexpr int notAuthorized = 127;   // or there is no agent that could ask
        const int code = m_status && WIFEXITED(*m_status) ? WEXITSTATUS(*m_status) : -1;
        const std::string said = saidIn(m_errors);
        if (code == dismissed) {
            return Error{ErrorCode::cancelled, "the question for an administrator's permission was closed", code};
        }
        if (code == notAuthorized) {
            return Error{ErrorCode::accessDenied, whyNotAuthorized(said), code};
        }
        const std::string_view words = text::trim(said);
        return Error{ErrorCode::io, words.empty() ? "offramp-broker ended" : std::string(words), code};
    }

private:
    DescriptorChannel m_channel;
    FileDescriptor m_errors;
    pid_t m_id;
    std::optional<int> m_status;
};

}   // namespace

Result<void> onlyAdministratorsChange(const std::string& path)
{
    constexpr unsigned othersWrite = S_IWGRP | S_IWOTH;
    Result<std::vector<std::string>> parts = plainParts(spelledOut(path));
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const std::string name = parts->back();
    parts->pop_back();
    const Result<WalkedFolder> walked = walkTo(*parts);
    if (!walked) {
        return tl::unexpected(walked.error());
    }
    const bool folders = std::all_of(walked->owners.begin(), walked->owners.end(), [](const FolderOwner& owner) {
        return owner.user == 0 && (owner.mode & othersWrite) == 0;
    });
    const Result<struct stat> information = statWithin(walked->folder, name);
    if (!information) {
        return fail(information.error().code, path, information.error().osCode);
    }
    if (!folders || !S_ISREG(information->st_mode) || information->st_uid != 0
        || (information->st_mode & othersWrite) != 0) {
        return fail(ErrorCode::accessDenied, path + ": somebody else than an administrator could change it");
    }
    return {};
}

Result<std::string> installedBroker()
{
    std::string path = (programFolder().parent_path() / "libexec/offramp/offramp-broker").string();
    const Result<void> safe = onlyAdministratorsChange(path);
    return safe ? Result<std::string>(std::move(path)) : tl::unexpected(safe.error());
}

Result<std::unique_ptr<BrokerConnection>> startBroker()
{
    const Result<std::string> broker = installedBroker();
    if (!broker) {
        return tl::unexpected(broker.error());
    }
    const Result<std::string> pkexec = findProgram("pkexec");
    if (!pkexec) {
        return fail(pkexec.error().code, "pkexec, with which an administrator is asked", pkexec.error().osCode);
    }
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return tl::unexpected(errorFromErrno(errno, "broker"));
    }
    FileDescriptor ours(ends[0]);
    const FileDescriptor theirs(ends[1]);
    // A file, not a pipe: whoever writes must never have to wait for somebody who reads.
    FileDescriptor errors(::memfd_create("offramp-broker", MFD_CLOEXEC));
    if (!errors.valid()) {
        return tl::unexpected(errorFromErrno(errno, "broker"));
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, errors.get(), STDERR_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::string program = *pkexec;
    std::string disable = "--disable-internal-agent";   // it would write into the person's terminal
    std::string path = *broker;
    std::array<char*, 4> arguments{program.data(), disable.data(), path.data(), nullptr};
    // pkexec refuses everybody whose SHELL is not listed in /etc/shells, and values that look odd to it. It needs none
    // of the person's: polkit knows the session by the process that asks.
    std::string search = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
    std::string plainWords = "LC_ALL=C";
    std::array<char*, 3> environment{search.data(), plainWords.data(), nullptr};
    pid_t id = 0;
    const int failure = ::posix_spawn(&id, program.c_str(), &actions, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        return tl::unexpected(errorFromErrno(failure, program));
    }
    return std::unique_ptr<BrokerConnection>(std::make_unique<Started>(std::move(ours), std::move(errors), id));
}

void becomeAlone()
{
    ::clearenv();
    // A key pressed in the person's terminal, or its end, must not cut a step off.
    ::setsid();
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGHUP, SIG_IGN);
    ::syscall(SYS_close_range, STDERR_FILENO + 1U, ~0U, 0U);
    if (::chdir("/") != 0) {
        std::abort();
    }
    constexpr mode_t othersMayNotWrite = 022;
    ::umask(othersMayNotWrite);
}

bool hasAdministratorRights()
{
    return ::geteuid() == 0;
}

Result<std::unique_ptr<ByteChannel>> brokerChannel(const std::vector<std::string>& arguments)
{
    if (!arguments.empty()) {
        return fail(ErrorCode::unsupported, arguments.front());
    }
    return std::unique_ptr<ByteChannel>(std::make_unique<StandardChannel>());
}

}   // namespace offramp
