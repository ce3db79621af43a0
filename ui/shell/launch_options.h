// What the command line asks the app for.
#pragma once

#include "base/result.h"
#include "domain/timeline.h"
#include "style/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

namespace offramp::ui {

struct LaunchOptions {
    QString host;      // a recorded machine; empty: this one
    QString catalog;   // empty: the installed one
    std::optional<Instant> asOf;
    std::optional<Person> person;      // empty: as chosen last time
    std::optional<ThemeMode> theme;    // empty: the system's
    std::optional<QString> language;   // a shipped one's code; empty: as chosen last time
    std::optional<double> textScale;
    std::optional<QSize> size;
    QString page;                 // page to open at the start; empty: Overview
    QString screenshot;           // file to write the window to when the check is done
    bool printPage = false;       // print what a screen reader would read when the check is done, and end
    bool components = false;      // show the component sheet instead of the app
    bool tray = false;            // stay in the tray, without a window
    bool remind = false;          // remind if it is time, and end
    bool atSignIn = false;        // with remind: the session has just begun
    bool remindOff = false;       // take back what was registered for reminders, and end
    bool resumeRemoval = false;   // go on with the removal that waits
    bool firstFrame = false;      // print the milliseconds from main() to the first frame and end
};

// A start that looks at this computer, today, and stays open. Others are tools: they neither ask a running Offramp to
// do the work nor are asked.
[[nodiscard]] bool isEverydayStart(const LaunchOptions& options);

// `arguments` without the program's name and without what Qt takes for itself.
[[nodiscard]] Result<LaunchOptions> parseLaunchOptions(const QStringList& arguments);
[[nodiscard]] QString launchHelp();

}   // namespace offramp::ui
