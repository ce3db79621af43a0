#include "platform/windows/command_line.h"

#include <cstddef>
#include <string_view>

namespace offramp {

namespace {

void appendQuoted(std::wstring& line, std::wstring_view argument)
{
    if (!argument.empty() && argument.find_first_of(L" \t\n\v\"") == std::wstring_view::npos) {
        line += argument;
        return;
    }
    // Backslashes only mean something special before a quotation mark, the closing one included.
    line += L'"';
    std::size_t backslashes = 0;
    for (const wchar_t letter : argument) {
        if (letter == L'\\') {
            ++backslashes;
            continue;
        }
        line.append(letter == L'"' ? 2 * backslashes + 1 : backslashes, L'\\');
        line += letter;
        backslashes = 0;
    }
    line.append(2 * backslashes, L'\\');
    line += L'"';
}

}   // namespace

std::wstring commandLineOf(const std::vector<std::wstring>& arguments)
{
    std::wstring line;
    for (const std::wstring& argument : arguments) {
        if (!line.empty()) {
            line += L' ';
        }
        appendQuoted(line, argument);
    }
    return line;
}

}   // namespace offramp
