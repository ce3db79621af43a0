#include "app_start.h"

#include "catalog/built_in_catalog.h"
#include "catalog/trust_anchors.h"
#include "components/component_sheet.h"
#include "platform/desktop.h"
#include "platform/platform.h"
#include "platform/present_moment.h"
#include "reminder/remind_run.h"
#include "reminder/reminders.h"
#include "shell/app_settings.h"
#include "text/language.h"

#include "shell/page_text.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QProcess>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <utility>

namespace offramp::ui {

namespace {

constexpr int cannotStore = 74;   // EX_IOERR

constexpr int usageError = 64;   // EX_USAGE

}   // namespace

CatalogPlaces placesOfFacts(const LaunchOptions& options)
{
    return {std::filesystem::path(options.catalog.toStdU16String()), programFolder(), personVaultFolder(),
            builtInCatalog()};
}

Result<OpenedCatalog> openFacts(const LaunchOptions& options)
{
    return openBestCatalog(placesOfFacts(options), compiledKeys());
}

Result<std::unique_ptr<Host>> openMachine(const LaunchOptions& options)
{
    return options.host.isEmpty() ? Result<std::unique_ptr<Host>>(makeLiveHost())
                                  : openRecordedHost(std::filesystem::path(options.host.toStdU16String()));
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Offramp"));
    QCoreApplication::setApplicationName(QStringLiteral("Offramp"));
    QGuiApplication::setDesktopFileName(QStringLiteral("offramp"));   // whose icon a Wayland desktop shows
    QCoreApplication::setApplicationVersion(QStringLiteral(OFFRAMP_VERSION));
}

int runForReminder(const LaunchOptions& options, int argc, char** argv)
{
    if (options.remindOff) {
        const auto off = turnRemindersOff();
        if (!off) {
            attachParentConsole();
            std::fprintf(stderr, "offramp: %s\n", describe(off.error()).c_str());
        }
        return off ? 0 : cannotStore;
    }
    const auto database = openPersonState();
    if (!database) {
        return cannotStore;
    }
    ReminderStore store(**database);
    const AppSettings settings(Memory::remembers);
    const std::unique_ptr<Host> host = makeLiveHost();
    auto looked = openMachine(options);
    if (!looked) {
        std::fprintf(stderr, "offramp: %s\n", describe(looked.error()).c_str());
        return usageError;
    }
    RemindRun::Tools tools;
    tools.now = [&] { return presentMoment(host->clock(), host->conditions()); };
    tools.check = [&]() -> Result<CheckResult> {
        const auto facts = openFacts(options);
        if (!facts) {
            return tl::unexpected(facts.error());
        }
        CheckOptions check;
        check.person = settings.person().value_or(AppSettings::guessedPerson());
        check.asOf = options.asOf;
        return offramp::check(**looked, facts->catalog, check, {}, {});
    };
    tools.attention = [] { return desktopAttention().value_or(NotificationState::welcome); };
    tools.openApp = [](const QStringList& arguments) {
        QProcess app;   // on its own from here on: this run ends
        app.setProgram(QString::fromStdU16String(runningProgram().u16string()));
        app.setArguments(arguments);
        app.setStandardInputFile(QProcess::nullDevice());
        app.setStandardOutputFile(QProcess::nullDevice());
        app.setStandardErrorFile(QProcess::nullDevice());
        app.startDetached();
    };
    RemindRun run(store, tools);
    if (!run.isWorthLooking()) {
        return 0;
    }
    const auto application = makeNotifierApplication(argc, argv);
    nameApplication();
    Language::instance().choose(settings.language());
    const auto notifier = makeNotifier(nullptr);
    run.remind(*notifier, options.atSignIn);
    return 0;
}

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

bool handOutWindow(const LaunchOptions& options, QWidget& window)
{
    if (options.printPage) {
        std::fputs(qUtf8Printable(pageText(window)), stdout);
        std::fflush(stdout);
    }
    const bool written = options.screenshot.isEmpty() || window.grab().save(options.screenshot);
    if (!written) {
        std::fprintf(stderr, "offramp: cannot write %s\n", qUtf8Printable(options.screenshot));
    }
    return written;
}

}   // namespace offramp::ui
