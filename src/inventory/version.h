// Versions as inventories write them: compared by their leading numbers.
#pragma once

#include <string_view>

namespace offramp {

// True when the first `parts` numbers of both agree, or one of them has fewer numbers, or is empty.
[[nodiscard]] bool versionsAgree(std::string_view left, std::string_view right, int parts);

}   // namespace offramp
