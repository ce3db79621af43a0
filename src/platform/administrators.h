// Who may change a place. CMake picks the implementation.
#pragma once

#include <filesystem>
#include <optional>

namespace offramp {

// Whether only administrators may change this file or folder itself, links followed; empty when the system does not
// say. On Linux: it belongs to root, and neither a group other than root's nor everybody may write to it.
[[nodiscard]] std::optional<bool> onlyAdministratorsMayWrite(const std::filesystem::path& place);

}   // namespace offramp
