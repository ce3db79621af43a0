// offramp: the desktop app: what it was asked for, and the toolkit for it.
#include "app.h"
#include "app_start.h"
#include "platform/desktop.h"
#include "shell/app_settings.h"
#include "shell/launch_options.h"
#include "style/theme.h"
#include "text/language.h"
#include "widgets/accessible.h"

#include <QApplication>
#include <QElapsedTimer>
#include <cstdio>
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
    theme.setTextScale(options->textScale.value_or(settings.textScale()));
    theme.setMode(options->theme.value_or(settings.theme()));
    theme.setMotion(settings.motion());
    if (options->printPage || !options->screenshot.isEmpty()) {
        theme.setSystemWishes({.reducedMotion = true});   // nothing is caught halfway
    } else {
        theme.followSystem();
    }
    if (options->components) {
        return showComponents(*options);
    }
    return runApp(*options, settings, processTimer());
}
