#include "platform/platform.h"

#include <system_error>
#include <unistd.h>

namespace offramp {

std::filesystem::path programFolder()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path() : program.parent_path();
}

bool isTerminal(Stream stream)
{
    return ::isatty(stream == Stream::output  ? STDOUT_FILENO
                    : stream == Stream::error ? STDERR_FILENO
                                              : STDIN_FILENO)
           == 1;
}

void useBinaryInput() {}
void useBinaryOutput() {}

struct TerminalSettings::Before {};
TerminalSettings::TerminalSettings() = default;
TerminalSettings::~TerminalSettings() = default;

std::vector<std::string> programArguments(int argc, char** argv)
{
    return {argv, argv + argc};
}

}   // namespace offramp
