#include "base/windows_arguments.h"

#include <cstddef>
#include <utility>

namespace offramp {

namespace {

bool isBlank(char letter)
{
    return std::string_view(" \t\r\n").find(letter) != std::string_view::npos;
}

}   // namespace

// Backslashes are ordinary except before a quotation mark, two quotation marks inside quotes are one.
std::vector<std::string> windowsArguments(std::string_view line)
{
    std::vector<std::string> arguments;
    std::string argument;
    bool quoted = false;
    bool begun = false;
    for (std::size_t at = 0; at < line.size();) {
        const char letter = line[at];
        if (letter == '\\') {
            std::size_t count = 0;
            while (at < line.size() && line[at] == '\\') {
                ++count;
                ++at;
            }
            const bool beforeQuote = at < line.size() && line[at] == '"';
            argument.append(beforeQuote ? count / 2 : count, '\\');
            begun = true;
            if (beforeQuote && count % 2 == 1) {
                argument += '"';
                ++at;
            }
        } else if (letter == '"') {
            begun = true;
            if (quoted && at + 1 < line.size() && line[at + 1] == '"') {
                argument += '"';
                at += 2;
            } else {
                quoted = !quoted;
                ++at;
            }
        } else if (isBlank(letter) && !quoted) {
            if (begun) {
                arguments.push_back(std::move(argument));
                argument.clear();
                begun = false;
            }
            ++at;
        } else {
            argument += letter;
            begun = true;
            ++at;
        }
    }
    if (begun) {
        arguments.push_back(std::move(argument));
    }
    return arguments;
}

}   // namespace offramp
