// What the executor asks of the machine through the ports.
#pragma once

#include "platform/host.h"
#include "removal/migration.h"

namespace offramp {

[[nodiscard]] Moment momentNow(const Host& host);

// Whether any antivirus is on, by the system's own word. An entry whose program is not there any more does not count.
// `unsupported` where no system says so; `notFound` when the state of some is not known and none is on.
[[nodiscard]] Result<bool> isProtected(const Host& host);

}   // namespace offramp
