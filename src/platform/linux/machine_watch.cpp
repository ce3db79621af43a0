#include "platform/machine_watch.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_files.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <thread>
#include <utility>

namespace offramp {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

class LinuxMachineWatch final : public MachineWatch {
public:
    LinuxMachineWatch(const WatchSettings& settings, WatchEvents events)
        : m_settings(settings), m_events(std::move(events)), m_changes(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
          m_alarm(::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)),
          m_end(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {}

    ~LinuxMachineWatch() override
    {
        if (m_thread.joinable()) {
            ::eventfd_write(m_end.get(), 1);
            m_thread.join();
        }
    }

    Result<void> begin(const std::vector<WatchedPlace>& places)
    {
        if (!m_changes.valid() || !m_alarm.valid() || !m_end.valid()) {
            return tl::unexpected(errorFromErrno(errno, "watching for changes"));
        }
        constexpr std::uint32_t what = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE;
        for (const WatchedPlace& place : places) {
            const int number = ::inotify_add_watch(m_changes.get(), place.path.c_str(), what | IN_ONLYDIR);
            if (number >= 0) {
                m_names[number] = place.onlyName;
            }
        }
        m_thread = std::thread([this] { watch(); });
        return {};
    }

    void setAlarm(std::optional<Instant> at) override
    {
        itimerspec when{};
        if (at) {
            when.it_value.tv_sec = std::max<time_t>(at->time_since_epoch().count(), 1);   // zero would mean never
        }
        ::timerfd_settime(m_alarm.get(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr);
    }

    [[nodiscard]] std::size_t watched() const override { return m_names.size(); }

private:
    void watch()
    {
        std::array<pollfd, 3> wanted{
            {{m_changes.get(), POLLIN, 0}, {m_alarm.get(), POLLIN, 0}, {m_end.get(), POLLIN, 0}}};
        std::optional<SteadyClock::time_point> first;   // of the changes not told yet
        SteadyClock::time_point latest{};
        for (;;) {
            int wait = -1;
            if (first) {
                const auto tellAt = std::min(latest + m_settings.calm, *first + m_settings.patience);
                const auto left = std::chrono::ceil<milliseconds>(tellAt - SteadyClock::now());
                wait = static_cast<int>(std::max<milliseconds::rep>(left.count(), 0));
            }
            const int ready = ::poll(wanted.data(), wanted.size(), wait);
            if (ready < 0 && errno != EINTR) {
                return;
            }
            if (ready < 0) {
                continue;
            }
            if (wanted[2].revents != 0) {
                return;
            }
            if (wanted[1].revents != 0) {
                takeAlarm();
            }
            if (wanted[0].revents != 0 && takeChanges()) {
                latest = SteadyClock::now();
                first = first.value_or(latest);
            }
            const auto now = SteadyClock::now();
            if (first && (now >= latest + m_settings.calm || now >= *first + m_settings.patience)) {
                first.reset();
                m_events.changed();
            }
        }
    }

    void takeAlarm()
    {
        std::uint64_t times = 0;
        const ssize_t count = ::read(m_alarm.get(), &times, sizeof times);
        if (count == sizeof times || errno == ECANCELED) {   // cancelled: the clock was set
            m_events.alarm();
        }
    }

    // True when one of them matters.
    bool takeChanges()
    {
        bool matters = false;
        alignas(inotify_event) std::array<char, 4096> buffer{};
        for (;;) {
            const ssize_t count = ::read(m_changes.get(), buffer.data(), buffer.size());
            if (count <= 0) {
                return matters;
            }
            for (ssize_t at = 0; at < count;) {
                inotify_event event{};
                std::memcpy(&event, buffer.data() + at, sizeof event);
                const char* const name = event.len > 0 ? buffer.data() + at + sizeof event : "";
                const auto place = m_names.find(event.wd);
                // Too many to tell them all apart is a change as well.
                matters = matters || (event.mask & IN_Q_OVERFLOW) != 0
                          || (place != m_names.end() && (place->second.empty() || place->second == name));
                at += static_cast<ssize_t>(sizeof event + event.len);
            }
        }
    }

    WatchSettings m_settings;
    WatchEvents m_events;
    FileDescriptor m_changes;
    FileDescriptor m_alarm;
    FileDescriptor m_end;
    std::map<int, std::string> m_names;   // of each watch: the only name that matters
    std::thread m_thread;
};

}   // namespace

std::vector<WatchedPlace> placesThatChange()
{
    return {{"/var/lib/dpkg", "status", false},
            {"/var/lib/rpm", "", false},
            {"/usr/lib/sysimage/rpm", "", false},
            {"/var/lib/pacman/local", "", false},
            {"/opt", "", false},
            {"/var/opt", "", false},
            {"/etc/opt", "", false},
            {"/etc/systemd/system", "", false},
            {"/usr/lib/systemd/system", "", false},
            {"/etc/init.d", "", false}};
}

Result<std::unique_ptr<MachineWatch>> watchMachine(const std::vector<WatchedPlace>& places,
                                                   const WatchSettings& settings, WatchEvents events)
{
    auto watch = std::make_unique<LinuxMachineWatch>(settings, std::move(events));
    if (const auto begun = watch->begin(places); !begun) {
        return tl::unexpected(begun.error());
    }
    return watch;
}

}   // namespace offramp
