// What the system knows about the person who runs the program and about the way to the network.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace offramp {

// Where the program keeps what it stores for this person: $XDG_DATA_HOME/offramp or ~/.local/share/offramp; on Windows
// %LOCALAPPDATA%\Offramp. The folder may not exist yet. notFound when the system names no place.
[[nodiscard]] Result<std::filesystem::path> personDataFolder();

// The proxy the system's settings name for an https address, as "host:port"; empty for none. On Linux always empty:
// there the environment variables https_proxy, all_proxy and no_proxy are the setting, and libcurl reads them.
// May ask the network on Windows (automatic proxy configuration); call it on a worker thread.
[[nodiscard]] std::string systemProxyFor(std::string_view httpsUrl);

}   // namespace offramp
