#include "platform/windows/windows_managers.h"

#include "platform/windows/handle.h"
#include "platform/windows/installer_products.h"
#include "platform/windows/scheduled_tasks.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <cstddef>
#include <string>
#include <utility>

namespace offramp {

namespace {

constexpr DWORD largestAnswer = 256 * 1024;   // what EnumServicesStatusExW takes at most

std::string textOf(const wchar_t* text)
{
    return text == nullptr ? std::string{} : toUtf8(text);
}

}   // namespace

Result<std::vector<ServiceStatus>> LiveWindowsManagers::services() const
{
    const std::string place = "Service Control Manager";
    const UniqueServiceHandle manager(
        ::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE));
    if (!manager) {
        return tl::unexpected(errorFromLastError(place));
    }
    std::vector<ServiceStatus> services;
    std::vector<BYTE> buffer(largestAnswer);
    DWORD resume = 0;
    for (;;) {
        DWORD needed = 0;
        DWORD count = 0;
        const BOOL whole =
            ::EnumServicesStatusExW(manager.get(), SC_ENUM_PROCESS_INFO, SERVICE_WIN32 | SERVICE_DRIVER,
                                    SERVICE_STATE_ALL, buffer.data(), largestAnswer, &needed, &count, &resume, nullptr);
        const DWORD fault = whole != 0 ? ERROR_SUCCESS : ::GetLastError();
        if (whole == 0 && (fault != ERROR_MORE_DATA || count == 0)) {
            return tl::unexpected(errorFromWin32(fault, place));
        }
        const auto* const entries = reinterpret_cast<const ENUM_SERVICE_STATUS_PROCESSW*>(buffer.data());
        for (DWORD at = 0; at < count; ++at) {
            const SERVICE_STATUS_PROCESS& state = entries[at].ServiceStatusProcess;
            ServiceStatus service;
            service.name = textOf(entries[at].lpServiceName);
            service.displayName = textOf(entries[at].lpDisplayName);
            service.driver = (state.dwServiceType & SERVICE_WIN32) == 0;
            service.running = state.dwCurrentState != SERVICE_STOPPED;
            services.push_back(std::move(service));
        }
        if (whole != 0) {
            return services;
        }
    }
}

// Through the manager and not from the registry, because it is wanted where the registry may not be read.
Result<std::string> LiveWindowsManagers::serviceImage(std::string_view name) const
{
    std::string context = "program of service " + std::string(name);
    const UniqueServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const UniqueServiceHandle service(
        manager ? ::OpenServiceW(manager.get(), toWide(name).c_str(), SERVICE_QUERY_CONFIG) : nullptr);
    alignas(QUERY_SERVICE_CONFIGW) std::byte answer[8192];   // the most QueryServiceConfigW ever needs
    DWORD needed = 0;
    auto* const configuration = reinterpret_cast<QUERY_SERVICE_CONFIGW*>(answer);
    if (!service || ::QueryServiceConfigW(service.get(), configuration, sizeof answer, &needed) == 0) {
        return tl::unexpected(errorFromLastError(std::move(context)));
    }
    return textOf(configuration->lpBinaryPathName);
}

Result<std::vector<InstallerProduct>> LiveWindowsManagers::installerProducts() const
{
    static const SystemLibrary installer(L"msi.dll");
    return installerProductsFrom({installer.function<decltype(&::MsiEnumProductsExW)>("MsiEnumProductsExW"),
                                  installer.function<decltype(&::MsiGetProductInfoExW)>("MsiGetProductInfoExW")});
}

Result<std::vector<TaskDefinition>> LiveWindowsManagers::scheduledTasks() const
{
    return readScheduledTasks();
}

}   // namespace offramp
