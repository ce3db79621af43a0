// The reminder while the app runs: what is shown and when, what is stored, and what Settings says about it.
#include "pages/remind/remind_page.h"
#include "platform/start_schedule.h"
#include "reminder/remind_run.h"
#include "reminder/reminder_section.h"
#include "reminder/reminder_service.h"
#include "scripted_reminders.h"
#include "scripted_results.h"
#include "shell/app_settings.h"
#include "state/migrations.h"
#include "widgets/button.h"
#include "widgets/toggle.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <optional>

using namespace offramp;
using namespace offramp::ui;
using namespace std::chrono_literals;

namespace {

// A person's settings in a folder of the test's own.
struct Home {
    Home()
    {
        qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
        auto opened = StateDatabase::open(
            std::filesystem::path(folder.filePath(QStringLiteral("state.db")).toStdU16String()), stateMigrations());
        REQUIRE(opened);
        database = std::move(*opened);
        store.emplace(*database);
    }
    ~Home()
    {
        static_cast<void>(setStartSchedule(ReminderMode::off, runningProgram()));
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
            qunsetenv(name);
        }
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;
    void turnOn(ReminderService& service) const
    {
        ReminderPreferences preferences;
        preferences.mode = ReminderMode::resident;
        service.setPreferences(preferences);
    }

    QTemporaryDir folder;
    std::unique_ptr<StateDatabase> database;
    std::optional<ReminderStore> store;
    ScriptedTime time;
    ScriptedNotifier notifier;
};

template <class Kind> Kind* named(const QWidget& widget, const char* name)
{
    // What was shown before waits to be deleted.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return widget.findChild<Kind*>(QLatin1String(name));
}

void pressSpace(QWidget* widget)
{
    REQUIRE(widget != nullptr);
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &up);
}

// What the organization of the computer asks: done in so many days, put off so often.
CheckResult askedResult(int days, std::optional<int> deferrals)
{
    CheckResult result = affectedResult();
    OrganizationPolicy policy;
    policy.serial = 7;
    policy.organization = "Example Ltd";
    policy.contact = "IT, ext. 42";
    policy.deferrals = deferrals;
    policy.deadline = Day{std::chrono::floor<std::chrono::days>(scriptedNow()) + std::chrono::days{days}};
    result.policy.policy = policy;
    return result;
}

bool says(const QWidget& widget, const char* words)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto labels = widget.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(QLatin1String(words)); });
}

}   // namespace

TEST_CASE("nothing is said, stored for starting or waited for before the person turned it on", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::allowed);
    service.takeCheck(affectedResult());
    home.time.pass(24h * 400);
    CHECK(home.notifier.shown.isEmpty());
    CHECK_FALSE(home.time.alarmAt);
    CHECK(service.schedule().mode == ReminderMode::off);
}

TEST_CASE("a week after it was turned on a reminder is shown, once, with what can be done", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    home.turnOn(service);
    CHECK(service.schedule().mode == ReminderMode::resident);
    service.takeCheck(affectedResult());
    REQUIRE(home.time.alarmAt);
    CHECK(*home.time.alarmAt - home.time.now.instant > 24h * 6);
    home.time.pass(*home.time.alarmAt - home.time.now.instant);
    REQUIRE(home.notifier.shown.size() == 1);
    CHECK(home.notifier.shown.front().title == QStringLiteral("No Kaspersky updates for 785 days"));
    CHECK(home.notifier.shown.front().act == QStringLiteral("Switch safely\u2026"));
    CHECK(home.notifier.shown.front().later == QStringLiteral("Next week"));
    CHECK(service.record().history.confirmed);
    home.time.pass(1h);
    CHECK(home.notifier.shown.size() == 1);
    CHECK(home.time.alarmAt);
}

TEST_CASE("do-not-disturb is respected, and asked about again later", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    home.turnOn(service);
    service.takeCheck(affectedResult());
    home.notifier.quiet = true;
    home.time.pass(24h * 8);
    CHECK(home.notifier.shown.isEmpty());
    CHECK(*home.time.alarmAt == home.time.now.instant + 10min);
    home.notifier.quiet = false;
    home.time.pass(10min);
    CHECK(home.notifier.shown.size() == 1);
}

