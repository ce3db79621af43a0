#include "platform/machine_watch.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

namespace offramp {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

// 100 ns since 1601, as Windows counts.
LARGE_INTEGER windowsTime(Instant instant)
{
    constexpr std::int64_t secondsTo1970 = 11'644'473'600;
    constexpr std::int64_t unitsPerSecond = 10'000'000;
    LARGE_INTEGER time{};
    time.QuadPart = (instant.time_since_epoch().count() + secondsTo1970) * unitsPerSecond;
    return time;
}

// A key that is listened to, or while it is not there the nearest of its parents that is: the first program that is
// installed for one account only makes that account's list.
class Watched {
public:
    explicit Watched(const WatchedPlace& place) : m_deep(place.deep)
    {
        const std::string_view path = place.path;
        const bool machine = path.starts_with("HKLM\\");
        if (machine || path.starts_with("HKCU\\")) {
            m_root = machine ? HKEY_LOCAL_MACHINE : HKEY_CURRENT_USER;
            m_path = toWide(path.substr(5));
            m_changed.reset(::CreateEventW(nullptr, FALSE, FALSE, nullptr));
        }
    }

    // False when neither the key nor any of its parents can be listened to.
    [[nodiscard]] bool listen()
    {
        if (!m_changed) {
            return false;
        }
        // Again when a nearer key was made in between.
        constexpr int attempts = 10;
        for (int i = 0; i < attempts; ++i) {
            std::wstring name = m_path;
            UniqueKey key = openNearest(name);
            if (!key) {
                return false;
            }
            m_key = std::move(key);
            m_opened = std::move(name);
            ::ResetEvent(m_changed.get());   // closing the key before tells as well
            if (!wish()) {
                continue;
            }
            std::wstring now = m_path;
            const UniqueKey same = openNearest(now);
            if (now == m_opened) {
                return true;
            }
        }
        return false;
    }

    // After the event. True when something below the key itself changed, or it came or went.
    [[nodiscard]] bool goOnListening()
    {
        const bool wasThere = isThere();
        if (wasThere && wish()) {
            return true;
        }
        return listen() ? wasThere || isThere() : wasThere;
    }

    // Not every Windows tells that the key itself was deleted.
    void lookAfter()
    {
        const LSTATUS status = ::RegQueryInfoKeyW(m_key.get(), nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                                                  nullptr, nullptr, nullptr, nullptr, nullptr);
        if (status == ERROR_KEY_DELETED) {
            static_cast<void>(listen());
        }
    }

    [[nodiscard]] HANDLE changed() const { return m_changed.get(); }

private:
    [[nodiscard]] bool isThere() const { return m_opened == m_path; }

    // Windows tells of one change and forgets the wish.
    [[nodiscard]] bool wish() const
    {
        const DWORD what = isThere() ? REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET : REG_NOTIFY_CHANGE_NAME;
        const BOOL below = isThere() && m_deep ? TRUE : FALSE;
        return ::RegNotifyChangeKeyValue(m_key.get(), below, what, m_changed.get(), TRUE) == ERROR_SUCCESS;
    }

    // Shortens the name to the key it opened.
    [[nodiscard]] UniqueKey openNearest(std::wstring& name) const
    {
        UniqueKey key;
        for (;;) {
            const LSTATUS status = ::RegOpenKeyExW(m_root, name.c_str(), 0, KEY_NOTIFY | KEY_WOW64_64KEY, key.put());
            const auto end = name.rfind(L'\\');
            const bool missing = status == ERROR_FILE_NOT_FOUND || status == ERROR_KEY_DELETED;
            if (!missing || end == std::wstring::npos) {
                return key;
            }
            name.resize(end);
        }
    }

    HKEY m_root = nullptr;
    std::wstring m_path;
    std::wstring m_opened;
    UniqueKey m_key;
    UniqueHandle m_changed;
    bool m_deep;
};

class WindowsMachineWatch final : public MachineWatch {
public:
    WindowsMachineWatch(const WatchSettings& settings, WatchEvents events)
        : m_settings(settings), m_events(std::move(events)), m_end(::CreateEventW(nullptr, TRUE, FALSE, nullptr)),
          m_alarm(::CreateWaitableTimerW(nullptr, FALSE, nullptr))
    {}

