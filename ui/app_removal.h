// What the running app removes with: this computer's session, or a rehearsal of what was found.
#pragma once

#include "bridge/removal_service.h"
#include "shell/app_settings.h"
#include "shell/launch_options.h"

#include <memory>

namespace offramp::ui {

// Both must outlive it. Only an everyday start can remove anything; every other one can rehearse.
[[nodiscard]] std::unique_ptr<RemovalService> makeRemovalService(const LaunchOptions& options,
                                                                 const AppSettings& settings);

// There is a journal, so a removal may wait in it.
[[nodiscard]] bool wasEverRemovedFrom();

}   // namespace offramp::ui