TEST_CASE("the buttons of the notification do what they say", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    home.turnOn(service);
    service.takeCheck(affectedResult());
    QList<PageId> opened;
    QObject::connect(&service, &ReminderService::windowWanted, &service, [&](PageId page) { opened.append(page); });
    emit home.notifier.answered(NoticeAnswer::act);
    emit home.notifier.answered(NoticeAnswer::open);
    emit home.notifier.answered(NoticeAnswer::closed);
    CHECK(opened == QList<PageId>{PageId::switchSafely, PageId::overview});
    emit home.notifier.answered(NoticeAnswer::later);
    REQUIRE(service.record().history.snooze);
    CHECK(daysBetween(service.today(), service.record().history.snooze->until) == 7);
    CHECK(service.isPaused());
}

TEST_CASE("where nothing shows notifications a window opens when the session begins, and only then", "[reminder]")
{
    Home home;
    home.notifier.there = false;
    int windows = 0;
    for (const WindowFallback fallback : {WindowFallback::forbidden, WindowFallback::allowed}) {
        ReminderService service(*home.store, home.time, home.notifier, fallback);
        if (!service.isOn()) {
            home.turnOn(service);
            service.takeCheck(affectedResult());
            home.time.pass(24h * 8);
            CHECK(*home.time.alarmAt == home.time.now.instant + 6h);
        }
        QObject::connect(&service, &ReminderService::windowWanted, &service, [&] { ++windows; });
        service.takeCheck(affectedResult());
        home.time.pass(24h * 8);
    }
    CHECK(windows == 1);
}

TEST_CASE("when the computer is clean it ends, and a return is said once", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    home.turnOn(service);
    service.takeCheck(cleanResult());
    CHECK_FALSE(home.time.alarmAt);
    CHECK(reminderOutlook(service).contains(QStringLiteral("This computer is clean")));
    service.takeCheck(affectedResult());
    REQUIRE(home.notifier.shown.size() == 1);
    CHECK(home.notifier.shown.front().text.contains(QStringLiteral("came back")));
    home.time.pass(24h * 30);
    CHECK(home.notifier.shown.size() == 1);
}

TEST_CASE("Settings turns reminders on and off, and says what the system was told", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    service.takeCheck(affectedResult());
    ReminderSection section(&service, PageWidth::wide);
    section.show();
    CHECK(says(section, "registers with your system"));
    pressSpace(named<Toggle>(section, "remind"));
    CHECK(service.record().preferences.mode == ReminderMode::scheduled);
    CHECK(says(section, "Nothing stays in memory"));
    CHECK(says(section, "The next reminder is due on"));
    pressSpace(named<Toggle>(section, "resident"));
    CHECK(startSchedule(runningProgram())->mode == ReminderMode::resident);
    pressSpace(named<Button>(section, "never"));
    CHECK(startSchedule(runningProgram())->mode == ReminderMode::off);
    CHECK(says(section, "You asked not to be reminded again"));
    pressSpace(named<Toggle>(section, "remind"));
    CHECK(service.isOn());
    CHECK(startSchedule(runningProgram())->mode == ReminderMode::resident);
    pressSpace(named<Toggle>(section, "remind"));
    CHECK_FALSE(service.isOn());
}

TEST_CASE("what the organization asks stands in the reminder, and can be put off as often as it says", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    home.turnOn(service);
    service.takeCheck(askedResult(30, 1));
    home.time.pass(*home.time.alarmAt - home.time.now.instant);
    REQUIRE(home.notifier.shown.size() == 1);
    CHECK(home.notifier.shown.front().text.contains(QStringLiteral("Example Ltd asks that Kaspersky products are")));
    CHECK(home.notifier.shown.front().later == QStringLiteral("Next week"));
    emit home.notifier.answered(NoticeAnswer::later);
    REQUIRE(service.record().history.snooze);
    CHECK(service.limits().left == 0);
    home.time.pass(24h * 8);
    REQUIRE(home.notifier.shown.size() == 2);
    CHECK(home.notifier.shown.back().later.isEmpty());
    const ReminderRecord before = service.record();
    emit home.notifier.answered(NoticeAnswer::later);   // a notification that was already there
    service.snooze(SnoozeChoice::tomorrow);
    CHECK(service.record() == before);
}

