// What this build trusts: the public keys and the servers of resources/trust, compiled in. Nothing at run time (no
// option, no variable, no file) can add to either list of keys.
#pragma once

#include "catalog/bundle_signature.h"

#include <string>
#include <vector>

namespace offramp {

// The key in use, and the one that takes over when it is retired.
[[nodiscard]] const std::vector<TrustedKey>& compiledKeys();

// Base addresses, in the order they are asked. Empty in a build that knows no server.
[[nodiscard]] const std::vector<std::string>& compiledMirrors();

}   // namespace offramp
