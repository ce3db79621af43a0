// Arguments as the one string Windows hands to a program, quoted so that CommandLineToArgvW and every C runtime take
// the same arguments out of it again.
#pragma once

#include <string>
#include <vector>

namespace offramp {

[[nodiscard]] std::wstring commandLineOf(const std::vector<std::wstring>& arguments);

}   // namespace offramp
