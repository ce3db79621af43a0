#include "platform/platform.h"

#include "base/secret.h"

#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

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

std::string readHiddenLine(std::size_t limit)
{
    termios before{};
    if (::tcgetattr(STDIN_FILENO, &before) != 0) {
        return {};
    }
    // Nothing is shown, and the key that would end the program only ends the line: whoever ended it while nothing is
    // shown would be left with such a terminal.
    termios hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON | ISIG);
    hidden.c_cc[VMIN] = 1;
    hidden.c_cc[VTIME] = 0;
    if (::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) != 0) {
        return {};
    }
    std::string line;
    line.reserve(limit);   // so that it is never moved to another place
    constexpr char interrupt = 0x03;
    constexpr char endOfInput = 0x04;
    constexpr char backspace = 0x08;
    constexpr char erase = 0x7F;
    for (char c = 0;;) {
        const ssize_t count = ::read(STDIN_FILENO, &c, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0 || c == interrupt || c == endOfInput) {
            overwrite(line);
            break;
        }
        if (c == '\n' || c == '\r') {
            break;
        }
        if (c == backspace || c == erase) {
            // A letter may be several bytes.
            while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) {
                line.pop_back();
            }
            if (!line.empty()) {
                line.pop_back();
            }
        } else if (line.size() < limit) {
            line.push_back(c);
        }
    }
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    return line;
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
