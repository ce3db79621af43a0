// Paths as the registry writes them, turned into paths that can be asked for.
#pragma once

#include "domain/evidence.h"
#include "platform/host.h"

#include <string>
#include <string_view>

namespace offramp::sources {

// Where Windows is installed, "C:\Windows" when the registry does not say.
[[nodiscard]] std::string windowsFolder(const Host& host);

// "\SystemRoot\System32\x", "system32\x", "\??\C:\x", "%ProgramFiles%\x" and quoted paths to "C:\…". Empty when the
// path is relative to something unknown, names a variable of a person, or lies on another computer (asking for a
// network path could block for long and tell that computer who asks).
[[nodiscard]] std::string absolutePath(std::string_view written, std::string_view windowsFolder);

// Whether the place is there; unknown for an empty path and when it may not be looked at.
[[nodiscard]] Presence presenceOf(const Files& files, const std::string& absolutePath);

}   // namespace offramp::sources
