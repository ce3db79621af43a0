// offramp: the desktop app. The window comes first, the catalog and the check after its first frame.
#include "base/clock.h"
#include "bridge/session_bridge.h"
#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "shell/launch_options.h"
#include "shell/main_window.h"
#include "style/theme.h"
#include "widgets/accessible.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QLocale>
#include <QTimer>
#include <cstdio>
#include <filesystem>
#include <memory>

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
    explicit App(const LaunchOptions& options)
        : m_options(options),
          m_window(options.screenshot.isEmpty() && !options.firstFrame ? Memory::remembers : Memory::forgets)
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

private:
    void onFirstFrame()
    {
        if (m_options.firstFrame) {
            std::printf("%lld\n", static_cast<long long>(processTimer().elapsed()));
            std::fflush(stdout);
            QApplication::exit(0);
            return;
        }
        start();
    }

    // Everything a check needs; shows what is missing instead.
    void start()
    {
        const auto folder = std::filesystem::path(QCoreApplication::applicationDirPath().toStdU16String());
        const auto file = findCatalog(std::filesystem::path(m_options.catalog.toStdU16String()), folder);
        Result<Catalog> catalog = file ? loadCatalog(*file) : Result<Catalog>(tl::unexpected(file.error()));
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
        m_catalog = std::move(*catalog);
        m_host = std::move(*host);
        CheckOptions check;
        check.person = m_options.person ? *m_options.person : MainWindow::rememberedPerson();
        check.asOf = m_options.asOf;
        m_session = makeSession(*m_host, m_catalog, check);
        m_bridge = std::make_unique<SessionBridge>(*m_session);
        m_bridge->startCheck();
        m_window.attach(*m_bridge);
    }

    void onUpdated()
    {
        if (m_options.screenshot.isEmpty() || m_window.overview().running) {
            return;
        }
        openPage();
        // Layouts settle in the next turns of the event loop.
        QTimer::singleShot(120, &m_window, [this] {
            const bool written = m_window.grab().save(m_options.screenshot);
            if (!written) {
                std::fprintf(stderr, "offramp: cannot write %s\n", qPrintable(m_options.screenshot));
            }
            QApplication::exit(written ? 0 : 1);
        });
    }

    void openPage()
    {
        static const QHash<QString, RailPage> pages{{QStringLiteral("products"), RailPage::products},
                                                    {QStringLiteral("timeline"), RailPage::timeline},
                                                    {QStringLiteral("replacements"), RailPage::replacements},
                                                    {QStringLiteral("history"), RailPage::history},
                                                    {QStringLiteral("settings"), RailPage::settings}};
        static const QHash<QString, InfoTopic> topics{{QStringLiteral("switch"), InfoTopic::switchSafely},
                                                      {QStringLiteral("left"), InfoTopic::reviewLeft},
                                                      {QStringLiteral("remind"), InfoTopic::remindLater},
                                                      {QStringLiteral("keep"), InfoTopic::keepSuccessor},
                                                      {QStringLiteral("look"), InfoTopic::lookThere}};
        if (const auto page = pages.constFind(m_options.page); page != pages.constEnd()) {
            m_window.showPage(*page);
        } else if (const auto topic = topics.constFind(m_options.page); topic != topics.constEnd()) {
            m_window.showTopic(*topic);
        } else if (m_options.page == QLatin1String("why")) {
            m_window.showWhy();
        }
    }

    LaunchOptions m_options;
    Catalog m_catalog;
    std::unique_ptr<Host> m_host;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionBridge> m_bridge;
    MainWindow m_window;
};

constexpr int usageError = 64;   // EX_USAGE, as the terminal program ends

// Before the application exists: what would only cost time and memory.
void prepareToolkit()
{
    // We never draw with OpenGL; without this the X11 plugin loads a whole graphics stack to find out.
    if (!qEnvironmentVariableIsSet("QT_XCB_GL_INTEGRATION")) {
        qputenv("QT_XCB_GL_INTEGRATION", "none");
    }
    QApplication::setStyle(QStringLiteral("fusion"));
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
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
            std::fputs(version ? "offramp " OFFRAMP_VERSION "\n" : qPrintable(launchHelp()), stdout);
            return 0;
        }
    }
    prepareToolkit();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Offramp"));
    QCoreApplication::setApplicationName(QStringLiteral("Offramp"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OFFRAMP_VERSION));
    if (QLocale().language() == QLocale::C) {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    const auto options = parseLaunchOptions(QCoreApplication::arguments().mid(1));
    if (!options) {
        std::fprintf(stderr, "offramp: %s\n%s", options.error().context.c_str(), qPrintable(launchHelp()));
        return usageError;
    }
    installAccessibility();
    Theme::instance().setTextScale(options->textScale);
    Theme::instance().setMode(options->theme);
    App app(*options);
    return QApplication::exec();
}
