#include "platform/desktop.h"

#include "platform/person_settings.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_conditions.h"

#include <fmt/format.h>

#include <sddl.h>
#include <shellapi.h>

#include <cstddef>
#include <cstdio>
#include <system_error>
#include <vector>

namespace offramp {

namespace {

// "S-1-5-21-…"; empty when Windows does not say.
std::string personOfThisProcess()
{
    UniqueHandle token;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.put()) == 0) {
        return {};
    }
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<std::byte> buffer(size);
    if (size < sizeof(TOKEN_USER) || ::GetTokenInformation(token.get(), TokenUser, buffer.data(), size, &size) == 0) {
        return {};
    }
    LPWSTR text = nullptr;
    if (::ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid, &text) == 0) {
        return {};
    }
    const LocalMemory<wchar_t> owned(text);
    return toUtf8(text);
}

bool leadsSomewhere(DWORD stream)
{
    const HANDLE handle = ::GetStdHandle(stream);
    return handle != nullptr && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

}   // namespace

std::optional<MeetingPlace> meetingPlace()
{
    const std::string person = personOfThisProcess();
    const auto folder = personDataFolder();
    DWORD session = 0;
    if (person.empty() || !folder || ::ProcessIdToSessionId(::GetCurrentProcessId(), &session) == 0) {
        return std::nullopt;
    }
    // Remote desktop and "switch user" give one person several screens, but one profile.
    std::error_code error;
    std::filesystem::create_directories(*folder, error);
    if (error) {
        return std::nullopt;
    }
    return MeetingPlace{*folder / fmt::format("window-{}.lock", session),
                        fmt::format("offramp-{}-{}", person, session)};
}

void allowForeground(std::int64_t processId)
{
    ::AllowSetForegroundWindow(static_cast<DWORD>(processId));
}

bool bringToFront(std::int32_t number)
{
    const auto window = reinterpret_cast<HWND>(static_cast<LONG_PTR>(number));
    if (::IsWindow(window) == 0) {
        return false;
    }
    if (::IsIconic(window) != 0) {
        ::ShowWindowAsync(window, SW_RESTORE);   // a program that hangs would make this one wait
    }
    if (::SetForegroundWindow(window) == 0 || ::GetForegroundWindow() != window) {
        // What Alt+Tab does, also for a window of a program with more rights.
        ::SwitchToThisWindow(window, TRUE);
    }
    return ::GetForegroundWindow() == window;
}

void attachParentConsole()
{
    const bool output = leadsSomewhere(STD_OUTPUT_HANDLE);
    const bool error = leadsSomewhere(STD_ERROR_HANDLE);
    if ((output && error) || ::AttachConsole(ATTACH_PARENT_PROCESS) == 0) {
        return;
    }
    const auto lead = [](std::FILE* stream) {
        if (std::freopen("CONOUT$", "w", stream) != nullptr) {
            std::setvbuf(stream, nullptr, _IOFBF, BUFSIZ);   // else every letter is a call of its own
        }
    };
    if (!output) {
        lead(stdout);
    }
    if (!error) {
        lead(stderr);
    }
}

std::optional<NotificationState> desktopAttention()
{
    QUERY_USER_NOTIFICATION_STATE state{};
    if (FAILED(::SHQueryUserNotificationState(&state))) {
        return std::nullopt;
    }
    const auto known = notificationStateFrom(static_cast<int>(state));
    return known ? std::optional(*known) : std::nullopt;
}

void giveBackMemory()
{
    ::HeapCompact(::GetProcessHeap(), 0);
}

PanelShade panelShade()
{
    DWORD light = 0;
    DWORD size = sizeof light;
    const LSTATUS status =
        ::RegGetValueW(HKEY_CURRENT_USER, L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                       L"SystemUsesLightTheme", RRF_RT_REG_DWORD, nullptr, &light, &size);
    // Windows before the choice existed had a dark bar.
    return status == ERROR_SUCCESS && light != 0 ? PanelShade::light : PanelShade::dark;
}

DesktopWishes desktopWishes()
{
    DesktopWishes wishes;
    HIGHCONTRASTW contrast = {};
    contrast.cbSize = sizeof contrast;
    if (::SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof contrast, &contrast, 0) != 0) {
        wishes.highContrast = (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
    }
    BOOL animated = TRUE;
    if (::SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animated, 0) != 0) {
        wishes.reducedMotion = animated == FALSE;
    }
    return wishes;
}

bool mayChangeDesktopWishes(const void* message)
{
    const UINT kind = static_cast<const MSG*>(message)->message;
    return kind == WM_SETTINGCHANGE || kind == WM_THEMECHANGED || kind == WM_SYSCOLORCHANGE;
}

}   // namespace offramp
