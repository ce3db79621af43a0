// offramp: the desktop app. The window comes first, the catalog and the check after its first frame.
#include "base/clock.h"
#include "bridge/session_bridge.h"
#include "catalog/built_in_catalog.h"
#include "catalog/open_catalog.h"
#include "catalog/trust_anchors.h"
#include "components/component_sheet.h"
#include "platform/desktop.h"
#include "platform/platform.h"
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
#include <QFont>
#include <QFontDatabase>
#include <QTimer>
#include <cstdio>
#include <filesystem>
#include <memory>
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

// Everything that lives as long as the window, in the order it is needed.
class App {
public:
    App(const LaunchOptions& options, AppSettings& settings)
        : m_options(options), m_page(options.page), m_settings(settings), m_window(PageContext{settings})
    {
        QObject::connect(&m_window, &MainWindow::firstFramePainted, &m_window, [this] { onFirstFrame(); });
        QObject::connect(&m_window, &MainWindow::startRequested, &m_window, [this] { start(); });
        QObject::connect(&m_window, &MainWindow::updated, &m_window, [this] { onUpdated(); });
        if (options.size) {
            m_window.setMinimumSize(options.size->boundedTo(m_window.minimumSize()));
            m_window.resize(*options.size);
        }
        m_window.show();
    }

    // What a second start asked for.
    void takeOver(const LaunchOptions& wishes)
    {
        m_window.comeToFront();
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
            m_window.resize(*wishes.size);
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
        start();
    }

    void showInTray()
    {
        m_tray = std::make_unique<TrayIcon>();
        m_tray->setModel(trayModel(m_window.overview()));
        QObject::connect(m_tray.get(), &TrayIcon::chosen, &m_window, [this](TrayAction action) {
            switch (action) {
            case TrayAction::open: m_window.comeToFront(); return;
            case TrayAction::checkAgain: m_window.checkAgain(); return;
            case TrayAction::quit: m_window.close(); return;
            }
        });
    }

    // Everything a check needs; shows what is missing instead.
    void start()
    {
        const auto folder = std::filesystem::path(QCoreApplication::applicationDirPath().toStdU16String());
        const CatalogPlaces places{std::filesystem::path(m_options.catalog.toStdU16String()), folder,
                                   personVaultFolder(), builtInCatalog()};
        auto catalog = openBestCatalog(places, compiledKeys());
        if (!catalog) {
            m_window.showFailure(Missing::facts, catalog.error());
            return;
        }
        Result<std::unique_ptr<Host>> host = makeLiveHost();
        if (!m_options.host.isEmpty()) {
            host = openRecordedHost(std::filesystem::path(m_options.host.toStdU16String()));
        }
        if (!host) {
            m_window.showFailure(Missing::machine, host.error());
            return;
        }
        m_catalog = std::move(catalog->catalog);
        m_host = std::move(*host);
        CheckOptions check;
        check.person = m_options.person ? *m_options.person : m_settings.person().value_or(Person::us);
        check.asOf = m_options.asOf;
        m_session = makeSession(*m_host, m_catalog, check);
        m_bridge = std::make_unique<SessionBridge>(*m_session);
        m_bridge->startCheck();
        m_window.attach(*m_bridge);
    }

    void onUpdated()
    {
        if (m_tray != nullptr) {
            m_tray->setModel(trayModel(m_window.overview()));
        }
        if (m_window.overview().running) {
            return;
        }
        if (const auto page = pageFromWord(std::exchange(m_page, QString()))) {
            m_window.showPage(*page);
        }
        if (m_options.printPage || !m_options.screenshot.isEmpty()) {
            // Layouts settle in the next turns of the event loop.
            QTimer::singleShot(120, &m_window, [this] { handOut(); });
        }
    }

    void handOut()
    {
        if (m_options.printPage) {
            std::fputs(qUtf8Printable(pageText(m_window)), stdout);
            std::fflush(stdout);
        }
        const bool written = m_options.screenshot.isEmpty() || m_window.grab().save(m_options.screenshot);
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
    AppSettings& m_settings;
    MainWindow m_window;
    std::unique_ptr<TrayIcon> m_tray;
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

// Windows names fonts that need not be there, as under Wine, and Qt would then take the first of the alphabet.
void nameFontsToFallBackTo()
{
    if (QGuiApplication::platformName() != QLatin1String("windows")) {
        return;   // elsewhere fontconfig knows better
    }
    const QStringList sans{QStringLiteral("Segoe UI"),  QStringLiteral("Tahoma"),      QStringLiteral("Arial"),
                           QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("Nimbus Sans")};
    const QStringList fixed{QStringLiteral("Consolas"), QStringLiteral("Liberation Mono"),
                            QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")};
    QFont::insertSubstitutions(QGuiApplication::font().family(), sans);
    QFont::insertSubstitutions(QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), fixed);
}

int showComponents(const LaunchOptions& options)
{
    ComponentSheet sheet;
    if (options.size) {
        sheet.resize(*options.size);
    }
    sheet.show();
    if (options.screenshot.isEmpty()) {
        return QApplication::exec();
    }
    if (!options.size) {
        sheet.resize(sheet.width(), sheet.wholeHeight());
    }
    QCoreApplication::processEvents();
    if (!sheet.grab().save(options.screenshot)) {
        std::fprintf(stderr, "offramp: cannot write %s\n", qUtf8Printable(options.screenshot));
        return 1;
    }
    return 0;
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
    prepareToolkit();
    const auto application = makeApplication(argc, argv);
    nameFontsToFallBackTo();
    QCoreApplication::setOrganizationName(QStringLiteral("Offramp"));
    QCoreApplication::setApplicationName(QStringLiteral("Offramp"));
    QGuiApplication::setDesktopFileName(QStringLiteral("offramp"));   // whose icon a Wayland desktop shows
    QCoreApplication::setApplicationVersion(QStringLiteral(OFFRAMP_VERSION));
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
