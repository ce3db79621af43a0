// What every start of the desktop app has in common, and the starts without a window.
#pragma once

#include "catalog/open_catalog.h"
#include "platform/host.h"
#include "shell/launch_options.h"

class QWidget;

namespace offramp::ui {

// Where facts may be for this start.
[[nodiscard]] CatalogPlaces placesOfFacts(const LaunchOptions& options);

// The facts a check needs: the newest good catalog, or the one the options name.
[[nodiscard]] Result<OpenedCatalog> openFacts(const LaunchOptions& options);

// This computer, or the recorded one the options name.
[[nodiscard]] Result<std::unique_ptr<Host>> openMachine(const LaunchOptions& options);

// Once there is an application object.
void nameApplication();

// Windows names fonts that need not be there, as under Wine, and Qt would then take the first of the alphabet.
void nameFontsToFallBackTo();

// "offramp --components". Returns the exit code.
[[nodiscard]] int showComponents(const LaunchOptions& options);

// "offramp --remind" and "offramp --remind-off": no window, and most of the time no Qt either. Returns the exit code.
[[nodiscard]] int runForReminder(const LaunchOptions& options, int argc, char** argv);

// "--print-page" and "--screenshot". False when the picture could not be written.
[[nodiscard]] bool handOutWindow(const LaunchOptions& options, QWidget& window);

}   // namespace offramp::ui
