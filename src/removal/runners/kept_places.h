// The undo data of steps that take things away: the places they are kept at.
#pragma once

#include "base/result.h"
#include "platform/actions.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

[[nodiscard]] std::string encodeKept(const std::vector<std::string>& places);
// Foreign bytes: malformed.
[[nodiscard]] Result<std::vector<std::string>> decodeKept(std::string_view bytes);

// A name for all that one step takes away, the same each time.
[[nodiscard]] std::string groupOf(std::string_view stepId);

// Puts all back, the last taken first; goes on after one that cannot be and tells the first fault.
[[nodiscard]] Result<void> putAllBack(Quarantine& quarantine, const std::string& undo);

}   // namespace offramp
