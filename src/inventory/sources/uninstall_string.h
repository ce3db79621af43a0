// Command lines that the registry keeps (UninstallString, QuietUninstallString, ImagePath), taken apart to be judged
// and shown. Nothing here starts anything, and variables such as %ProgramFiles% stay as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::sources {

struct UninstallCommand {
    std::string executable;               // without quotes, as written otherwise
    std::vector<std::string> arguments;   // split as CommandLineToArgvW splits them
    std::string productCode;              // "{…}" in capitals for msiexec /x or /i; empty for everything else

    friend bool operator==(const UninstallCommand&, const UninstallCommand&) = default;
};

// Empty for a text without a program. A path with spaces and without quotes ends at the first known file ending, as
// Windows itself would try it.
[[nodiscard]] std::optional<UninstallCommand> decodeUninstallString(std::string_view written);

}   // namespace offramp::sources
