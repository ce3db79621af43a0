#include "shell/launch_options.h"

#include "platform/start_files.h"
#include "shell/page_registry.h"
#include "text/language.h"

#include <QHash>
#include <functional>

namespace offramp::ui {

namespace {

using Setter = std::function<bool(LaunchOptions&, const QString&)>;

bool setAsOf(LaunchOptions& options, const QString& text)
{
    const auto day = parseDay(text.toStdString());
    if (day) {
        options.asOf = startOfDay(easternZone(), *day) + std::chrono::hours{12};
    }
    return day.has_value();
}

bool setSize(LaunchOptions& options, const QString& text)
{
    const QStringList parts = text.split(u'x');
    bool wideOk = false;
    bool highOk = false;
    const QSize size(parts.value(0).toInt(&wideOk), parts.value(1).toInt(&highOk));
    options.size = size;
    return parts.size() == 2 && wideOk && highOk && size.width() > 0 && size.height() > 0;
}

bool setScale(LaunchOptions& options, const QString& text)
{
    bool ok = false;
    const double scale = text.toDouble(&ok);
    options.textScale = scale;
    return ok && scale >= 0.5 && scale <= 4;
}

const QHash<QString, Setter>& setters()
{
    const auto text = [](QString LaunchOptions::*field) {
        return [field](LaunchOptions& options, const QString& value) {
            options.*field = value;
            return !value.isEmpty();
        };
    };
    static const QHash<QString, Setter> all{
        {QStringLiteral("--host"), text(&LaunchOptions::host)},
        // A recorded machine, and the guided removal rehearsed on it.
        {QStringLiteral("--machine"),
         [](LaunchOptions& options, const QString& value) {
             options.host = value;
             options.page = options.page.isEmpty() ? QStringLiteral("switch") : options.page;
             return !value.isEmpty();
         }},
        {QStringLiteral("--catalog"), text(&LaunchOptions::catalog)},
        {QStringLiteral("--screenshot"), text(&LaunchOptions::screenshot)},
        {QStringLiteral("--page"), text(&LaunchOptions::page)},
        {QStringLiteral("--as-of"), setAsOf},
        {QStringLiteral("--size"), setSize},
        {QStringLiteral("--text-scale"), setScale},
        {QStringLiteral("--person"),
         [](LaunchOptions& options, const QString& value) {
             options.person = personFromString(value.toStdString());
             return options.person.has_value();
         }},
        {QStringLiteral("--language"),
         [](LaunchOptions& options, const QString& value) {
             options.language = value;
             return isShippedLanguage(value);
         }},
        {QStringLiteral("--theme"),
         [](LaunchOptions& options, const QString& value) {
             options.theme = themeModeFromString(value);
             return options.theme.has_value();
         }},
    };
    return all;
}

// Written down in what the system starts us with.
bool LaunchOptions::*reminderFlag(const QString& name)
{
    const auto is = [&](std::string_view argument) { return name.toStdString() == argument; };
    return is(trayArgument)            ? &LaunchOptions::tray
           : is(remindArgument)        ? &LaunchOptions::remind
           : is(atSignInArgument)      ? &LaunchOptions::atSignIn
           : is(remindOffArgument)     ? &LaunchOptions::remindOff
           : is(resumeRemovalArgument) ? &LaunchOptions::resumeRemoval
                                       : nullptr;
}

}   // namespace

bool isEverydayStart(const LaunchOptions& options)
{
    return options.host.isEmpty() && options.catalog.isEmpty() && !options.asOf && options.screenshot.isEmpty()
           && !options.printPage && !options.components && !options.firstFrame && !options.remind && !options.atSignIn
           && !options.remindOff;
}

Result<LaunchOptions> parseLaunchOptions(const QStringList& arguments)
{
    LaunchOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const qsizetype equals = arguments[i].indexOf(u'=');
        const QString name = equals > 0 ? arguments[i].left(equals) : arguments[i];
        if (name == QLatin1String("--first-frame")) {
            options.firstFrame = true;
        } else if (name == QLatin1String("--components")) {
            options.components = true;
        } else if (name == QLatin1String("--print-page")) {
            options.printPage = true;
        } else if (const auto flag = reminderFlag(name); flag != nullptr) {
            options.*flag = true;
        } else if (const auto setter = setters().constFind(name); setter != setters().constEnd()) {
            if (equals < 0 && i + 1 >= arguments.size()) {
                return fail(ErrorCode::malformed, name.toStdString() + " needs a value");
            }
            const QString value = equals > 0 ? arguments[i].mid(equals + 1) : arguments[++i];
            if (!(*setter)(options, value)) {
                return fail(ErrorCode::malformed,
                            name.toStdString() + " does not understand \"" + value.toStdString() + "\"");
            }
        } else {
            return fail(ErrorCode::malformed, "unknown option " + arguments[i].toStdString());
        }
    }
    return options;
}

QString launchHelp()
{
    return QStringLiteral(
               "offramp: find out where Kaspersky on this computer stands, and what to do.\n\n"
               "  --host DIR          look at a recorded machine instead of this computer\n"
               "  --machine DIR       rehearse the guided removal on a recorded machine; nothing is changed\n"
               "  --catalog FILE      use this catalog of facts\n"
               "  --as-of YYYY-MM-DD  judge as of that day\n"
               "  --person WHO        us, federal, contractor, other-government or other\n"
               "  --theme NAME        system, light, dark or high-contrast\n"
               "  --language CODE     en or es; otherwise as chosen in the settings, or the system's\n"
               "  --text-scale N      0.5 to 4, on top of the system's text size\n"
               "  --size WxH          size of the window\n"
               "  --page NAME         page to open: %1\n"
               "  --tray              stay in the tray, without a window\n"
               "  --remind            remind if it is time, and end; --at-sign-in when the session begins\n"
               "  --remind-off        turn reminders off, take back what was registered for them, and end\n"
               "  --resume-removal    go on with the removal that waits for a restart or for you\n"
               "  --screenshot FILE   write a picture of the window when the check is done, and end\n"
               "  --print-page        print the words of the page when the check is done, and end\n"
               "  --components        show every component of the window in every state, for developers\n"
               "  --first-frame       print the milliseconds from main to the first painted frame, and end\n"
               "  --version           print the version\n"
               "  --help              print this\n")
        .arg(pageWords());
}

}   // namespace offramp::ui
