// How an answer leaves the program, and what is handed to it comes in.
#pragma once

#include "base/result.h"
#include "cli/options.h"

#include <cstddef>
#include <string>

namespace offramp::cli {

// Writes the whole answer to standard output; `whenWritten`, or outputFailed: a script must not take half an answer for
// a whole one.
[[nodiscard]] ExitCode print(const std::string& text, ExitCode whenWritten);

// All of a file, or of the standard input for "-"; tooLarge beyond `limit` bytes.
[[nodiscard]] Result<std::string> readWhole(const std::string& file, std::size_t limit);

}   // namespace offramp::cli
