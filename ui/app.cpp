#include "app.h"

#include "app_parts.h"
#include "app_removal.h"
#include "app_start.h"
#include "base/clock.h"
#include "bridge/catalog_service.h"
#include "bridge/history_service.h"
#include "bridge/session_bridge.h"
#include "platform/desktop.h"
#include "reminder/reminders.h"
#include "shell/app_settings.h"
#include "shell/launch_options.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"
#include "shell/single_instance.h"
#include "style/theme.h"
#include "text/language.h"
#include "tray/tray_icon.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

namespace offramp::ui {

namespace {

// Everything that lives as long as the program, in the order it is needed.
class App {
public:
    App(const LaunchOptions& options, AppSettings& settings, const QElapsedTimer& sinceStart)
        : m_options(options), m_sinceStart(sinceStart), m_page(options.page), m_settings(settings), m_memory(options),
          m_removal(makeRemovalService(m_options, m_settings))
    {
        QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &m_settings, [this] { onLastWindowClosed(); });
        QObject::connect(&m_settings, &AppSettings::lookChanged, &m_settings, [this] { applyLook(); });
        if (options.tray) {
            showInTray();
            openReminders(WindowFallback::allowed);
            careForFacts();
            start();
        } else {
            openWindow();
        }
    }

    // What a second start asked for.
    void takeOver(const LaunchOptions& wishes)
    {
        if (wishes.tray) {
            return;   // it is there already
        }
        openWindow();
        if (wishes.theme) {
            Theme::instance().setMode(*wishes.theme);
        }
        if (wishes.textScale) {
            Theme::instance().setTextScale(*wishes.textScale);
        }
        if (wishes.language) {
            Language::instance().choose(*wishes.language);
        }
        if (wishes.size) {
            m_window->resize(*wishes.size);
        }
        if (wishes.person && bridge() != nullptr) {
            bridge()->setPerson(*wishes.person);
        }
        if (wishes.resumeRemoval) {
            m_window->showPage(PageId::switchSafely, QStringLiteral("resume"));
        }
        if (!wishes.page.isEmpty()) {
            m_page = wishes.page;
            onUpdated();
        }
    }

private:
    // Makes the window if there is none, and brings it to the front.
    void openWindow()
    {
        if (m_window != nullptr) {
            m_window->comeToFront();
            return;
        }
        if (isEverydayStart(m_options)) {
            openReminders(WindowFallback::forbidden);
        }
        m_window = std::make_unique<MainWindow>(PageContext{m_settings, reminderService(), m_memory.history.get(),
                                                            m_memory.catalog.get(), m_removal.get()});
        QObject::connect(m_window.get(), &MainWindow::firstFramePainted, m_window.get(), [this] { onFirstFrame(); });
        QObject::connect(m_window.get(), &MainWindow::startRequested, m_window.get(), [this] { start(); });
        QObject::connect(m_window.get(), &MainWindow::updated, m_window.get(), [this] { onUpdated(); });
        if (m_options.size) {
            m_window->setMinimumSize(m_options.size->boundedTo(m_window->minimumSize()));
            m_window->resize(*m_options.size);
        }
        if (bridge() != nullptr) {
            m_window->attach(*bridge());
        }
        m_window->show();
    }

    void openWindow(PageId page)
    {
        openWindow();
        m_window->showPage(page);
    }

    // Whoever stays in the tray gives back what the window took.
    void onLastWindowClosed()
    {
        if (!staysInTray()) {
            QCoreApplication::quit();
            return;
        }
        QTimer::singleShot(0, &m_settings, [this] {
            if (m_window != nullptr && !m_window->isVisible()) {
                m_window.reset();
                restSoon();
            }
        });
    }

    // Not at once: whoever tells of a check is still telling others.
    void restSoon()
    {
        constexpr std::chrono::seconds untilAllIsTold{1};
        QTimer::singleShot(untilAllIsTold, &m_settings, [this] { rest(); });
    }

    // An icon needs to know what it says, not what that was made from: facts and findings are read again for a window.
    void rest()
    {
        if (m_window != nullptr || bridge() == nullptr || overview().running || m_removal->isWorking()) {
            return;
        }
        const auto result = bridge()->state().result;
        m_rested = Rested{overview(), result != nullptr ? result->snapshot.takenAt : Instant{}};
        m_known.reset();
        m_checking.reset();
        m_removal->close();   // what is unfinished is in its journal
        giveBackMemory();
    }

    [[nodiscard]] ReminderService* reminderService()
    {
        return m_reminders != nullptr ? &m_reminders->service() : nullptr;
    }

    [[nodiscard]] bool staysInTray()
    {
        const ReminderService* service = reminderService();
        return service != nullptr && service->isOn() && service->record().preferences.mode == ReminderMode::resident;
    }

    void onFirstFrame()
    {
        if (m_options.firstFrame) {
            std::printf("%lld\n", static_cast<long long>(m_sinceStart.elapsed()));
            std::fflush(stdout);
            QApplication::exit(0);
            return;
        }
        if (isEverydayStart(m_options)) {
            showInTray();
            careForFacts();
            lookForUnfinished();
        }
        if (bridge() == nullptr) {
            start();
        }
    }

