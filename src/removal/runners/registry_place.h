// A registry key named as people and plans name it, taken apart again.
#pragma once

#include "platform/host.h"

#include <optional>
#include <string_view>

namespace offramp {

// "HKLM\\…" or "HKU\\<SID>\\…", as RegistryKey::display() writes it and nothing else: no blank part, no slash. The key
// is exactly where it says, so a part "WOW6432Node" is a part of the path.
[[nodiscard]] std::optional<RegistryKey> keyNamed(std::string_view display);

}   // namespace offramp
