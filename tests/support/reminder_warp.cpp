// The reminder as it lives in the tray, with a clock that runs from one alarm to the next: days pass in seconds. Tray,
// notifications and state.db are the real ones. A program of the tests only; never installed.
//
// reminder-warp STATE_DB CADENCE DAYS      prints "shown TIME" for each reminder, then "memory BEFORE AFTER" in KiB
// reminder-warp FOLDER PROGRAM units       writes the systemd units that start PROGRAM, for systemd's own tools
// reminder-warp STATE_DB CADENCE stay      reminds once, a cadence later, and stays in the tray; prints each answer
#include "base/clock.h"
#include "pages/overview/overview_model.h"
#include "platform/start_files.h"
#include "reminder/reminder_service.h"
#include "scripted_results.h"
#include "state/migrations.h"
#include "tray/tray_icon.h"

#include <QApplication>
#include <QFile>
#include <QTimer>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

namespace {

using namespace offramp;
using namespace offramp::ui;

class WarpTime final : public ReminderTime {
public:
    explicit WarpTime(Instant start) : m_now{start, std::chrono::minutes{0}, "warp", std::chrono::seconds{0}} {}
    [[nodiscard]] ReminderMoment moment() const override { return m_now; }
    void setAlarm(std::optional<Instant> at) override { m_alarm = at; }

    // False when nothing waits before `end`.
    bool goOn(Instant end)
    {
        if (!m_alarm || *m_alarm > end) {
            return false;
        }
        const Instant next = *std::exchange(m_alarm, std::nullopt);
        m_now.sinceBoot += next - m_now.instant;
        m_now.instant = next;
        emit alarm();
        return true;
    }

private:
    ReminderMoment m_now;
    std::optional<Instant> m_alarm;
};

// The real notifier, told of what it shows.
class Listener final : public Notifier {
public:
    Listener(Notifier& real, const WarpTime& time) : m_real(real), m_time(time)
    {
        connect(&m_real, &Notifier::answered, this, [this](NoticeAnswer answer) {
            std::printf("answered %d\n", static_cast<int>(answer));
            std::fflush(stdout);
            emit answered(answer);
        });
    }
    bool isThere() override { return m_real.isThere(); }
    bool holdsBack() override { return m_real.holdsBack(); }
    bool show(const Notice& notice) override
    {
        const bool shown = m_real.show(notice);
        std::printf("%s %s\n", shown ? "shown" : "lost", toString(m_time.moment().instant).c_str());
        std::fflush(stdout);
        return shown;
    }

private:
    Notifier& m_real;
    const WarpTime& m_time;
};

// What is this program's alone: shared pages of libraries come and go with other programs.
long memoryKiB()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    long sum = 0;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("Private_Clean:") || line.startsWith("Private_Dirty:")) {
                sum += line.simplified().split(' ').at(1).toLong();
            }
        }
    }
    return sum;
}

}   // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        return 64;
    }
    if (QByteArray(argv[3]) == "units") {
        const std::filesystem::path folder(argv[1]);
        std::ofstream(folder / "offramp-reminder.service") << systemdService(argv[2]);
        std::ofstream(folder / "offramp-reminder.timer") << systemdTimer();
        return 0;
    }
    QApplication application(argc, argv);
    auto database = StateDatabase::open(argv[1], stateMigrations());
    if (!database) {
        std::fprintf(stderr, "%s\n", describe(database.error()).c_str());
        return 65;
    }
    const Instant start = scriptedNow();
    const bool stays = QByteArray(argv[3]) == "stay";
    const int days = stays ? 0 : QByteArray(argv[3]).toInt();
    ReminderStore store(**database);
    WarpTime time(start);
    TrayIcon tray;
    const auto real = makeNotifier(tray.systemIcon());
    Listener notifier(*real, time);
    ReminderService service(store, time, notifier, WindowFallback::forbidden);
    const CheckResult result = affectedResult();
    SessionState state;
    state.phase = CheckPhase::done;
    state.result = std::make_shared<const CheckResult>(result);
    const Catalog catalog = scriptedCatalog();
    const ReminderWords words = reminderWords(result, Occasion::reminder);
    QObject::connect(&service, &ReminderService::changed, &service, [&] {
        tray.setModel(trayModel(overviewModel(state, catalog, time.moment().instant), &words,
                                service.isPaused() ? TrayPause::paused : TrayPause::none));
    });
    QObject::connect(&service, &ReminderService::windowWanted, &service, [](PageId page) {
        std::printf("window %d\n", static_cast<int>(page));
        std::fflush(stdout);
    });
    if (!service.isOn()) {
        ReminderPreferences preferences;
        preferences.mode = ReminderMode::resident;
        preferences.cadenceDays = QByteArray(argv[2]).toInt();
        service.setPreferences(preferences);
    }
    service.takeCheck(result);

    constexpr std::chrono::days untilSteady{3};   // caches fill before it counts
    constexpr int pause = 30;                     // ms, for whoever shows the notifications
    long before = 0;
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &clock, [&] {
        if (stays) {
            clock.stop();
            time.goOn(start + std::chrono::days{100});
            return;
        }
        if (before == 0 && time.moment().instant > start + untilSteady) {
            before = memoryKiB();
        }
        if (!time.goOn(start + std::chrono::days{days})) {
            std::printf("memory %ld %ld\n", before, memoryKiB());
            QCoreApplication::quit();
        }
    });
    clock.start(pause);
    return QApplication::exec();
}
