// A Windows command line taken apart as CommandLineToArgvW and the C runtime take apart what follows the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// Blanks are space, tab and line ends. Nothing is expanded.
[[nodiscard]] std::vector<std::string> windowsArguments(std::string_view line);

}   // namespace offramp
