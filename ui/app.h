// The running desktop app: the window comes first, the catalog and the check after its first frame; a tray icon, the
// reminders and the care for the facts live as long as the program.
#pragma once

#include "shell/app_settings.h"
#include "shell/launch_options.h"

class QElapsedTimer;

namespace offramp::ui {

// Runs until the person quits, or hands over to an Offramp that runs already. There must be an application object.
// `sinceStart` runs since main() began. Returns the exit code.
[[nodiscard]] int runApp(const LaunchOptions& options, AppSettings& settings, const QElapsedTimer& sinceStart);

}   // namespace offramp::ui
