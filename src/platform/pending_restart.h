// Whether Windows waits for a restart, as the registry tells. The same answer for this computer and for a recorded one.
#pragma once

#include "platform/host.h"

namespace offramp {

// Pending as soon as one place says so. When none does and a place could not be read, its Error: "no" would be a guess.
[[nodiscard]] Result<PendingRestart> pendingRestartFrom(const Registry& registry);

}   // namespace offramp
