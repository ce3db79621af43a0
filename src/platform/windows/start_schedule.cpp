#include "platform/start_schedule.h"

#include "platform/start_files.h"
#include "platform/windows/com.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <fmt/format.h>

#include <sddl.h>
#include <taskschd.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace offramp {

namespace {

constexpr const wchar_t* runKey = L"Software\\Microsoft\\Windows\\CurrentVersion\\Run";
constexpr const wchar_t* runValue = L"Offramp";
// Not RunOnce: that is deleted before the program starts, and a removal may need more than one sign-in.
constexpr const wchar_t* resumeValue = L"Offramp removal";

ComText makeText(std::string_view utf8)
{
    return ComText(::SysAllocString(toWide(utf8).c_str()));
}

// "S-1-5-21-…"
Result<std::string> accountOfThisProcess()
{
    UniqueHandle token;
    DWORD size = 0;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.put()) == 0) {
        return tl::unexpected(errorFromLastError("this account"));
    }
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<std::byte> buffer(size);
    if (size < sizeof(TOKEN_USER) || ::GetTokenInformation(token.get(), TokenUser, buffer.data(), size, &size) == 0) {
        return tl::unexpected(errorFromLastError("this account"));
    }
    LPWSTR text = nullptr;
    if (::ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid, &text) == 0) {
        return tl::unexpected(errorFromLastError("this account"));
    }
    const LocalMemory<wchar_t> owned(text);
    return toUtf8(text);
}

// Tasks of all people lie in one folder, so each one's has the account in its name.
std::string taskName(const std::string& account)
{
    return "Offramp reminder " + account;
}

// By value, since not every import library has them.
constexpr CLSID schedulerClass{0x0F87369F, 0xA4E5, 0x4CFC, {0xBD, 0x3E, 0x73, 0xE6, 0x15, 0x45, 0x72, 0xDD}};
constexpr IID serviceInterface{0x2FABA4C7, 0x4DA9, 0x4013, {0x96, 0x97, 0x20, 0xCC, 0x3F, 0xD4, 0x0F, 0x85}};
constexpr const char* scheduler = "Task Scheduler";

Result<ComPointer<ITaskFolder>> rootFolder()
{
    ComPointer<ITaskService> service;
    HRESULT result =
        ::CoCreateInstance(schedulerClass, nullptr, CLSCTX_INPROC_SERVER, serviceInterface, service.putVoid());
    VARIANT none;
    ::VariantInit(&none);
    if (SUCCEEDED(result)) {
        result = service->Connect(none, none, none, none);
    }
    ComPointer<ITaskFolder> folder;
    if (SUCCEEDED(result)) {
        const ComText root = makeText("\\");
        result = service->GetFolder(root.get(), folder.put());
    }
    if (FAILED(result)) {
        return tl::unexpected(errorFromHresult(result, scheduler));
    }
    return folder;
}

Result<void> putTask(const std::string& account, const std::string& program)
{
    auto folder = rootFolder();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    const ComText name = makeText(taskName(account));
    const ComText xml = makeText(scheduledTask(program, account));
    VARIANT none;
    ::VariantInit(&none);
    ComPointer<IRegisteredTask> task;
    const HRESULT result = (*folder)->RegisterTask(name.get(), xml.get(), TASK_CREATE_OR_UPDATE, none, none,
                                                   TASK_LOGON_INTERACTIVE_TOKEN, none, task.put());
    if (FAILED(result)) {
        return tl::unexpected(errorFromHresult(result, scheduler));
    }
    return {};
}

Result<void> takeTaskAway(const std::string& account)
{
    auto folder = rootFolder();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    const ComText name = makeText(taskName(account));
    const HRESULT result = (*folder)->DeleteTask(name.get(), 0);
    if (FAILED(result)) {
        Error error = errorFromHresult(result, scheduler);
        if (error.code != ErrorCode::notFound) {
            return tl::unexpected(std::move(error));
        }
    }
    return {};
}

// The task as the system holds it; empty when there is none.
std::string taskText(const std::string& account)
{
    auto folder = rootFolder();
    if (!folder) {
        return {};
    }
    const ComText name = makeText(taskName(account));
    ComPointer<IRegisteredTask> task;
    ComText xml;
    if (FAILED((*folder)->GetTask(name.get(), task.put())) || FAILED(task->get_Xml(xml.put()))) {
        return {};
    }
    return xml.toString();
}

