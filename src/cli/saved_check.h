// offramp-cli check --save: what was found, in a file to carry to another computer.
#pragma once

#include "cli/options.h"
#include "session/session.h"

#include <string>
#include <string_view>

namespace offramp::cli {

// Tells this computer from others of its name without saying which it is: eight digits of a hash of the system's own
// identifier. Empty where the system has none, or a recording does not hold it.
[[nodiscard]] std::string computerMark(const Host& host);

// A name every file system takes: "Ana's PC" on computer 1a2b3c4d is "ana-s-pc-1a2b3c4d.json". Without a mark the
// moment takes its place, so that no two computers get one name.
[[nodiscard]] std::string savedCheckName(std::string_view machine, std::string_view mark, Instant at);

// Writes it whole or not at all, over an older one of the same computer only. `folder` is UTF-8, empty for
// "offramp-checks" beside the program; made if missing. Returns the file's name.
[[nodiscard]] Result<std::string> saveCheck(const CommonOptions& options, const CheckResult& result,
                                            const std::string& folder);

}   // namespace offramp::cli
