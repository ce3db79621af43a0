// The person's program makes a pipe that only this person and administrators can open, starts the broker through the
// question Windows asks, and takes nobody but the process that came of it. The broker takes nobody but a program of its
// own folder and its own session. Why its folder need not be one that only administrators change: decisions/0014.
#include "platform/byte_channel.h"

#include "base/text.h"
#include "platform/platform.h"
#include "platform/windows/handle.h"
#include "platform/windows/machine_facts.h"
#include "platform/windows/private_access.h"
#include "platform/windows/program_environment.h"
#include "platform/windows/program_start.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"
#include "platform/windows/windows_actions.h"

#include <ntsecapi.h>
#include <shellapi.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

namespace offramp {

namespace {

constexpr std::string_view pipePrefix = R"(\\.\pipe\offramp-broker-)";
constexpr std::size_t nameLength = 32;   // hexadecimal digits
constexpr int noRights = 77;             // the broker's exit code without administrator rights

class PipeChannel {
public:
    explicit PipeChannel(UniqueHandle pipe)
        : m_pipe(std::move(pipe)), m_event(::CreateEventW(nullptr, TRUE, FALSE, nullptr))
    {}

    [[nodiscard]] Result<void> write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            OVERLAPPED writing{};
            writing.hEvent = m_event.get();
            constexpr std::size_t most = 1u << 20;
            const auto length = static_cast<DWORD>(std::min(bytes.size(), most));
            DWORD count = 0;
            if (::WriteFile(m_pipe.get(), bytes.data(), length, nullptr, &writing) == 0
                && ::GetLastError() != ERROR_IO_PENDING) {
                return tl::unexpected(errorFromLastError("broker"));
            }
            if (::GetOverlappedResult(m_pipe.get(), &writing, &count, TRUE) == 0) {
                return tl::unexpected(errorFromLastError("broker"));
            }
            bytes.remove_prefix(count);
        }
        return {};
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) const
    {
        std::array<char, 16384> buffer{};
        OVERLAPPED reading{};
        reading.hEvent = m_event.get();
        DWORD code = ::ReadFile(m_pipe.get(), buffer.data(), static_cast<DWORD>(buffer.size()), nullptr, &reading) != 0
                         ? ERROR_SUCCESS
                         : ::GetLastError();
        if (code == ERROR_IO_PENDING) {
            constexpr long long longest = 0x7FFF'FFFF;
            const auto wait = static_cast<DWORD>(std::clamp<long long>(patience.count(), 0, longest));
            if (::WaitForSingleObject(m_event.get(), wait) != WAIT_OBJECT_0) {
                ::CancelIoEx(m_pipe.get(), &reading);
            }
            code = ERROR_SUCCESS;
        }
        DWORD count = 0;
        if (code == ERROR_SUCCESS && ::GetOverlappedResult(m_pipe.get(), &reading, &count, TRUE) == 0) {
            code = ::GetLastError();
        }
        switch (code) {
        case ERROR_SUCCESS: return std::string(buffer.data(), count);
        case ERROR_OPERATION_ABORTED: return fail(ErrorCode::timeout, "broker");
        case ERROR_BROKEN_PIPE:
        case ERROR_PIPE_NOT_CONNECTED:
        case ERROR_HANDLE_EOF: return std::string{};
        default: return tl::unexpected(errorFromWin32(code, "broker"));
        }
    }
    [[nodiscard]] HANDLE pipe() const { return m_pipe.get(); }
    void close() { m_pipe.reset(); }

private:
    UniqueHandle m_pipe;
    UniqueHandle m_event;
};

class BrokerSide final : public ByteChannel {
public:
    explicit BrokerSide(UniqueHandle pipe) : m_channel(std::move(pipe)) {}
    [[nodiscard]] Result<void> write(std::string_view bytes) override { return m_channel.write(bytes); }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) override
    {
        return m_channel.read(patience);
    }

private:
    PipeChannel m_channel;
};

class Started final : public BrokerConnection {
public:
    Started(UniqueHandle pipe, UniqueHandle process) : m_channel(std::move(pipe)), m_process(std::move(process)) {}
    [[nodiscard]] Result<void> write(std::string_view bytes) override { return m_channel.write(bytes); }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) override
    {
        return m_channel.read(patience);
    }
    [[nodiscard]] Error whyEnded() override
    {
        m_channel.close();
        constexpr DWORD patience = 5000;
        DWORD code = 0;
        ::WaitForSingleObject(m_process.get(), patience);
        ::GetExitCodeProcess(m_process.get(), &code);
        return Error{code == noRights ? ErrorCode::accessDenied : ErrorCode::io, "offramp-broker ended",
                     static_cast<int>(code)};
    }

