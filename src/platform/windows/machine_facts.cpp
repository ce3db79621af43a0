#include "platform/windows/machine_facts.h"

#include "base/text.h"
#include "platform/registry_data.h"
#include "platform/windows/handle.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"

#include <fmt/format.h>
#include <lm.h>

#include <array>
#include <optional>
#include <string_view>

namespace offramp {

namespace {

constexpr std::uint32_t firstBuildOf11 = 22000;

std::string textIn(const std::vector<RegistryValue>& values, std::string_view name)
{
    const RegistryValue* const found = findValue(values, name);
    return found == nullptr ? std::string{} : std::string(text::trim(found->text));
}

std::uint64_t numberIn(const std::vector<RegistryValue>& values, std::string_view name)
{
    const RegistryValue* const found = findValue(values, name);
    return found == nullptr ? 0 : found->number;
}

// GetVersionEx answers a program without the right manifest with an older version; the kernel does not.
OSVERSIONINFOEXW kernelVersion()
{
    using RtlGetVersion = LONG(WINAPI*)(OSVERSIONINFOEXW*);
    OSVERSIONINFOEXW version{};
    version.dwOSVersionInfoSize = sizeof version;
    if (const auto ask = systemFunction<RtlGetVersion>(L"ntdll.dll", "RtlGetVersion"); ask != nullptr) {
        ask(&version);
    }
    return version;
}

WindowsVersion readVersion(const Registry& registry)
{
    const auto values =
        registry.values({Hive::localMachine, RegistryView::native64, R"(SOFTWARE\Microsoft\Windows NT\CurrentVersion)"})
            .value_or(std::vector<RegistryValue>{});
    const OSVERSIONINFOEXW kernel = kernelVersion();
    WindowsVersion version;
    version.productName = textIn(values, "ProductName");
    version.displayVersion = textIn(values, "DisplayVersion");
    if (version.displayVersion.empty()) {
        version.displayVersion = textIn(values, "ReleaseId");
    }
    version.servicePack = textIn(values, "CSDVersion");
    version.build = kernel.dwBuildNumber;
    version.server = isServer();
    return version;
}

// The whole name of the computer; the short one when there is no DNS name.
std::string computerName()
{
    for (const COMPUTER_NAME_FORMAT format : {ComputerNamePhysicalDnsHostname, ComputerNamePhysicalNetBIOS}) {
        std::array<wchar_t, 256> name{};
        auto length = static_cast<DWORD>(name.size());
        if (::GetComputerNameExW(format, name.data(), &length) != 0 && length != 0) {
            return toUtf8({name.data(), length});
        }
    }
    return {};
}

std::string localeName()
{
    std::array<wchar_t, LOCALE_NAME_MAX_LENGTH> name{};
    const int length = ::GetUserDefaultLocaleName(name.data(), static_cast<int>(name.size()));
    return length > 1 ? toUtf8({name.data(), static_cast<std::size_t>(length - 1)}) : std::string{};
}

// Empty when it cannot be told.
std::optional<bool> isInDomain()
{
    LPWSTR name = nullptr;
    NETSETUP_JOIN_STATUS status = NetSetupUnknownStatus;
    if (::NetGetJoinInformation(nullptr, &name, &status) != NERR_Success) {
        return std::nullopt;
    }
    ::NetApiBufferFree(name);
    return status == NetSetupUnknownStatus ? std::nullopt : std::optional<bool>(status == NetSetupDomainName);
}

// Every account that device management enrolled this machine with has a key. Windows keeps several of its own there,
// which name no server.
std::optional<bool> isEnrolled(const Registry& registry)
{
    const RegistryKey enrollments{Hive::localMachine, RegistryView::native64, R"(SOFTWARE\Microsoft\Enrollments)"};
    const auto names = registry.subkeys(enrollments);
    if (!names) {
        return names.error().code == ErrorCode::notFound ? std::optional<bool>(false) : std::nullopt;
    }
    for (const std::string& name : *names) {
        const auto values = registry.values(enrollments.child(name)).value_or(std::vector<RegistryValue>{});
        if (numberIn(values, "EnrollmentState") == 1 && !textIn(values, "DiscoveryServiceFullURL").empty()) {
            return true;
        }
    }
    return false;
}

// Joined to a directory in the cloud: one key for each.
std::optional<bool> isCloudJoined(const Registry& registry)
{
    const auto joins = registry.subkeys(
        {Hive::localMachine, RegistryView::native64, R"(SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo)"});
    if (!joins) {
        return joins.error().code == ErrorCode::notFound ? std::optional<bool>(false) : std::nullopt;
    }
    return !joins->empty();
}

std::optional<bool> isManaged(const Registry& registry)
{
    bool told = true;
    for (const std::optional<bool>& answer : {isInDomain(), isEnrolled(registry), isCloudJoined(registry)}) {
        if (answer.value_or(false)) {
            return true;
        }
        told = told && answer.has_value();
    }
    return told ? std::optional<bool>(false) : std::nullopt;
}

}   // namespace

std::string versionInWords(const WindowsVersion& version)
{
    constexpr std::string_view maker = "Microsoft ";   // some editions name it, people do not
    std::string name =
        version.productName.starts_with(maker) ? version.productName.substr(maker.size()) : version.productName;
    if (name.empty()) {
        name = "Windows";
    }
    constexpr std::string_view ten = "Windows 10";
    if (!version.server && version.build >= firstBuildOf11 && name.starts_with(ten)) {
        name.replace(0, ten.size(), "Windows 11");
    }
    for (const std::string* const part : {&version.displayVersion, &version.servicePack}) {
        if (!part->empty()) {
            name += ' ' + *part;
        }
    }
    return version.build == 0 ? name : fmt::format("{} (build {})", name, version.build);
}

bool isServer()
{
    return kernelVersion().wProductType != VER_NT_WORKSTATION;
}

bool isElevated()
{
    UniqueHandle token;
    TOKEN_ELEVATION elevation{};
    DWORD size = 0;
    return ::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.put()) != 0
           && ::GetTokenInformation(token.get(), TokenElevation, &elevation, sizeof elevation, &size) != 0
           && elevation.TokenIsElevated != 0;
}

MachineInfo readMachineInfo(const Registry& registry)
{
    const WindowsVersion version = readVersion(registry);
    MachineInfo machine;
    machine.os = OsFamily::windows;
    machine.name = computerName();
    machine.osVersion = versionInWords(version);
    machine.server = version.server;
    machine.elevated = isElevated();
    machine.locale = localeName();
    machine.managedByOrganisation = isManaged(registry);
    return machine;
}

}   // namespace offramp
