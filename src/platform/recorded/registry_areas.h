// Which part of the registry a recording must hold something of, so that a missing key means "absent".
#pragma once

#include <span>
#include <string_view>

namespace offramp {

// One area is one or more keys that are exported together; having one of them means the others were looked at too.
// Paths are folded, below "hklm\".
using RegistryArea = std::span<const std::string_view>;

// The area a folded path below "hklm\" lies in, the narrowest when several do; empty when it lies in none.
[[nodiscard]] RegistryArea registryAreaOf(std::string_view path);

}   // namespace offramp
