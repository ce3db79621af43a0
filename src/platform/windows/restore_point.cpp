// System Restore, loaded when it is asked for: Windows Server does not have it.
#include "platform/windows/com.h"
#include "platform/windows/machine_facts.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"
#include "platform/windows/windows_actions.h"

#include <srrestoreptapi.h>
#include <wbemcli.h>

#include <algorithm>
#include <optional>

namespace offramp {

namespace {

constexpr GUID locatorClass{0x4590f811, 0x1d3a, 0x11d0, {0x89, 0x1f, 0x00, 0xaa, 0x00, 0x4b, 0x2e, 0x24}};
constexpr GUID locatorInterface{0xdc12a687, 0x737f, 0x11cf, {0x88, 0x4d, 0x00, 0xaa, 0x00, 0x4b, 0x2e, 0x24}};

// The number of the newest point, 0 when there is none; empty when Windows does not say. Asking for a point within a
// day of another gives that other one, with success, so the number before is the only way to know.
std::optional<std::int64_t> newestPoint()
{
    ComPointer<IWbemLocator> locator;
    ComPointer<IWbemServices> services;
    ComPointer<IEnumWbemClassObject> points;
    const ComText place(::SysAllocString(LR"(root\default)"));
    const ComText language(::SysAllocString(L"WQL"));
    const ComText question(::SysAllocString(L"SELECT SequenceNumber FROM SystemRestore"));
    const bool asked =
        SUCCEEDED(::CoCreateInstance(locatorClass, nullptr, CLSCTX_INPROC_SERVER, locatorInterface, locator.putVoid()))
        && SUCCEEDED(locator->ConnectServer(place.get(), nullptr, nullptr, nullptr, WBEM_FLAG_CONNECT_USE_MAX_WAIT,
                                            nullptr, nullptr, services.put()))
        && SUCCEEDED(::CoSetProxyBlanket(services.get(), RPC_C_AUTHN_WINNT, RPC_C_AUTHZ_NONE, nullptr,
                                         RPC_C_AUTHN_LEVEL_CALL, RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE))
        && SUCCEEDED(services->ExecQuery(language.get(), question.get(),
                                         WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, nullptr, points.put()));
    if (!asked) {
        return std::nullopt;
    }
    std::int64_t newest = 0;
    for (;;) {
        constexpr long patience = 20000;
        ComPointer<IWbemClassObject> point;
        ULONG count = 0;
        const HRESULT next = points->Next(patience, 1, point.put(), &count);
        if (next == WBEM_S_FALSE) {
            return newest;
        }
        VARIANT number{};
        if (next != WBEM_S_NO_ERROR || count != 1
            || FAILED(point->Get(L"SequenceNumber", 0, &number, nullptr, nullptr))) {
            return std::nullopt;
        }
        if (number.vt == VT_I4) {
            newest = std::max<std::int64_t>(newest, number.lVal);
        }
        ::VariantClear(&number);
    }
}

std::string wordsOf(DWORD status)
{
    switch (status) {
    case ERROR_SUCCESS: return "Windows did not say why";
    case ERROR_SERVICE_DISABLED: return "System Protection is turned off";
    case ERROR_BAD_ENVIRONMENT: return "Windows was started in Safe Mode";
    case ERROR_DISK_FULL: return "the disk is full";
    default: return wordsOfWin32(status);
    }
}

}   // namespace

Result<WindowsActions::RestorePoint> LiveWindowsActions::makeRestorePoint(const std::string& name)
{
    if (isServer()) {
        return RestorePoint{false, 0, "Windows Server has no System Restore"};
    }
    static const SystemLibrary library(L"srclient.dll");
    static const auto set = library.function<decltype(&::SRSetRestorePointW)>("SRSetRestorePointW");
    if (set == nullptr) {
        return RestorePoint{false, 0, "this Windows has no System Restore"};
    }
    const ComScope com;
    // System Restore calls back. Somebody may have said this before, which does as well.
    (void)::CoInitializeSecurity(nullptr, -1, nullptr, nullptr, RPC_C_AUTHN_LEVEL_PKT_PRIVACY,
                                 RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE, nullptr);
    const std::optional<std::int64_t> before = newestPoint();
    RESTOREPOINTINFOW wanted{};
    wanted.dwEventType = BEGIN_SYSTEM_CHANGE;
    wanted.dwRestorePtType = APPLICATION_UNINSTALL;
    const std::wstring wide = toWide(name);
    std::copy_n(wide.begin(), std::min<std::size_t>(wide.size(), MAX_DESC_W - 1), wanted.szDescription);
    STATEMGRSTATUS status{};
    if (set(&wanted, &status) == FALSE) {
        return RestorePoint{false, 0, wordsOf(status.nStatus)};
    }
    RestorePoint point{false, status.llSequenceNumber, {}};
    wanted.dwEventType = END_SYSTEM_CHANGE;
    wanted.llSequenceNumber = status.llSequenceNumber;
    STATEMGRSTATUS ended{};
    (void)set(&wanted, &ended);
    if (!before) {
        point.why = "Windows gave number " + std::to_string(point.number)
                    + " and did not say which points there were, so nobody can tell whether it is new";
    } else if (point.number <= *before) {
        point.why = "Windows keeps to one a day, and gave an older one, number " + std::to_string(point.number);
    } else {
        point.made = true;
    }
    return point;
}

}   // namespace offramp
