#include "platform/platform.h"

#include "platform/windows/handle.h"
#include "platform/windows/known_folder.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"
#include "platform/windows/windows_actions.h"
#include "platform/windows/windows_programs.h"
#include "platform/windows/windows_quarantine.h"

namespace offramp {

namespace {

// Where what is taken away is kept; when the system does not know it, at the top of each drive.
WindowsQuarantine ownQuarantine()
{
    const Keeper keeper = keeperOfThisProcess();
    const std::wstring data =
        knownFolder(keeper == Keeper::administrators ? KnownFolder::sharedData : KnownFolder::personData);
    return {data.empty() ? std::string{} : toUtf8(data) + R"(\Offramp\Quarantine)", keeper};
}

// Programs are asked to end and may hold it back; nothing is forced.
Result<void> restart()
{
    UniqueHandle token;
    TOKEN_PRIVILEGES privilege{};
    privilege.PrivilegeCount = 1;
    privilege.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, token.put()) == 0
        || ::LookupPrivilegeValueW(nullptr, L"SeShutdownPrivilege", &privilege.Privileges[0].Luid) == 0
        || ::AdjustTokenPrivileges(token.get(), FALSE, &privilege, 0, nullptr, nullptr) == 0) {
        return tl::unexpected(errorFromLastError("restart"));
    }
    constexpr DWORD reason =
        SHTDN_REASON_MAJOR_APPLICATION | SHTDN_REASON_MINOR_INSTALLATION | SHTDN_REASON_FLAG_PLANNED;
    if (::ExitWindowsEx(EWX_REBOOT, reason) == 0) {
        return tl::unexpected(errorFromLastError("restart"));
    }
    return {};
}

class LiveActions final : public Actions {
public:
    [[nodiscard]] const ProgramRunner& programs() const override { return m_programs; }
    [[nodiscard]] Quarantine& quarantine() override { return m_quarantine; }
    [[nodiscard]] WindowsActions& windows() override { return m_windows; }
    [[nodiscard]] Result<void> requestRestart() override { return restart(); }

private:
    WindowsPrograms m_programs;
    WindowsQuarantine m_quarantine = ownQuarantine();
    LiveWindowsActions m_windows;
};

}   // namespace

std::unique_ptr<Actions> makeLiveActions()
{
    return std::make_unique<LiveActions>();
}

}   // namespace offramp
