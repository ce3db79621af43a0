// offramp-cli machine and offramp-cli signature: what the system itself says, before anything is looked for.
#pragma once

#include "cli/options.h"

#include <string>

namespace offramp::cli {

// Which computer this is, whether it waits for a restart, power, notifications, and on Windows how much its managers
// list. What could not be told is part of the answer and no failure.
ExitCode runMachine(const CommonOptions& options);

// What a program file says of itself and who signed it. clean: signed and trusted; actNeeded: not signed, or not to be
// trusted; couldNotTell: this system cannot check signatures, or looking failed.
ExitCode runSignature(const CommonOptions& options, const std::string& file);

}   // namespace offramp::cli
