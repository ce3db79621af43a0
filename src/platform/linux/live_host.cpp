#include "platform/platform.h"

#include "base/text.h"
#include "platform/linux/linux_conditions.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/linux_processes.h"
#include "platform/linux/system_facts.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace offramp {

namespace {

constexpr std::size_t configurationLimit = 4u << 20;

class NoRegistry final : public Registry {
public:
    [[nodiscard]] Result<std::vector<std::string>> subkeys(const RegistryKey& key) const override
    {
        return fail(ErrorCode::unsupported, "registry " + key.path);
    }
    [[nodiscard]] Result<std::vector<RegistryValue>> values(const RegistryKey& key) const override
    {
        return fail(ErrorCode::unsupported, "registry " + key.path);
    }
    [[nodiscard]] Result<std::vector<UserHive>> userHives() const override
    {
        return fail(ErrorCode::unsupported, "registry");
    }
};

class NoSecurityStatus final : public SecurityStatus {
public:
    [[nodiscard]] Result<std::vector<SecurityProduct>> products() const override
    {
        return fail(ErrorCode::unsupported, "Windows Security Center");
    }
};

std::string localeFromEnvironment()
{
    for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(variable);
        if (value != nullptr && *value != '\0') {
            return localeTag(value);
        }
    }
    return {};
}

MachineInfo readMachine(const Files& files)
{
    MachineInfo machine;
    machine.os = OsFamily::linux;
    for (const std::string_view place : {"/etc/os-release", "/usr/lib/os-release"}) {
        if (const auto release = files.read(place, configurationLimit)) {
            machine.osVersion = prettyNameFromOsRelease(*release);
            break;
        }
    }
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) == 0) {
        machine.name = name.data();
    }
    machine.elevated = ::geteuid() == 0;
    machine.locale = localeFromEnvironment();
    return machine;
}

// The home of whoever runs this program, also when the account is in a directory service and not in /etc/passwd. Asking
// the account database would open a socket to its daemon, and a check opens none.
std::string currentHome()
{
    const char* home = std::getenv("HOME");
    return home != nullptr && home[0] == '/' ? home : "";
}

class LiveHost final : public Host {
public:
    LiveHost() : m_machine(readMachine(m_files)) {}

    [[nodiscard]] const MachineInfo& machine() const override { return m_machine; }
    [[nodiscard]] const Files& files() const override { return m_files; }
    [[nodiscard]] const Registry& registry() const override { return m_registry; }
    [[nodiscard]] const Processes& processes() const override { return m_processes; }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return m_securityStatus; }
    [[nodiscard]] const Conditions& conditions() const override { return m_conditions; }
    [[nodiscard]] const Clock& clock() const override { return m_clock; }

    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override
    {
        const auto accounts = m_files.read("/etc/passwd", configurationLimit);
        if (!accounts) {
            return tl::unexpected(accounts.error());
        }
        std::vector<std::string> candidates;
        for (const Account& account : peopleFromPasswd(*accounts, ::getuid())) {
            candidates.push_back(account.home);
        }
        candidates.push_back(currentHome());

        std::vector<std::string> homes;
        for (std::string& home : candidates) {
            const auto status = m_files.status(home);
            const bool there = status ? status->directory : status.error().code == ErrorCode::accessDenied;
            if (there && std::find(homes.begin(), homes.end(), home) == homes.end()) {
                homes.push_back(std::move(home));
            }
        }
        return homes;
    }

private:
    LinuxFiles m_files;
    NoRegistry m_registry;
    LinuxProcesses m_processes;
    NoSecurityStatus m_securityStatus;
    LinuxConditions m_conditions{m_files};
    SystemClock m_clock;
    MachineInfo m_machine;
};

}   // namespace

std::unique_ptr<Host> makeLiveHost()
{
    return std::make_unique<LiveHost>();
}

}   // namespace offramp
