#include "platform/windows/windows_processes.h"

#include "platform/windows/command_line.h"
#include "platform/windows/handle.h"
#include "platform/windows/program_start.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <tlhelp32.h>

namespace offramp {

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Pipe {
    UniqueHandle readEnd;    // overlapped
    UniqueHandle writeEnd;   // may be inherited
};

// An anonymous pipe cannot be read with a time limit, so this is a named one with a name of its own.
Result<Pipe> makePipe()
{
    static std::atomic<unsigned> counter{0};
    const std::wstring name =
        toWide(fmt::format(R"(\\.\pipe\offramp-{}-{}-{})", ::GetCurrentProcessId(), ::GetTickCount64(), ++counter));
    constexpr DWORD size = 65536;
    Pipe pipe;
    pipe.readEnd.reset(::CreateNamedPipeW(
        name.c_str(), PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
        PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, size, size, 0, nullptr));
    if (!pipe.readEnd) {
        return tl::unexpected(errorFromLastError("pipe"));
    }
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    pipe.writeEnd.reset(::CreateFileW(name.c_str(), GENERIC_WRITE, 0, &inherited, OPEN_EXISTING, 0, nullptr));
    if (!pipe.writeEnd) {
        return tl::unexpected(errorFromLastError("pipe"));
    }
    return pipe;
}

// A job ends every process in it when its last handle is closed, also when this program ends unexpectedly.
UniqueHandle makeJob()
{
    UniqueHandle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (job) {
        ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    }
    return job;
}

// A started program, ended with those it started unless it came to its end.
class Child {
public:
    Child(UniqueHandle process, UniqueHandle job) : m_process(std::move(process)), m_job(std::move(job)) {}
    ~Child()
    {
        if (!m_ended) {
            ::TerminateJobObject(m_job.get(), 1);
            ::TerminateProcess(m_process.get(), 1);
            constexpr DWORD patience = 5000;
            ::WaitForSingleObject(m_process.get(), patience);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // False while it still runs after `milliseconds`.
    [[nodiscard]] bool endsWithin(DWORD milliseconds, int& exitCode)
    {
        DWORD code = 0;
        m_ended = ::WaitForSingleObject(m_process.get(), milliseconds) == WAIT_OBJECT_0
                  && ::GetExitCodeProcess(m_process.get(), &code) != 0;
        exitCode = static_cast<int>(code);
        return m_ended;
    }

private:
    UniqueHandle m_process;
    UniqueHandle m_job;
    bool m_ended = false;
};

Result<std::unique_ptr<Child>> start(const std::wstring& program, const Command& command, HANDLE output)
{
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    const UniqueHandle nothing(::CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                             &inherited, OPEN_EXISTING, 0, nullptr));
    if (!nothing) {
        return tl::unexpected(errorFromLastError(command.executable));
    }
    InheritedHandles handles({nothing.get(), output});
    if (!handles.isSet()) {
        return tl::unexpected(errorFromLastError(command.executable));
    }
    std::vector<std::wstring> arguments{program};
    for (const std::string& argument : command.arguments) {
        arguments.push_back(toWide(argument));
    }
    std::wstring line = commandLineOf(arguments);

    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = nothing.get();
    startup.StartupInfo.hStdOutput = output;
    startup.StartupInfo.hStdError = nothing.get();
    startup.lpAttributeList = handles.list();
    PROCESS_INFORMATION started{};
    // It starts suspended, so that it cannot start anything before it is in the job.
    constexpr DWORD flags =
        CREATE_NO_WINDOW | CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    if (::CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE, flags, nullptr, systemFolder().c_str(),
                         &startup.StartupInfo, &started)
        == 0) {
        return tl::unexpected(errorFromLastError(command.executable));
    }
    const UniqueHandle thread(started.hThread);
    UniqueHandle job = makeJob();
    ::AssignProcessToJobObject(job.get(), started.hProcess);
    auto child = std::make_unique<Child>(UniqueHandle(started.hProcess), std::move(job));
    if (::ResumeThread(thread.get()) == static_cast<DWORD>(-1)) {
        return tl::unexpected(errorFromLastError(command.executable));
    }
    return child;
}

DWORD millisecondsUntil(SteadyClock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
    return static_cast<DWORD>(std::clamp<long long>(left, 0, 0x7FFF'FFFF));
}

Result<std::string> readUntil(HANDLE pipe, const Command& command, SteadyClock::time_point deadline)
{
    const UniqueHandle arrived(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
    std::vector<char> buffer(65536);
    std::string output;
    for (;;) {
        OVERLAPPED reading{};
        reading.hEvent = arrived.get();
        DWORD count = 0;
        const auto size = static_cast<DWORD>(buffer.size());
        DWORD code = ::ReadFile(pipe, buffer.data(), size, nullptr, &reading) != 0 ? ERROR_SUCCESS : ::GetLastError();
        if (code == ERROR_IO_PENDING) {
            const bool late = ::WaitForSingleObject(arrived.get(), millisecondsUntil(deadline)) != WAIT_OBJECT_0;
            if (late) {
                // The buffer belongs to the system until it says that it let go.
                ::CancelIoEx(pipe, &reading);
                ::GetOverlappedResult(pipe, &reading, &count, TRUE);
                return fail(ErrorCode::timeout, command.executable);
            }
            code = ERROR_SUCCESS;
        }
        if (code == ERROR_SUCCESS && ::GetOverlappedResult(pipe, &reading, &count, TRUE) == 0) {
            code = ::GetLastError();
        }
        if (code == ERROR_BROKEN_PIPE || code == ERROR_HANDLE_EOF) {
            return output;
        }
        if (code != ERROR_SUCCESS) {
            return tl::unexpected(errorFromWin32(code, command.executable));
        }
        output.append(buffer.data(), count);
        if (output.size() > command.outputLimit) {
            return fail(ErrorCode::tooLarge, command.executable);
        }
        if (SteadyClock::now() >= deadline) {
            return fail(ErrorCode::timeout, command.executable);
        }
    }
}

std::string pathOf(DWORD id)
{
    const UniqueHandle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
    std::wstring path(32768, L'\0');
    auto length = static_cast<DWORD>(path.size());
    if (!process || ::QueryFullProcessImageNameW(process.get(), 0, path.data(), &length) == 0) {
        return {};
    }
    return toUtf8({path.data(), length});
}

}   // namespace

Result<CommandOutput> WindowsProcesses::run(const Command& command) const
{
    const Result<std::wstring> program = findProgram(command.executable);
    if (!program) {
        return tl::unexpected(program.error());
    }
    Result<Pipe> pipe = makePipe();
    if (!pipe) {
        return tl::unexpected(pipe.error());
    }
    const auto deadline = SteadyClock::now() + command.timeout;
    const Result<std::unique_ptr<Child>> child = start(*program, command, pipe->writeEnd.get());
    if (!child) {
        return tl::unexpected(child.error());
    }
    pipe->writeEnd.reset();   // else the pipe would never end

    Result<std::string> output = readUntil(pipe->readEnd.get(), command, deadline);
    if (!output) {
        return tl::unexpected(output.error());
    }
    int exitCode = 0;
    if (!(*child)->endsWithin(millisecondsUntil(deadline), exitCode)) {
        return fail(ErrorCode::timeout, command.executable);
    }
    return CommandOutput{exitCode, std::move(*output)};
}

Result<std::vector<RunningProcess>> WindowsProcesses::list() const
{
    constexpr DWORD idleProcess = 0;
    constexpr DWORD systemProcess = 4;
    const UniqueHandle snapshot(::CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
    if (!snapshot) {
        return tl::unexpected(errorFromLastError("running programs"));
    }
    std::vector<RunningProcess> processes;
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof entry;
    for (BOOL more = ::Process32FirstW(snapshot.get(), &entry); more != 0;
         more = ::Process32NextW(snapshot.get(), &entry)) {
        if (entry.th32ProcessID != idleProcess && entry.th32ProcessID != systemProcess) {
            processes.push_back({entry.th32ProcessID, toUtf8(entry.szExeFile), pathOf(entry.th32ProcessID)});
        }
    }
    if (const DWORD code = ::GetLastError(); code != ERROR_NO_MORE_FILES) {
        return tl::unexpected(errorFromWin32(code, "running programs"));
    }
    return processes;
}

}   // namespace offramp
