#include "platform/windows/windows_programs.h"

#include "platform/windows/command_line.h"
#include "platform/windows/handle.h"
#include "platform/windows/program_environment.h"
#include "platform/windows/program_start.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace offramp {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t outputKept = std::size_t{256} << 10;
constexpr DWORD shortWait = 100;
constexpr std::chrono::seconds lifeInterval{2};   // between two looks at who uses the processor or the disk

struct Pipe {
    UniqueHandle readEnd;
    UniqueHandle writeEnd;   // may be inherited
};

Result<Pipe> makePipe()
{
    Pipe pipe;
    if (::CreatePipe(pipe.readEnd.put(), pipe.writeEnd.put(), nullptr, 0) == 0
        || ::SetHandleInformation(pipe.writeEnd.get(), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT) == 0) {
        return tl::unexpected(errorFromLastError("pipe"));
    }
    return pipe;
}

std::uint64_t ticksOf(const FILETIME& time)
{
    return std::uint64_t{time.dwHighDateTime} << 32 | time.dwLowDateTime;
}

// A program and all it started. Closing it ends none of them.
class Tree {
public:
    Tree(UniqueHandle process, UniqueHandle job, ProgramRun::WaitFor waitFor)
        : m_process(std::move(process)), m_job(std::move(job)), m_waitFor(waitFor)
    {}

    // True when there is nobody left to wait for; looks for a short while.
    [[nodiscard]] bool endsSoon(DWORD milliseconds) const
    {
        if (::WaitForSingleObject(m_process.get(), milliseconds) != WAIT_OBJECT_0) {
            return false;
        }
        const bool anybodyElse =
            m_waitFor == ProgramRun::WaitFor::everythingItStarted && accounts().ActiveProcesses > 0;
        if (anybodyElse && milliseconds > 0) {
            ::Sleep(milliseconds);
        }
        return !anybodyElse;
    }
    [[nodiscard]] int exitCode() const
    {
        DWORD code = 0;
        ::GetExitCodeProcess(m_process.get(), &code);
        return code == STILL_ACTIVE ? 0 : static_cast<int>(code);
    }
    // Processor time, what was read and written, and how many there were; a different answer is a sign of life.
    [[nodiscard]] std::uint64_t activity() const
    {
        JOBOBJECT_BASIC_AND_IO_ACCOUNTING_INFORMATION all{};
        ::QueryInformationJobObject(m_job.get(), JobObjectBasicAndIoAccountingInformation, &all, sizeof all, nullptr);
        const JOBOBJECT_BASIC_ACCOUNTING_INFORMATION basic = accounts();
        std::uint64_t sum = basic.TotalProcesses + basic.ActiveProcesses
                            + static_cast<std::uint64_t>(basic.TotalUserTime.QuadPart)
                            + static_cast<std::uint64_t>(basic.TotalKernelTime.QuadPart) + all.IoInfo.ReadTransferCount
                            + all.IoInfo.WriteTransferCount + all.IoInfo.OtherTransferCount;
        for (const DWORD id : members()) {
            const UniqueHandle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
            FILETIME created{};
            FILETIME ended{};
            FILETIME kernel{};
            FILETIME user{};
            if (process && ::GetProcessTimes(process.get(), &created, &ended, &kernel, &user) != 0) {
                sum += ticksOf(kernel) + ticksOf(user);
            }
        }
        return sum;
    }

    // The topmost window a person can see, 0 when there is none.
    [[nodiscard]] std::int32_t window() const
    {
        struct Search {
            std::vector<DWORD> processes;
            HWND found = nullptr;
        } search{members(), nullptr};
        const auto look = [](HWND window, LPARAM with) -> BOOL {
            auto& wanted = *reinterpret_cast<Search*>(with);
            DWORD process = 0;
            ::GetWindowThreadProcessId(window, &process);
            RECT place{};
            const bool fits =
                std::find(wanted.processes.begin(), wanted.processes.end(), process) != wanted.processes.end()
                && ::IsWindowVisible(window) != 0 && (::GetWindowLongPtrW(window, GWL_EXSTYLE) & WS_EX_TOOLWINDOW) == 0
                && ::GetWindowRect(window, &place) != 0 && place.right > place.left && place.bottom > place.top;
            wanted.found = fits ? window : nullptr;
            return fits ? FALSE : TRUE;   // from the top; the first that fits ends it
        };
        if (!search.processes.empty()) {
            ::EnumWindows(look, reinterpret_cast<LPARAM>(&search));
        }
        // 32 bits of a window's handle mean something, also to a program of the other width.
        return static_cast<std::int32_t>(reinterpret_cast<LONG_PTR>(search.found));
    }

private:
    [[nodiscard]] JOBOBJECT_BASIC_ACCOUNTING_INFORMATION accounts() const
    {
        JOBOBJECT_BASIC_ACCOUNTING_INFORMATION basic{};
        ::QueryInformationJobObject(m_job.get(), JobObjectBasicAccountingInformation, &basic, sizeof basic, nullptr);
        return basic;
    }
    [[nodiscard]] std::vector<DWORD> members() const
    {
        constexpr std::size_t most = 512;
        alignas(JOBOBJECT_BASIC_PROCESS_ID_LIST)
            std::array<std::byte, sizeof(JOBOBJECT_BASIC_PROCESS_ID_LIST) + most * sizeof(ULONG_PTR)>
                buffer{};
        const auto* const list = reinterpret_cast<const JOBOBJECT_BASIC_PROCESS_ID_LIST*>(buffer.data());
        ::QueryInformationJobObject(m_job.get(), JobObjectBasicProcessIdList, buffer.data(),
                                    static_cast<DWORD>(buffer.size()), nullptr);
        std::vector<DWORD> ids;
        for (DWORD at = 0; at < std::min<DWORD>(list->NumberOfProcessIdsInList, most); ++at) {
            ids.push_back(static_cast<DWORD>(list->ProcessIdList[at]));
        }
        return ids;
    }

