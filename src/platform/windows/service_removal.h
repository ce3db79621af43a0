// A service taken out of the Service Control Manager, and made again from a copy of its key.
#pragma once

#include "base/result.h"
#include "platform/windows/handle.h"

#include <string>

namespace offramp {

// unsupported for a driver and for a service that runs; notFound when the manager does not know it.
[[nodiscard]] Result<void> removeServiceNamed(const std::string& name);
// Only what the manager must be told; the rest of the key is the caller's. unsupported for a driver.
[[nodiscard]] Result<void> makeServiceFrom(HKEY key, const std::string& name);

}   // namespace offramp