std::string runCommand(const std::string& program, std::string_view argument)
{
    return fmt::format("\"{}\" {}", program, argument);
}

Result<void> putRunValue(const wchar_t* value, const std::string& text)
{
    const std::wstring command = toWide(text);
    const LSTATUS status = ::RegSetKeyValueW(HKEY_CURRENT_USER, runKey, value, REG_SZ, command.c_str(),
                                             static_cast<DWORD>((command.size() + 1) * sizeof(wchar_t)));
    if (status != ERROR_SUCCESS) {
        return tl::unexpected(errorFromWin32(static_cast<DWORD>(status), "HKCU Run"));
    }
    return {};
}

Result<void> takeRunValueAway(const wchar_t* value)
{
    const LSTATUS status = ::RegDeleteKeyValueW(HKEY_CURRENT_USER, runKey, value);
    if (status != ERROR_SUCCESS && status != ERROR_FILE_NOT_FOUND) {
        return tl::unexpected(errorFromWin32(static_cast<DWORD>(status), "HKCU Run"));
    }
    return {};
}

std::string runText(const wchar_t* value)
{
    std::vector<wchar_t> text(32768);
    DWORD size = static_cast<DWORD>(text.size() * sizeof(wchar_t));
    const LSTATUS status = ::RegGetValueW(HKEY_CURRENT_USER, runKey, value, RRF_RT_REG_SZ, nullptr, text.data(), &size);
    return status == ERROR_SUCCESS ? toUtf8(text.data()) : std::string{};
}

}   // namespace

std::filesystem::path runningProgram()
{
    std::vector<wchar_t> path(32768);
    const DWORD length = ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    return std::filesystem::path(std::wstring(path.data(), length));
}

Result<void> setStartSchedule(ReminderMode mode, const std::filesystem::path& program)
{
    const auto account = accountOfThisProcess();
    if (!account) {
        return tl::unexpected(account.error());
    }
    const ComScope com;
    const std::string file = toUtf8(program.wstring());
    switch (mode) {
    case ReminderMode::scheduled: {
        auto put = putTask(*account, file);
        auto gone = takeRunValueAway(runValue);
        return put ? gone : put;
    }
    case ReminderMode::resident: {
        auto put = putRunValue(runValue, runCommand(file, trayArgument));
        auto gone = takeTaskAway(*account);
        return put ? gone : put;
    }
    case ReminderMode::off: break;
    }
    auto value = takeRunValueAway(runValue);
    auto task = takeTaskAway(*account);
    return value ? task : value;
}

Result<StartScheduleStatus> startSchedule(const std::filesystem::path& program)
{
    const auto account = accountOfThisProcess();
    if (!account) {
        return tl::unexpected(account.error());
    }
    const ComScope com;
    const std::string file = toUtf8(program.wstring());
    const std::string run = runText(runValue);
    const std::string task = taskText(*account);
    StartScheduleStatus status;
    if (!run.empty()) {
        status.mode = ReminderMode::resident;
        status.forThisProgram = run == runCommand(file, trayArgument);
    } else if (!task.empty()) {
        status.mode = ReminderMode::scheduled;
        // The system writes the text down its own way, but keeps the program's path.
        status.forThisProgram = task.find(inXml(file)) != std::string::npos;
    }
    return status;
}

Result<void> setResumeAtSignIn(ResumeAtSignIn resume, const std::filesystem::path& program)
{
    if (resume == ResumeAtSignIn::no) {
        return takeRunValueAway(resumeValue);
    }
    if (!program.is_absolute()) {
        return fail(ErrorCode::notFound, "the program's own file");
    }
    return putRunValue(resumeValue, runCommand(toUtf8(program.wstring()), resumeRemovalArgument));
}

Result<ResumeAtSignIn> resumeAtSignIn(const std::filesystem::path& program)
{
    const bool there = runText(resumeValue) == runCommand(toUtf8(program.wstring()), resumeRemovalArgument);
    return there ? ResumeAtSignIn::yes : ResumeAtSignIn::no;
}

}   // namespace offramp
