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
    std::optional<Person> person;   // empty: as chosen last time
    ThemeMode theme = ThemeMode::system;
    double textScale = 1;
    std::optional<QSize> size;
    QString page;              // page to open at the start; empty: Overview
    QString screenshot;        // file to write the window to when the check is done
    bool firstFrame = false;   // print the milliseconds from main() to the first frame and end
};

// `arguments` without the program's name and without what Qt takes for itself.
[[nodiscard]] Result<LaunchOptions> parseLaunchOptions(const QStringList& arguments);
[[nodiscard]] QString launchHelp();

}   // namespace offramp::ui