TEST_CASE("Remind me later shows what is asked and offers no day that is not allowed", "[reminder]")
{
    Home home;
    ReminderService service(*home.store, home.time, home.notifier, WindowFallback::forbidden);
    home.turnOn(service);
    AppSettings settings(Memory::forgets);
    const auto page = [&] {
        auto built = std::make_unique<RemindPage>(PageContext{settings, &service, nullptr, nullptr, nullptr});
        built->setState(PageState{});
        built->resize(900, 700);
        built->show();
        QCoreApplication::processEvents();
        return built;
    };
    service.takeCheck(askedResult(3, 1));
    auto shown = page();
    CHECK(says(*shown, "Example Ltd asks that Kaspersky products are removed from this computer by"));
    CHECK(says(*shown, "You can put it off 1 more time. Whom to ask: IT, ext. 42"));
    CHECK(named<Button>(*shown, "tomorrow") != nullptr);
    CHECK(named<Button>(*shown, "nextWeek") == nullptr);
    service.snooze(SnoozeChoice::tomorrow);
    shown = page();
    CHECK(says(*shown, "It cannot be put off again."));
    CHECK(named<Button>(*shown, "tomorrow") == nullptr);
    service.takeCheck(affectedResult());
    shown = page();
    CHECK(named<Button>(*shown, "nextWeek") != nullptr);
    CHECK_FALSE(says(*shown, "Example Ltd"));
}

TEST_CASE("a short run obeys the policy the check found", "[reminder]")
{
    Home home;
    ReminderPreferences preferences;
    preferences.mode = ReminderMode::scheduled;
    preferences.cadenceDays = 30;
    REQUIRE(home.store->setPreferences(preferences, home.time.now));
    CheckResult asked = askedResult(60, 0);
    asked.policy.policy->reminderDays = 2;
    RemindRun run(*home.store, {[&] { return home.time.now; }, [&]() -> Result<CheckResult> { return asked; },
                                [] { return NotificationState::welcome; }, [](const QStringList&) {}});
    home.time.now.instant += 24h * 3;
    home.time.now.sinceBoot += 24h * 3;
    REQUIRE(run.isWorthLooking());
    QTimer::singleShot(0, &home.notifier, [&] { emit home.notifier.answered(NoticeAnswer::later); });
    run.remind(home.notifier, false);
    REQUIRE(home.notifier.shown.size() == 1);
    CHECK(home.notifier.shown.front().later.isEmpty());
    CHECK_FALSE(home.store->read()->history.snooze);
}

TEST_CASE("a short run is over at once when there is nothing to say", "[reminder]")
{
    Home home;
    int checks = 0;
    RemindRun run(*home.store, {[&] { return home.time.now; },
                                [&]() -> Result<CheckResult> {
                                    ++checks;
                                    return affectedResult();
                                },
                                [] { return NotificationState::welcome; }, [](const QStringList&) {}});
    CHECK_FALSE(run.isWorthLooking());   // off
    ReminderPreferences preferences;
    preferences.mode = ReminderMode::scheduled;
    REQUIRE(home.store->setPreferences(preferences, home.time.now));
    CHECK(run.isWorthLooking());   // nobody looked yet
    run.remind(home.notifier, false);
    CHECK(checks == 1);
    CHECK_FALSE(run.isWorthLooking());
    CHECK(home.notifier.shown.isEmpty());
    home.time.now.instant += 21h;
    CHECK(run.isWorthLooking());   // whether it came back is looked at once a day
}

TEST_CASE("without a place to store anything the card says so", "[reminder]")
{
    ReminderSection section(nullptr, PageWidth::wide);
    CHECK(says(section, "Reminders are not available"));
    CHECK(named<Toggle>(section, "remind") == nullptr);
}
