// How an answer leaves the program.
#pragma once

#include "cli/options.h"

#include <string>

namespace offramp::cli {

// Writes the whole answer to standard output; `whenWritten`, or outputFailed: a script must not take half an answer for
// a whole one.
[[nodiscard]] ExitCode print(const std::string& text, ExitCode whenWritten);

}   // namespace offramp::cli
