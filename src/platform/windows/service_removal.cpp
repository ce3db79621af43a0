#include "platform/windows/service_removal.h"

#include "platform/windows/registry_tree.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <cstddef>
#include <cstring>

namespace offramp {

namespace {

std::wstring textIn(HKEY key, const wchar_t* name)
{
    const auto value = rawValue(key, name, "service");
    if (!value || (value->type != REG_SZ && value->type != REG_EXPAND_SZ)) {
        return {};
    }
    std::wstring text(reinterpret_cast<const wchar_t*>(value->data.data()), value->data.size() / sizeof(wchar_t));
    while (text.ends_with(L'\0')) {
        text.pop_back();
    }
    return text;
}

DWORD numberIn(HKEY key, const wchar_t* name, DWORD otherwise)
{
    const auto value = rawValue(key, name, "service");
    DWORD number = otherwise;
    if (value && value->type == REG_DWORD && value->data.size() == sizeof number) {
        std::memcpy(&number, value->data.data(), sizeof number);
    }
    return number;
}

}   // namespace

Result<void> removeServiceNamed(const std::string& name)
{
    const UniqueServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    if (!manager) {
        return tl::unexpected(errorFromLastError(name));
    }
    const UniqueServiceHandle service(
        ::OpenServiceW(manager.get(), toWide(name).c_str(), DELETE | SERVICE_QUERY_CONFIG | SERVICE_QUERY_STATUS));
    if (!service) {
        return tl::unexpected(errorFromLastError(name));
    }
    SERVICE_STATUS status{};
    if (::QueryServiceStatus(service.get(), &status) == 0) {
        return tl::unexpected(errorFromLastError(name));
    }
    if ((status.dwServiceType & SERVICE_WIN32) == 0) {
        return fail(ErrorCode::unsupported, name + ": a driver");
    }
    if (status.dwCurrentState != SERVICE_STOPPED) {
        return fail(ErrorCode::unsupported, name + ": it still runs");
    }
    if (::DeleteService(service.get()) == 0) {
        return tl::unexpected(errorFromLastError(name));
    }
    return {};
}

Result<void> makeServiceFrom(HKEY key, const std::string& name)
{
    const DWORD type = numberIn(key, L"Type", 0);
    const std::wstring image = textIn(key, L"ImagePath");
    if ((type & SERVICE_WIN32) == 0) {
        return fail(ErrorCode::unsupported, name + ": a driver");
    }
    const UniqueServiceHandle manager(
        ::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE));
    if (!manager) {
        return tl::unexpected(errorFromLastError(name));
    }
    const std::wstring shown = textIn(key, L"DisplayName");
    const std::wstring account = textIn(key, L"ObjectName");
    const UniqueServiceHandle service(::CreateServiceW(
        manager.get(), toWide(name).c_str(), shown.empty() || shown.front() == L'@' ? nullptr : shown.c_str(),
        SERVICE_QUERY_CONFIG, type, numberIn(key, L"Start", SERVICE_DISABLED),
        numberIn(key, L"ErrorControl", SERVICE_ERROR_NORMAL), image.c_str(), nullptr, nullptr, nullptr,
        account.empty() ? nullptr : account.c_str(), nullptr));
    if (!service) {
        return tl::unexpected(errorFromLastError(name));
    }
    return {};
}

}   // namespace offramp
