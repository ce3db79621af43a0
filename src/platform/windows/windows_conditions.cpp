#include "platform/windows/windows_conditions.h"

#include "platform/pending_restart.h"
#include "platform/windows/win32_error.h"

#include <shellapi.h>
#include <winternl.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <vector>

namespace offramp {

namespace {

constexpr std::uint64_t systemProcess = 4;
constexpr auto lengthMismatch = static_cast<NTSTATUS>(0xC0000004);   // STATUS_INFO_LENGTH_MISMATCH

// The part of SYSTEM_PROCESS_INFORMATION that comes before the name; winternl.h leaves the times out.
struct ProcessEntry {
    ULONG nextEntry;
    ULONG threads;
    LARGE_INTEGER reserved[3];
    LARGE_INTEGER createdAt;
    LARGE_INTEGER userTime;
    LARGE_INTEGER kernelTime;
    UNICODE_STRING name;
    LONG priority;
    HANDLE id;
};

std::optional<std::int64_t> kernelMadeAt(const std::vector<std::byte>& list)
{
    std::size_t at = 0;
    while (at + sizeof(ProcessEntry) <= list.size()) {
        ProcessEntry entry;
        std::memcpy(&entry, list.data() + at, sizeof entry);
        if (reinterpret_cast<std::uintptr_t>(entry.id) == systemProcess && entry.createdAt.QuadPart != 0) {
            return entry.createdAt.QuadPart;
        }
        if (entry.nextEntry == 0) {
            break;
        }
        at += entry.nextEntry;
    }
    return std::nullopt;
}

Result<std::vector<std::byte>> readProcessList()
{
    std::vector<std::byte> list(std::size_t{256} << 10);
    for (int attempt = 0; attempt < 8; ++attempt) {
        ULONG needed = 0;
        const NTSTATUS status =
            ::NtQuerySystemInformation(SystemProcessInformation, list.data(), static_cast<ULONG>(list.size()), &needed);
        if (status >= 0) {
            list.resize(needed);
            return list;
        }
        if (status != lengthMismatch) {
            return fail(ErrorCode::io, "list of processes", status);
        }
        list.resize(list.size() * 2);
    }
    return fail(ErrorCode::tooLarge, "list of processes");
}

}   // namespace

Result<std::string> WindowsConditions::bootId() const
{
    const Result<std::vector<std::byte>> processes = readProcessList();
    if (processes) {
        if (const auto madeAt = kernelMadeAt(*processes)) {
            return std::to_string(*madeAt);
        }
    }
    // Systems without a kernel process (Wine) still tell when they started, the first number of this information.
    SYSTEM_TIMEOFDAY_INFORMATION times{};
    const NTSTATUS status = ::NtQuerySystemInformation(SystemTimeOfDayInformation, &times, sizeof times, nullptr);
    std::int64_t startedAt = 0;
    std::memcpy(&startedAt, &times, sizeof startedAt);
    if (status < 0 || startedAt == 0) {
        return fail(ErrorCode::io, "boot identifier", status);
    }
    return std::to_string(startedAt);
}

Result<PendingRestart> WindowsConditions::pendingRestart() const
{
    return pendingRestartFrom(m_registry);
}

Result<Power> WindowsConditions::power() const
{
    SYSTEM_POWER_STATUS status{};
    if (::GetSystemPowerStatus(&status) == 0) {
        return tl::unexpected(errorFromLastError("power"));
    }
    return powerFrom(status.ACLineStatus, status.BatteryFlag, status.BatteryLifePercent);
}

Result<NotificationState> WindowsConditions::notifications() const
{
    QUERY_USER_NOTIFICATION_STATE state{};
    if (const HRESULT result = ::SHQueryUserNotificationState(&state); FAILED(result)) {
        return tl::unexpected(errorFromHresult(result, "notifications"));
    }
    return notificationStateFrom(static_cast<int>(state));
}

Result<std::uint64_t> WindowsConditions::freeSystemSpace() const
{
    std::array<wchar_t, MAX_PATH + 1> folder{};
    const UINT length = ::GetSystemWindowsDirectoryW(folder.data(), static_cast<UINT>(folder.size()));
    ULARGE_INTEGER available{};
    if (length == 0 || length >= folder.size()
        || ::GetDiskFreeSpaceExW(folder.data(), &available, nullptr, nullptr) == 0) {
        return tl::unexpected(errorFromLastError("free space"));
    }
    return available.QuadPart;
}

Power powerFrom(std::uint8_t line, std::uint8_t batteryFlag, std::uint8_t batteryPercent)
{
    constexpr std::uint8_t unknown = 255;
    constexpr std::uint8_t noBattery = 128;
    Power power;
    if (line <= 1) {
        power.onMains = line == 1;
    }
    if (batteryFlag != unknown && (batteryFlag & noBattery) == 0 && batteryPercent <= 100) {
        power.batteryPercent = batteryPercent;
    }
    return power;
}

Result<NotificationState> notificationStateFrom(int state)
{
    switch (state) {
    case 1: return NotificationState::locked;       // QUNS_NOT_PRESENT: a screen saver or the lock screen
    case 2:                                         // QUNS_BUSY
    case 3:                                         // QUNS_RUNNING_D3D_FULL_SCREEN
    case 7: return NotificationState::fullScreen;   // QUNS_APP
    case 4: return NotificationState::presentation;
    case 5: return NotificationState::welcome;
    case 6: return NotificationState::quietTime;
    default: return fail(ErrorCode::io, "notifications", state);
    }
}

}   // namespace offramp