private:
    PipeChannel m_channel;
    UniqueHandle m_process;
};

Result<std::string> randomPipeName()
{
    std::array<unsigned char, nameLength / 2> bytes{};
    if (::RtlGenRandom(bytes.data(), static_cast<ULONG>(bytes.size())) == FALSE) {
        return fail(ErrorCode::io, "random name");
    }
    std::string name(pipePrefix);
    for (const unsigned char byte : bytes) {
        name += fmt::format("{:02x}", byte);
    }
    return name;
}

bool isPipeName(std::string_view name)
{
    return name.starts_with(pipePrefix) && name.size() == pipePrefix.size() + nameLength
           && name.substr(pipePrefix.size()).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<UniqueHandle> makePipe(const std::string& name)
{
    const OwnAccess access;
    if (access.descriptor() == nullptr) {
        return fail(ErrorCode::io, "permissions of a pipe");
    }
    SECURITY_ATTRIBUTES attributes{sizeof attributes, access.descriptor(), FALSE};
    constexpr DWORD size = 65536;
    UniqueHandle pipe(::CreateNamedPipeW(
        toWide(name).c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
        PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, size, size, 0, &attributes));
    return pipe ? Result<UniqueHandle>(std::move(pipe)) : tl::unexpected(errorFromLastError("broker"));
}

// Until somebody opens the pipe or the process has ended.
Result<void> waitForClient(HANDLE pipe, HANDLE process)
{
    const UniqueHandle event(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
    OVERLAPPED connecting{};
    connecting.hEvent = event.get();
    if (::ConnectNamedPipe(pipe, &connecting) != 0 || ::GetLastError() == ERROR_PIPE_CONNECTED) {
        return {};
    }
    if (const DWORD code = ::GetLastError(); code != ERROR_IO_PENDING) {
        return tl::unexpected(errorFromWin32(code, "broker"));
    }
    const std::array<HANDLE, 2> either{event.get(), process};
    constexpr DWORD patience = 60000;
    const DWORD which = ::WaitForMultipleObjects(2, either.data(), FALSE, patience);
    DWORD ignored = 0;
    if (which != WAIT_OBJECT_0) {
        ::CancelIoEx(pipe, &connecting);
    }
    const bool connected = ::GetOverlappedResult(pipe, &connecting, &ignored, TRUE) != 0;
    return connected
               ? Result<void>{}
               : fail(which == WAIT_TIMEOUT ? ErrorCode::timeout : ErrorCode::io, "offramp-broker did not answer");
}

std::string imageOf(DWORD process)
{
    const UniqueHandle opened(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
    std::wstring path(32768, L'\0');
    auto length = static_cast<DWORD>(path.size());
    if (!opened || ::QueryFullProcessImageNameW(opened.get(), 0, path.data(), &length) == 0) {
        return {};
    }
    return toUtf8({path.data(), length});
}

std::string besideThisProgram(std::string_view name)
{
    return toUtf8(programFolder().native()) + '\\' + std::string(name);
}

// Only a program of the same folder, in the same session, may tell the broker anything.
Result<void> isOurOwn(HANDLE pipe)
{
    ULONG server = 0;
    DWORD theirs = 0;
    DWORD ours = 0;
    if (::GetNamedPipeServerProcessId(pipe, &server) == 0 || ::ProcessIdToSessionId(server, &theirs) == 0
        || ::ProcessIdToSessionId(::GetCurrentProcessId(), &ours) == 0) {
        return tl::unexpected(errorFromLastError("broker"));
    }
    const std::string image = imageOf(server);
    const bool known = text::equalsFolded(image, besideThisProgram("offramp.exe"))
                       || text::equalsFolded(image, besideThisProgram("offramp-cli.exe"));
    if (!known || theirs != ours) {
        return fail(ErrorCode::accessDenied, image + ": not the program this broker belongs to");
    }
    return {};
}

// Where this program is signed, its broker must be by the same.
Result<std::unique_ptr<HeldProgram>> holdBroker()
{
    const LiveWindowsActions windows(Keeper::person);
    auto broker = windows.holdProgram(besideThisProgram("offramp-broker.exe"));
    if (!broker) {
        return broker;
    }
    const auto own = windows.holdProgram(imageOf(::GetCurrentProcessId()));
    const auto ours = own ? (*own)->signature() : Result<ProgramSignature>(tl::unexpected(own.error()));
    if (!ours) {
        return tl::unexpected(ours.error());
    }
    if (ours->trust == ProgramSignature::Trust::trusted) {
        const auto theirs = (*broker)->signature();
        if (!theirs || theirs->trust != ProgramSignature::Trust::trusted || theirs->signer != ours->signer) {
            return fail(ErrorCode::accessDenied, (*broker)->path() + ": not signed as this program is");
        }
    }
    return broker;
}

}   // namespace

Result<void> onlyAdministratorsChange(const std::string& path)
{
    return fail(ErrorCode::unsupported, path);   // nothing here depends on it
}

Result<std::string> installedBroker()
{
    return holdBroker().map([](const std::unique_ptr<HeldProgram>& broker) { return broker->path(); });
}

Result<std::unique_ptr<BrokerConnection>> startBroker()
{
    const auto broker = holdBroker();   // nobody exchanges it between the look and the start
    if (!broker) {
        return tl::unexpected(broker.error());
    }
    const Result<std::string> name = randomPipeName();
    if (!name) {
        return tl::unexpected(name.error());
    }
    Result<UniqueHandle> pipe = makePipe(*name);
    if (!pipe) {
        return tl::unexpected(pipe.error());
    }
    const std::wstring program = toWide((*broker)->path());
    const std::wstring arguments = L"--serve " + toWide(*name);
    const std::wstring folder = systemFolder();
    SHELLEXECUTEINFOW start{};
    start.cbSize = sizeof start;
    start.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
    start.lpVerb = L"runas";
    start.lpFile = program.c_str();
    start.lpParameters = arguments.c_str();
    start.lpDirectory = folder.c_str();
    start.nShow = SW_HIDE;
    if (::ShellExecuteExW(&start) == 0) {
        return tl::unexpected(errorFromLastError("offramp-broker"));
    }
    UniqueHandle process(start.hProcess);
    if (const auto connected = waitForClient(pipe->get(), process.get()); !connected) {
        DWORD code = STILL_ACTIVE;
        ::GetExitCodeProcess(process.get(), &code);
        return code == noRights ? fail(ErrorCode::accessDenied, "Windows gave offramp-broker no administrator rights")
                                : tl::unexpected(connected.error());
    }
    ULONG client = 0;
    if (::GetNamedPipeClientProcessId(pipe->get(), &client) == 0 || client != ::GetProcessId(process.get())) {
        return fail(ErrorCode::accessDenied, "somebody else opened the pipe");
    }
    return std::unique_ptr<BrokerConnection>(std::make_unique<Started>(std::move(*pipe), std::move(process)));
}

void becomeAlone()
{
    constexpr DWORD system32Only = 0x800;   // LOAD_LIBRARY_SEARCH_SYSTEM32
    ::SetDefaultDllDirectories(system32Only);
    ::SetDllDirectoryW(L"");
    ::SetSearchPathMode(BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE | BASE_SEARCH_PATH_PERMANENT);
    ::SetCurrentDirectoryW(systemFolder().c_str());
    ::SetConsoleCtrlHandler(nullptr, TRUE);
    replaceOwnEnvironment(freshEnvironment());
}

bool hasAdministratorRights()
{
    return isElevated();
}

Result<std::unique_ptr<ByteChannel>> brokerChannel(const std::vector<std::string>& arguments)
{
    if (arguments.size() != 1 || !isPipeName(arguments.front())) {
        return fail(ErrorCode::unsupported, "no pipe of Offramp");
    }
    // Whoever made the pipe may know who we are and may not act as us.
    UniqueHandle pipe(::CreateFileW(toWide(arguments.front()).c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                    OPEN_EXISTING,
                                    FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr));
    if (!pipe) {
        return tl::unexpected(errorFromLastError("broker"));
    }
    if (const auto own = isOurOwn(pipe.get()); !own) {
        return tl::unexpected(own.error());
    }
    return std::unique_ptr<ByteChannel>(std::make_unique<BrokerSide>(std::move(pipe)));
}

}   // namespace offramp