    void lookForUnfinished()
    {
        if (m_options.resumeRemoval) {
            m_window->showPage(PageId::switchSafely, QStringLiteral("resume"));
        } else if (wasEverRemovedFrom()) {
            m_removal->open(RemovalMode::real);
        }
    }

    [[nodiscard]] SessionBridge* bridge() const { return m_checking != nullptr ? m_checking->bridge.get() : nullptr; }

    // Newer facts are used from the moment they are there; they are looked for only if the person allowed it, and then
    // CatalogUpdater says when it is time.
    void careForFacts()
    {
        if (m_memory.catalog == nullptr || m_factsTimer.isActive()) {
            return;
        }
        CatalogService* service = m_memory.catalog.get();
        QObject::connect(service, &CatalogService::catalogChanged, &m_settings, [this] { start(); });
        QObject::connect(&m_factsTimer, &QTimer::timeout, service, &CatalogService::updateIfDue);
        m_factsTimer.start(std::chrono::hours{6});
        // The start of a computer is busy enough.
        QTimer::singleShot(std::chrono::minutes{2}, service, &CatalogService::updateIfDue);
    }

    // What the command line asked for counts for this start; what is chosen afterwards counts at once.
    void applyLook()
    {
        Theme::instance().setTextScale(m_settings.textScale());
        Theme::instance().setMode(m_settings.theme());
        Theme::instance().setMotion(m_settings.motion());
    }

    void openReminders(WindowFallback fallback)
    {
        if (m_reminders != nullptr || m_memory.state == nullptr) {
            return;
        }
        m_reminders =
            std::make_unique<Reminders>(*m_memory.state, m_tray != nullptr ? m_tray->systemIcon() : nullptr, fallback);
        ReminderService& service = m_reminders->service();
        QObject::connect(&service, &ReminderService::changed, &m_settings, [this] { updateTray(); });
        QObject::connect(&service, &ReminderService::windowWanted, &m_settings,
                         [this](PageId page) { openWindow(page); });
        QObject::connect(&service, &ReminderService::checkWanted, &m_settings, [this] { checkAgain(); });
    }

    void checkAgain()
    {
        if (bridge() != nullptr) {
            bridge()->startCheck();
        } else {
            start();
        }
    }

    void showInTray()
    {
        if (m_tray != nullptr) {
            return;
        }
        m_tray = std::make_unique<TrayIcon>();
        updateTray();
        QObject::connect(m_tray.get(), &TrayIcon::chosen, &m_settings, [this](TrayAction action) { act(action); });
        QObject::connect(m_tray.get(), &TrayIcon::aboutToOpen, &m_settings, [this] { refreshOldCheck(); });
    }

    void act(TrayAction action)
    {
        ReminderService* service = reminderService();
        const bool reminds = service != nullptr && service->isOn();
        const auto snooze = [&](SnoozeChoice choice) {
            reminds && service->allows(choice) ? service->snooze(choice) : openWindow(PageId::remindLater);
        };
        switch (action) {
        case TrayAction::open: openWindow(); return;
        case TrayAction::act: openWindow(m_words ? m_words->actPage : PageId::overview); return;
        case TrayAction::checkAgain: checkAgain(); return;
        // Turning reminders on is asked about in the window, never done from a menu; so is why it cannot be put off.
        case TrayAction::remindTomorrow: snooze(SnoozeChoice::tomorrow); return;
        case TrayAction::remindNextWeek: snooze(SnoozeChoice::nextWeek); return;
        case TrayAction::remindOnDate: openWindow(PageId::remindLater); return;
        case TrayAction::settings: openWindow(PageId::settings); return;
        case TrayAction::quit:
            if (m_window != nullptr && !m_window->close()) {
                return;   // a step of a removal is finished first
            }
            QCoreApplication::quit();
            return;
        }
    }

    // What the menu says counts days; after a day it is out of date.
    void refreshOldCheck()
    {
        constexpr std::chrono::hours oldAfter{12};
        const SessionState state = bridge() != nullptr ? bridge()->state() : SessionState{};
        const bool done = m_rested || (state.result && state.phase == CheckPhase::done);
        const Instant taken = m_rested ? m_rested->takenAt : state.result ? state.result->snapshot.takenAt : Instant{};
        if (done && SystemClock().now() - taken > oldAfter) {
            checkAgain();
        }
    }

    [[nodiscard]] OverviewModel overview() const
    {
        if (m_window != nullptr) {
            return m_window->overview();
        }
        if (bridge() != nullptr) {
            return overviewModel(bridge()->state(), bridge()->catalog(), SystemClock().now());
        }
        return m_rested ? m_rested->overview : overviewStarting();
    }

    void updateTray()
    {
        if (m_tray == nullptr) {
            return;
        }
        const ReminderService* service = reminderService();
        const bool paused = service != nullptr && service->isPaused();
        m_tray->setModel(
            trayModel(overview(), m_words ? &*m_words : nullptr, paused ? TrayPause::paused : TrayPause::none));
    }