    UniqueHandle m_process;
    UniqueHandle m_job;
    ProgramRun::WaitFor m_waitFor;
};

Result<UniqueHandle> makeJob(const std::string& context)
{
    UniqueHandle job(::CreateJobObjectW(nullptr, nullptr));
    if (!job) {
        return tl::unexpected(errorFromLastError(context));
    }
    // What wants to leave may: being refused would make an uninstaller fail that works everywhere else.
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_BREAKAWAY_OK;
    ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

Result<Tree> start(const std::wstring& program, const ProgramRun& run, HANDLE output)
{
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    const UniqueHandle nothing(::CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                             &inherited, OPEN_EXISTING, 0, nullptr));
    if (!nothing) {
        return tl::unexpected(errorFromLastError(run.executable));
    }
    InheritedHandles handles({nothing.get(), output});
    if (!handles.isSet()) {
        return tl::unexpected(errorFromLastError(run.executable));
    }
    Result<UniqueHandle> job = makeJob(run.executable);
    if (!job) {
        return tl::unexpected(job.error());
    }
    std::vector<std::wstring> arguments{program};
    for (const std::string& argument : run.arguments) {
        arguments.push_back(toWide(argument));
    }
    std::wstring line = commandLineOf(arguments);
    std::vector<wchar_t> environment = environmentBlock(freshEnvironment(), run.environment);

    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = nothing.get();
    startup.StartupInfo.hStdOutput = output;
    startup.StartupInfo.hStdError = output;
    startup.lpAttributeList = handles.list();
    PROCESS_INFORMATION started{};
    // It starts suspended, so that it cannot start anything before it is in the job.
    constexpr DWORD flags =
        CREATE_NO_WINDOW | CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    if (::CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE, flags, environment.data(),
                         systemFolder().c_str(), &startup.StartupInfo, &started)
        == 0) {
        return tl::unexpected(errorFromLastError(run.executable));
    }
    const UniqueHandle thread(started.hThread);
    UniqueHandle process(started.hProcess);
    if (run.started) {
        run.started();
    }
    if (::AssignProcessToJobObject(job->get(), process.get()) == 0
        || ::ResumeThread(thread.get()) == static_cast<DWORD>(-1)) {
        Error error = errorFromLastError(run.executable);
        ::TerminateProcess(process.get(), 1);   // it has not done anything yet
        return tl::unexpected(std::move(error));
    }
    return Tree(std::move(process), std::move(*job), run.waitFor);
}

// Takes what is there to be read; true when there was anything.
bool drain(UniqueHandle& pipe, std::string& output)
{
    std::array<char, 16384> buffer{};
    bool any = false;
    DWORD waiting = 0;
    while (pipe && ::PeekNamedPipe(pipe.get(), nullptr, 0, nullptr, &waiting, nullptr) != 0 && waiting > 0) {
        DWORD count = 0;
        if (::ReadFile(pipe.get(), buffer.data(), static_cast<DWORD>(buffer.size()), &count, nullptr) == 0
            || count == 0) {
            break;
        }
        output.append(buffer.data(), count);
        if (output.size() > 2 * outputKept) {
            output.erase(0, output.size() - outputKept);
        }
        any = true;
    }
    return any;
}

}   // namespace

Result<ProgramEnd> WindowsPrograms::run(const ProgramRun& program,
                                        const std::function<bool(std::chrono::seconds)>& silent) const
{
    const Result<std::wstring> path = findProgram(program.executable);
    if (!path) {
        return tl::unexpected(path.error());
    }
    Result<Pipe> pipe = makePipe();
    if (!pipe) {
        return tl::unexpected(pipe.error());
    }
    const Result<Tree> tree = start(*path, program, pipe->writeEnd.get());
    if (!tree) {
        return tl::unexpected(tree.error());
    }
    pipe->writeEnd.reset();

    ProgramEnd end;
    auto lastLife = SteadyClock::now();
    auto lastLook = lastLife;
    auto lastAsked = lastLife;
    std::uint64_t activity = tree->activity();
    std::int32_t window = 0;
    while (!tree->endsSoon(shortWait)) {
        const auto now = SteadyClock::now();
        bool alive = drain(pipe->readEnd, end.output);
        if (now - lastLook >= std::min<SteadyClock::duration>(lifeInterval, program.silence / 2)) {
            lastLook = now;
            const std::uint64_t before = std::exchange(activity, tree->activity());
            alive = alive || activity != before;
            const std::int32_t shown = program.window ? tree->window() : 0;
            if (shown != std::exchange(window, shown)) {
                program.window(shown);
            }
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
    drain(pipe->readEnd, end.output);
    if (end.output.size() > outputKept) {
        end.output.erase(0, end.output.size() - outputKept);
    }
    end.exitCode = end.stillRunning ? 0 : tree->exitCode();
    return end;
}

}   // namespace offramp
