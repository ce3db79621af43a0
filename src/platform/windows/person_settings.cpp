#include "platform/person_settings.h"

#include "platform/proxy_setting.h"
#include "platform/windows/handle.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <shlobj.h>
#include <winhttp.h>

#include <string>

namespace offramp {

namespace {

struct TaskMemoryTraits {
    using Value = PWSTR;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { ::CoTaskMemFree(value); }
};

struct GlobalTextTraits {
    using Value = LPWSTR;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { ::GlobalFree(value); }
};
using GlobalText = Owned<GlobalTextTraits>;

// Loaded when somebody goes to the network, which few runs do.
struct Http {
    SystemLibrary library{L"winhttp.dll"};
    decltype(&::WinHttpOpen) open = library.function<decltype(open)>("WinHttpOpen");
    decltype(&::WinHttpCloseHandle) close = library.function<decltype(close)>("WinHttpCloseHandle");
    decltype(&::WinHttpGetProxyForUrl) proxyForUrl = library.function<decltype(proxyForUrl)>("WinHttpGetProxyForUrl");
    decltype(&::WinHttpGetIEProxyConfigForCurrentUser) settingsOfPerson =
        library.function<decltype(settingsOfPerson)>("WinHttpGetIEProxyConfigForCurrentUser");

    [[nodiscard]] bool isWhole() const
    {
        return open != nullptr && close != nullptr && proxyForUrl != nullptr && settingsOfPerson != nullptr;
    }
};

const Http& http()
{
    static const Http functions;
    return functions;
}

struct HttpSessionTraits {
    using Value = HINTERNET;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { http().close(value); }
};

bool excepted(LPCWSTR list, const std::wstring& url)
{
    return list != nullptr && isProxyException(toUtf8(list), toUtf8(url));
}

// What a configuration script (or the network's own, when `script` is empty) says for the address.
std::string proxyFromScript(const std::wstring& url, LPCWSTR script)
{
    const Owned<HttpSessionTraits> session(
        http().open(L"Offramp", WINHTTP_ACCESS_TYPE_NO_PROXY, WINHTTP_NO_PROXY_NAME, WINHTTP_NO_PROXY_BYPASS, 0));
    if (!session) {
        return {};
    }
    WINHTTP_AUTOPROXY_OPTIONS options{};
    if (script != nullptr) {
        options.dwFlags = WINHTTP_AUTOPROXY_CONFIG_URL;
        options.lpszAutoConfigUrl = script;
    } else {
        options.dwFlags = WINHTTP_AUTOPROXY_AUTO_DETECT;
        options.dwAutoDetectFlags = WINHTTP_AUTO_DETECT_TYPE_DHCP | WINHTTP_AUTO_DETECT_TYPE_DNS_A;
    }
    options.fAutoLogonIfChallenged = FALSE;   // no name and password goes to whoever serves the script
    WINHTTP_PROXY_INFO info{};
    if (!http().proxyForUrl(session.get(), url.c_str(), &options, &info)) {
        return {};
    }
    const GlobalText proxy(info.lpszProxy);
    const GlobalText bypass(info.lpszProxyBypass);
    return proxy && !excepted(bypass.get(), url) ? httpsProxyIn(toUtf8(proxy.get())) : std::string();
}

}   // namespace

Result<std::filesystem::path> personDataFolder()
{
    Owned<TaskMemoryTraits> folder;
    const HRESULT result = ::SHGetKnownFolderPath(FOLDERID_LocalAppData, KF_FLAG_DEFAULT, nullptr, folder.put());
    if (FAILED(result)) {
        return tl::unexpected(errorFromHresult(result, "asking for the folder of local application data"));
    }
    return std::filesystem::path(folder.get()) / L"Offramp";
}

std::string systemProxyFor(std::string_view httpsUrl)
{
    WINHTTP_CURRENT_USER_IE_PROXY_CONFIG settings{};
    if (!http().isWhole() || !http().settingsOfPerson(&settings)) {
        return {};
    }
    const GlobalText script(settings.lpszAutoConfigUrl);
    const GlobalText fixed(settings.lpszProxy);
    const GlobalText bypass(settings.lpszProxyBypass);
    const std::wstring url = toWide(httpsUrl);
    if (script) {
        if (auto proxy = proxyFromScript(url, script.get()); !proxy.empty()) {
            return proxy;
        }
    }
    if (settings.fAutoDetect) {
        if (auto proxy = proxyFromScript(url, nullptr); !proxy.empty()) {
            return proxy;
        }
    }
    return fixed && !excepted(bypass.get(), url) ? httpsProxyIn(toUtf8(fixed.get())) : std::string();
}

}   // namespace offramp
