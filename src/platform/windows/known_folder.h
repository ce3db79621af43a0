// Folders by their meaning, as the system itself knows them and not its environment.
#pragma once

#include <string>

namespace offramp {

enum class KnownFolder {
    programs,     // "C:\\Program Files"
    programs32,   // "C:\\Program Files (x86)"
    sharedData,   // "C:\\ProgramData"
    personData,   // "C:\\Users\\ana\\AppData\\Local"
};

// Without a backslash at the end; empty when the system does not know it.
[[nodiscard]] std::wstring knownFolder(KnownFolder folder);

}   // namespace offramp