    ~WindowsMachineWatch() override
    {
        if (m_thread.joinable()) {
            ::SetEvent(m_end.get());
            m_thread.join();
        }
    }

    Result<void> begin(const std::vector<WatchedPlace>& places)
    {
        if (!m_end || !m_alarm) {
            return tl::unexpected(errorFromLastError("watching for changes"));
        }
        constexpr std::size_t most = MAXIMUM_WAIT_OBJECTS - 2;
        for (const WatchedPlace& place : places) {
            Watched watched(place);
            if (m_places.size() < most && watched.listen()) {
                m_places.push_back(std::move(watched));
            }
        }
        m_thread = std::thread([this] { watch(); });
        return {};
    }

    void setAlarm(std::optional<Instant> at) override
    {
        // The timer follows the clock when it is set, but nobody tells the program; so it looks once a day.
        constexpr std::chrono::hours atTheLatest{24};
        if (!at) {
            ::CancelWaitableTimer(m_alarm.get());
            return;
        }
        const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
        const LARGE_INTEGER when = windowsTime(std::min(*at, now + atTheLatest));
        ::SetWaitableTimer(m_alarm.get(), &when, 0, nullptr, nullptr, FALSE);
    }

    [[nodiscard]] std::size_t watched() const override { return m_places.size(); }

private:
    void watch()
    {
        std::vector<HANDLE> wanted{m_end.get(), m_alarm.get()};
        for (const Watched& place : m_places) {
            wanted.push_back(place.changed());
        }
        std::optional<SteadyClock::time_point> first;   // of the changes not told yet
        SteadyClock::time_point latest{};
        for (;;) {
            DWORD wait = INFINITE;
            if (first) {
                const auto tellAt = std::min(latest + m_settings.calm, *first + m_settings.patience);
                const auto left = std::chrono::ceil<milliseconds>(tellAt - SteadyClock::now());
                wait = static_cast<DWORD>(std::max<milliseconds::rep>(left.count(), 0));
            }
            const DWORD ready = ::WaitForMultipleObjects(static_cast<DWORD>(wanted.size()), wanted.data(), FALSE, wait);
            if (ready == WAIT_OBJECT_0 || ready == WAIT_FAILED) {
                return;
            }
            if (ready == WAIT_OBJECT_0 + 1) {
                m_events.alarm();
            } else if (ready < WAIT_OBJECT_0 + wanted.size() && m_places[ready - WAIT_OBJECT_0 - 2].goOnListening()) {
                latest = SteadyClock::now();
                first = first.value_or(latest);
            }
            const auto now = SteadyClock::now();
            if (first && (now >= latest + m_settings.calm || now >= *first + m_settings.patience)) {
                first.reset();
                for (Watched& place : m_places) {
                    place.lookAfter();
                }
                m_events.changed();
            }
        }
    }

    WatchSettings m_settings;
    WatchEvents m_events;
    UniqueHandle m_end;
    UniqueHandle m_alarm;
    std::vector<Watched> m_places;
    std::thread m_thread;
};

}   // namespace

std::vector<WatchedPlace> placesThatChange()
{
    const std::string uninstall = "Microsoft\\Windows\\CurrentVersion\\Uninstall";
    // Of services only the names: their settings change all day.
    return {{"HKLM\\SOFTWARE\\" + uninstall, "", true},
            {"HKLM\\SOFTWARE\\WOW6432Node\\" + uninstall, "", true},
            {"HKCU\\SOFTWARE\\" + uninstall, "", true},
            {"HKLM\\SYSTEM\\CurrentControlSet\\Services", "", false}};
}

Result<std::unique_ptr<MachineWatch>> watchMachine(const std::vector<WatchedPlace>& places,
                                                   const WatchSettings& settings, WatchEvents events)
{
    auto watch = std::make_unique<WindowsMachineWatch>(settings, std::move(events));
    if (const auto begun = watch->begin(places); !begun) {
        return tl::unexpected(begun.error());
    }
    return watch;
}

}   // namespace offramp
