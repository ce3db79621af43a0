// Files that survive a power cut, and a lock between programs. CMake picks the implementation.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace offramp {

// Makes `folder` and what is missing above it, for this person only where the system can say so.
[[nodiscard]] Result<void> makePrivateFolder(const std::filesystem::path& folder);

// Puts `bytes` in the place of `file`. Whenever the power goes, the file is as it was before or as it is after: the
// bytes are written beside it ("<file>.new"), forced to the disk, renamed over it, and the folder is forced to the
// disk. The folder must exist.
[[nodiscard]] Result<void> replaceDurably(const std::filesystem::path& file, std::string_view bytes);

// Held by one program at a time, let go when the last copy is destroyed or the program ends in any way.
using FileLock = std::shared_ptr<void>;
// Does not wait: `timeout` when another program holds it. The file is made if it is missing and stays.
[[nodiscard]] Result<FileLock> lockFile(const std::filesystem::path& file);

}   // namespace offramp
