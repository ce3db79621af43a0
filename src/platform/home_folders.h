// Which folders are people's homes. The same answer for this computer and for a recorded one.
#pragma once

#include "platform/host.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// Folders where homes are kept that are no person's: "Public", "lost+found".
[[nodiscard]] bool isSharedHome(OsFamily os, std::string_view name);

// Homes on a Windows machine, sorted, each once: those of people in the list of profiles, the one of whoever asks
// (`own`, may be empty), and what else lies where Windows keeps homes: what an account leaves behind outlives its
// entry. Only those that are there, also when they may not be opened. An Error when nothing could be found out.
[[nodiscard]] Result<std::vector<std::string>> windowsHomes(const Registry& registry, const Files& files,
                                                            std::string own);

}   // namespace offramp
