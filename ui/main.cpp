// offramp: the desktop app. The window comes first, the catalog and the check after its first frame.
#include "app_start.h"
#include "base/clock.h"
#include "bridge/session_bridge.h"
#include "catalog/open_catalog.h"
#include "platform/desktop.h"
#include "platform/platform.h"
#include "reminder/reminders.h"
#include "shell/launch_options.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"
#include "shell/page_text.h"
#include "shell/single_instance.h"
#include "style/theme.h"
#include "text/language.h"
#include "tray/tray_icon.h"
#include "widgets/accessible.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace {

using namespace offramp;
using namespace offramp::ui;

const QElapsedTimer& processTimer()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer;
}

// Everything that lives as long as the program, in the order it is needed.
class App {
public:
    App(const LaunchOptions& options, AppSettings& settings)
        : m_options(options), m_page(options.page), m_settings(settings)
    {
        QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &m_settings, [this] { onLastWindowClosed(); });
        if (options.tray) {
            showInTray();
            openReminders(WindowFallback::allowed);
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
        if (wishes.person && m_bridge != nullptr) {
            m_bridge->setPerson(*wishes.person);
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
        m_window = std::make_unique<MainWindow>(PageContext{m_settings, reminderService()});
        QObject::connect(m_window.get(), &MainWindow::firstFramePainted, m_window.get(), [this] { onFirstFrame(); });
        QObject::connect(m_window.get(), &MainWindow::startRequested, m_window.get(), [this] { start(); });
        QObject::connect(m_window.get(), &MainWindow::updated, m_window.get(), [this] { onUpdated(); });
        if (m_options.size) {
            m_window->setMinimumSize(m_options.size->boundedTo(m_window->minimumSize()));
            m_window->resize(*m_options.size);
        }
        if (m_bridge != nullptr) {
            m_window->attach(*m_bridge);
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
            }
        });
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
            std::printf("%lld\n", static_cast<long long>(processTimer().elapsed()));
            std::fflush(stdout);
            QApplication::exit(0);
            return;
        }
        if (isEverydayStart(m_options)) {
            showInTray();
        }
        if (m_bridge == nullptr) {
            start();
        }
    }

    void openReminders(WindowFallback fallback)
    {
        if (m_reminders != nullptr) {
            return;
        }
        m_reminders = Reminders::open(m_tray != nullptr ? m_tray->systemIcon() : nullptr, fallback);
        if (m_reminders == nullptr) {
            return;
        }
        ReminderService& service = m_reminders->service();
        QObject::connect(&service, &ReminderService::changed, &m_settings, [this] { updateTray(); });
        QObject::connect(&service, &ReminderService::windowWanted, &m_settings,
                         [this](PageId page) { openWindow(page); });
        QObject::connect(&service, &ReminderService::checkWanted, &m_settings, [this] {
            if (m_bridge != nullptr) {
                m_bridge->startCheck();
            }
        });
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
        switch (action) {
        case TrayAction::open: openWindow(); return;
        case TrayAction::act: openWindow(m_words ? m_words->actPage : PageId::overview); return;
        case TrayAction::checkAgain:
            if (m_bridge != nullptr) {
                m_bridge->startCheck();
            } else {
                start();
            }
            return;
        // Turning reminders on is asked about in the window, never done from a menu.
        case TrayAction::remindTomorrow:
            reminds ? service->snooze(SnoozeChoice::tomorrow) : openWindow(PageId::remindLater);
            return;
        case TrayAction::remindNextWeek:
            reminds ? service->snooze(SnoozeChoice::nextWeek) : openWindow(PageId::remindLater);
            return;
        case TrayAction::remindOnDate: openWindow(PageId::remindLater); return;
        case TrayAction::settings: openWindow(PageId::settings); return;
        case TrayAction::quit:
            if (m_window != nullptr) {
                m_window->close();
            }
            QCoreApplication::quit();
            return;
        }
    }

    // What the menu says counts days; after a day it is out of date.
    void refreshOldCheck()
    {
        constexpr std::chrono::hours oldAfter{12};
        const SessionState state = m_bridge != nullptr ? m_bridge->state() : SessionState{};
        if (state.result && state.phase == CheckPhase::done
            && SystemClock().now() - state.result->snapshot.takenAt > oldAfter) {
            m_bridge->startCheck();
        }
    }

    [[nodiscard]] OverviewModel overview() const
    {
        if (m_window != nullptr) {
            return m_window->overview();
        }
        return m_bridge != nullptr ? overviewModel(m_bridge->state(), m_bridge->catalog(), SystemClock().now())
                                   : overviewStarting();
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
        Result<std::unique_ptr<Host>> host = makeLiveHost();
        if (!m_options.host.isEmpty()) {
            host = openRecordedHost(std::filesystem::path(m_options.host.toStdU16String()));
        }
        if (!host) {
            fail(Missing::machine, host.error());
            return;
        }
        m_catalog = std::move(catalog->catalog);
        m_host = std::move(*host);
        CheckOptions check;
        check.person = m_options.person ? *m_options.person : m_settings.person().value_or(Person::us);
        check.asOf = m_options.asOf;
        m_session = makeSession(*m_host, m_catalog, check);
        m_bridge = std::make_unique<SessionBridge>(*m_session);
        QObject::connect(m_bridge.get(), &SessionBridge::changed, &m_settings, [this] { onChecked(); });
        m_bridge->startCheck();
        if (m_window != nullptr) {
            m_window->attach(*m_bridge);
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
        const SessionState state = m_bridge->state();
        if (state.phase == CheckPhase::done && state.result != m_known) {
            m_known = state.result;
            m_words = reminderWords(*state.result, Occasion::reminder);
            if (ReminderService* service = reminderService()) {
                service->takeCheck(*state.result);
            }
        }
        updateTray();
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
        if (m_options.printPage) {
            std::fputs(qUtf8Printable(pageText(*m_window)), stdout);
            std::fflush(stdout);
        }
        const bool written = m_options.screenshot.isEmpty() || m_window->grab().save(m_options.screenshot);
        if (!written) {
            std::fprintf(stderr, "offramp: cannot write %s\n", qUtf8Printable(m_options.screenshot));
        }
        QApplication::exit(written ? 0 : 1);
    }

    LaunchOptions m_options;
    QString m_page;   // to open when the check is done
    Catalog m_catalog;
    std::unique_ptr<Host> m_host;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionBridge> m_bridge;
    std::shared_ptr<const CheckResult> m_known;   // the newest check that was told
    std::optional<ReminderWords> m_words;
    AppSettings& m_settings;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<Reminders> m_reminders;
    std::unique_ptr<MainWindow> m_window;   // null while there is only the tray
};

