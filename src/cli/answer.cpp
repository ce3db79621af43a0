#include "cli/answer.h"

#include <cstdio>
#include <fmt/format.h>

namespace offramp::cli {

ExitCode print(const std::string& text, ExitCode whenWritten)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) {
        fmt::print(stderr, "offramp-cli: the answer could not be written completely\n");
        return ExitCode::outputFailed;
    }
    return whenWritten;
}

}   // namespace offramp::cli
