#include "platform/home_folders.h"
#include "platform/platform.h"
#include "platform/windows/handle.h"
#include "platform/windows/machine_facts.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_conditions.h"
#include "platform/windows/windows_files.h"
#include "platform/windows/windows_managers.h"
#include "platform/windows/windows_processes.h"
#include "platform/windows/windows_program_files.h"
#include "platform/windows/windows_registry.h"
#include "platform/windows/windows_security_center.h"

#include <array>
#include <userenv.h>

namespace offramp {

namespace {

// The profile of whoever runs this program, also when it is not in the list of profiles.
std::string currentHome()
{
    UniqueHandle token;
    std::array<wchar_t, 1024> folder{};
    auto length = static_cast<DWORD>(folder.size());
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.put()) == 0
        || ::GetUserProfileDirectoryW(token.get(), folder.data(), &length) == 0) {
        return {};
    }
    return toUtf8(folder.data());
}

class LiveHost final : public Host {
public:
    LiveHost()
        : m_registry(isElevated() ? SignedOutPeople::areRead : SignedOutPeople::areLeftOut),
          m_machine(readMachineInfo(m_registry))
    {}

    [[nodiscard]] const MachineInfo& machine() const override { return m_machine; }
    [[nodiscard]] const Files& files() const override { return m_files; }
    [[nodiscard]] const Registry& registry() const override { return m_registry; }
    [[nodiscard]] const Processes& processes() const override { return m_processes; }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return m_securityStatus; }
    [[nodiscard]] const WindowsManagers& windowsManagers() const override { return m_managers; }
    [[nodiscard]] const ProgramFiles& programFiles() const override { return m_programFiles; }
    [[nodiscard]] const Conditions& conditions() const override { return m_conditions; }
    [[nodiscard]] const Clock& clock() const override { return m_clock; }

    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override
    {
        return windowsHomes(m_registry, m_files, currentHome());
    }

private:
    WindowsFiles m_files;
    WindowsRegistry m_registry;
    WindowsProcesses m_processes;
    WindowsSecurityCenter m_securityStatus;
    LiveWindowsManagers m_managers;
    WindowsProgramFiles m_programFiles;
    WindowsConditions m_conditions{m_registry};
    SystemClock m_clock;
    MachineInfo m_machine;
};

}   // namespace

std::unique_ptr<Host> makeLiveHost()
{
    // No window may ask for a disk while a drive without one is looked at.
    ::SetErrorMode(::GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    return std::make_unique<LiveHost>();
}

}   // namespace offramp