constexpr int usageError = 64;   // EX_USAGE, as the terminal program ends

// Before the application exists.
void prepareToolkit()
{
    // We never draw with OpenGL; without this the X11 plugin loads a whole graphics stack to find out.
    if (!qEnvironmentVariableIsSet("QT_XCB_GL_INTEGRATION")) {
        qputenv("QT_XCB_GL_INTEGRATION", "none");
    }
    QApplication::setStyle(QStringLiteral("fusion"));
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
}

// With the platform plugin's options that the build chose for its system (ui/CMakeLists.txt). A person's own choice
// comes first, and programs we start do not inherit ours.
std::unique_ptr<QApplication> makeApplication(int& argc, char** argv)
{
    constexpr const char* variable = "QT_QPA_PLATFORM";
    const bool ours = QLatin1String(OFFRAMP_QT_PLATFORM).size() > 0 && !qEnvironmentVariableIsSet(variable);
    if (ours) {
        qputenv(variable, OFFRAMP_QT_PLATFORM);
    }
    auto application = std::make_unique<QApplication>(argc, argv);
    if (ours) {
        qunsetenv(variable);
    }
    return application;
}

}   // namespace

int main(int argc, char** argv)
{
    static_cast<void>(processTimer());
    for (int i = 1; i < argc; ++i) {
        const QLatin1String argument(argv[i]);
        // Answered before Qt looks for a display.
        const bool version = argument == QLatin1String("--version");
        if (version || argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            attachParentConsole();
            std::fputs(version ? "offramp " OFFRAMP_VERSION "\n" : qPrintable(launchHelp()), stdout);
            return 0;
        }
    }
    QStringList plain;   // Qt has not taken its own out yet, which these runs are not given
    for (int i = 1; i < argc; ++i) {
        plain.append(QString::fromLocal8Bit(argv[i]));
    }
    if (const auto asked = parseLaunchOptions(plain); asked && (asked->remind || asked->remindOff)) {
        return runForReminder(*asked, argc, argv);
    }
    prepareToolkit();
    const auto application = makeApplication(argc, argv);
    nameFontsToFallBackTo();
    nameApplication();
    const auto options = parseLaunchOptions(QCoreApplication::arguments().mid(1));
    if (!options) {
        attachParentConsole();
        std::fprintf(stderr, "offramp: %s\n%s", options.error().context.c_str(), qPrintable(launchHelp()));
        return usageError;
    }
    if (!isEverydayStart(*options)) {
        attachParentConsole();   // it may have something to print
    }
    installAccessibility();
    const bool handsOut = !options->screenshot.isEmpty() || options->printPage || options->firstFrame;
    AppSettings settings(handsOut ? Memory::forgets : Memory::remembers);
    Language::instance().choose(options->language.value_or(settings.language()));
    Theme& theme = Theme::instance();
    theme.setTextScale(options->textScale.value_or(1));
    theme.setMode(options->theme.value_or(ThemeMode::system));
    if (options->printPage || !options->screenshot.isEmpty()) {
        theme.setSystemWishes({.reducedMotion = true});   // nothing is caught halfway
    } else {
        theme.followSystem();
    }
    if (options->components) {
        return showComponents(*options);
    }
    QApplication::setQuitOnLastWindowClosed(false);   // App decides
    std::unique_ptr<SingleInstance> instance;
    const auto place = isEverydayStart(*options) ? meetingPlace() : std::nullopt;
    if (place) {
        instance = std::make_unique<SingleInstance>(*place);
        if (instance->begin(QCoreApplication::arguments().mid(1)) == Start::handedOver) {
            return 0;
        }
    }
    App app(*options, settings);
    if (instance != nullptr) {
        QObject::connect(instance.get(), &SingleInstance::startRequested, application.get(),
                         [&app](const LaunchOptions& wishes) { app.takeOver(wishes); });
        // From here on a new start shall have its own window instead of asking one that is closing.
        QObject::connect(application.get(), &QCoreApplication::aboutToQuit, instance.get(), &SingleInstance::end);
    }
    return QApplication::exec();
}
