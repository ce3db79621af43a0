// Services and drivers as the Service Control Manager keeps them in the registry, and what it says of them itself:
// which of them run, and which ones a registry that may not be read did not tell.
#pragma once

#include "domain/evidence.h"
#include "inventory/sources/registry_reading.h"

#include <optional>
#include <string>

namespace offramp::sources {

// Empty for keys of this place that are neither a service nor a driver (settings of performance counters and the
// like). The presence of the image is left unknown.
[[nodiscard]] std::optional<Evidence> decodeService(const std::string& keyName, const RegistryValues& values);

// A service that the registry did not tell, by the word of the Service Control Manager.
[[nodiscard]] Evidence decodeService(const ServiceStatus& status, const Result<std::string>& image);

}   // namespace offramp::sources