    // Everything a check needs; shows what is missing instead.
    void start()
    {
        auto catalog = openFacts(m_options);
        if (!catalog) {
            fail(Missing::facts, catalog.error());
            return;
        }
        Result<std::unique_ptr<Host>> host = openMachine(m_options);
        if (!host) {
            fail(Missing::machine, host.error());
            return;
        }
        auto next = std::make_unique<Checking>();
        next->catalog = std::move(catalog->catalog);
        next->host = std::move(*host);
        CheckOptions check;
        check.person =
            m_options.person ? *m_options.person : m_settings.person().value_or(AppSettings::guessedPerson());
        check.asOf = m_options.asOf;
        next->session = makeSession(*next->host, next->catalog, check);
        next->bridge = std::make_unique<SessionBridge>(*next->session);
        QObject::connect(next->bridge.get(), &SessionBridge::changed, &m_settings, [this] { onChecked(); });
        // The one before ends when nobody looks at it any more.
        const auto before = std::exchange(m_checking, std::move(next));
        m_rested.reset();
        bridge()->startCheck();
        if (m_window != nullptr) {
            m_window->attach(*bridge());
        }
    }

    void fail(Missing missing, const Error& problem)
    {
        if (m_window == nullptr) {
            openWindow();   // somebody has to be told
        }
        m_window->showFailure(missing, problem);
    }

    // The bridge has something new; the window hears of it by itself.
    void onChecked()
    {
        const SessionState state = bridge()->state();
        if (state.phase == CheckPhase::done && state.result != m_known) {
            m_known = state.result;
            m_words = reminderWords(*state.result, Occasion::reminder);
            if (ReminderService* service = reminderService()) {
                service->takeCheck(*state.result);
            }
            remember(*state.result);
        }
        updateTray();
        if (m_window == nullptr && !overview().running) {
            restSoon();
        }
    }

    // The same look at the computer, judged for somebody else, is not another check.
    void remember(const CheckResult& result)
    {
        if (m_memory.history != nullptr && result.snapshot.takenAt != m_remembered) {
            m_remembered = result.snapshot.takenAt;
            m_memory.history->remember(result, m_checking->catalog.replacements);
        }
    }

    void onUpdated()
    {
        updateTray();
        if (m_window->overview().running) {
            return;
        }
        if (const auto page = pageFromWord(std::exchange(m_page, QString()))) {
            m_window->showPage(*page);
        }
        if (m_options.printPage || !m_options.screenshot.isEmpty()) {
            // Layouts settle in the next turns of the event loop.
            QTimer::singleShot(120, m_window.get(), [this] { handOut(); });
        }
    }

    void handOut()
    {
        if (m_removal->isPreparing()) {
            QObject::connect(
                m_removal.get(), &RemovalService::changed, m_window.get(), [this] { onUpdated(); },
                Qt::SingleShotConnection);
            return;
        }
        QApplication::exit(handOutWindow(m_options, *m_window) ? 0 : 1);
    }

    LaunchOptions m_options;
    const QElapsedTimer& m_sinceStart;
    QString m_page;   // to open when the check is done
    AppSettings& m_settings;
    AppMemory m_memory;
    std::unique_ptr<RemovalService> m_removal;
    QTimer m_factsTimer;
    std::unique_ptr<Checking> m_checking;
    std::optional<Rested> m_rested;               // only while there is no m_checking
    Instant m_remembered{};                       // when the check was made that was remembered last
    std::shared_ptr<const CheckResult> m_known;   // the newest check that was told
    std::optional<ReminderWords> m_words;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<Reminders> m_reminders;
    std::unique_ptr<MainWindow> m_window;   // null while there is only the tray
};

}   // namespace

int runApp(const LaunchOptions& options, AppSettings& settings, const QElapsedTimer& sinceStart)
{
    QApplication::setQuitOnLastWindowClosed(false);   // App decides
    std::unique_ptr<SingleInstance> instance;
    const auto place = isEverydayStart(options) ? meetingPlace() : std::nullopt;
    if (place) {
        instance = std::make_unique<SingleInstance>(*place);
        if (instance->begin(QCoreApplication::arguments().mid(1)) == Start::handedOver) {
            return 0;
        }
    }
    if (isEverydayStart(options)) {
        settings.askForPerson();
    }
    QObject::connect(&settings, &AppSettings::languageChanged, qApp,
                     [](const QString& code) { Language::instance().choose(code); });
    App app(options, settings, sinceStart);
    if (instance != nullptr) {
        QObject::connect(instance.get(), &SingleInstance::startRequested, qApp,
                         [&app](const LaunchOptions& wishes) { app.takeOver(wishes); });
        // From here on a new start shall have its own window instead of asking one that is closing.
        QObject::connect(qApp, &QCoreApplication::aboutToQuit, instance.get(), &SingleInstance::end);
    }
    return QApplication::exec();
}

}   // namespace offramp::ui
