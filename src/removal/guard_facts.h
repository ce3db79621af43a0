// Collects the facts guards are made of: what a finished check found, and what the ports answer at this moment. What a
// port refuses or does not know stays unknown.
#pragma once

#include "domain/installation.h"
#include "platform/host.h"
#include "removal/guards.h"

#include <map>
#include <string>
#include <vector>

namespace offramp {

// `products`: those of the check (CheckResult::products).
[[nodiscard]] GuardFacts gatherGuardFacts(const Host& host, const HostSnapshot& snapshot,
                                          const std::vector<Installation>& installations,
                                          const std::map<std::string, Product>& products);

}   // namespace offramp
