#include "inventory/sources/uninstall_string.h"

#include "base/text.h"
#include "base/windows_arguments.h"
#include "inventory/sources/registry_reading.h"

#include <algorithm>
#include <array>

namespace offramp::sources {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool isBlank(char letter)
{
    return blanks.find(letter) != std::string_view::npos;
}

// Length of the program's path at the beginning of an unquoted command line.
std::size_t unquotedProgram(std::string_view line)
{
    const std::size_t firstBlank = std::min(line.find_first_of(blanks), line.size());
    if (line.substr(0, firstBlank).find_first_of("\\/:") == std::string_view::npos) {
        return firstBlank;   // a bare name such as "rundll32"
    }
    constexpr std::array<std::string_view, 7> endings{".exe", ".sys", ".com", ".cmd", ".bat", ".msi", ".scr"};
    for (std::size_t dot = line.find('.'); dot != std::string_view::npos; dot = line.find('.', dot + 1)) {
        const std::size_t end = dot + 4;
        const bool ends =
            end == line.size()
            || (end < line.size() && (isBlank(line[end]) || line[end] == '"' || line[end] == '/' || line[end] == ','));
        if (!ends) {
            continue;
        }
        const std::string ending = text::fold(line.substr(dot, 4));
        if (std::find(endings.begin(), endings.end(), ending) != endings.end()) {
            return end;
        }
    }
    // No ending at all: an option is the best sign that the path is over.
    const std::size_t option = std::min(line.find(" /"), line.find(" -"));
    return std::min(option, line.size());
}

bool isInstallerProgram(std::string_view executable)
{
    const std::size_t at = executable.find_last_of("\\/");
    const std::string name = text::fold(executable.substr(at == std::string_view::npos ? 0 : at + 1));
    return name == "msiexec" || name == "msiexec.exe";
}

std::string productCodeIn(const std::vector<std::string>& arguments)
{
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string_view argument = arguments[at];
        if (argument.size() < 2 || (argument[0] != '/' && argument[0] != '-')) {
            continue;
        }
        const std::string option = text::fold(argument.substr(1, argument.find('{') - 1));
        if (option != "x" && option != "i" && option != "uninstall" && option != "package") {
            continue;
        }
        const std::string_view rest = argument.substr(1 + option.size());
        if (std::string code = guidFrom(rest); !code.empty()) {
            return code;
        }
        if (rest.empty() && at + 1 < arguments.size()) {
            if (std::string code = guidFrom(arguments[at + 1]); !code.empty()) {
                return code;
            }
        }
    }
    return {};
}

}   // namespace

std::optional<UninstallCommand> decodeUninstallString(std::string_view written)
{
    const std::string_view line = text::trim(written.substr(0, written.find('\0')));
    UninstallCommand command;
    std::string_view rest;
    if (line.starts_with('"')) {
        const std::size_t end = std::min(line.find('"', 1), line.size());
        command.executable = text::trim(line.substr(1, end - 1));
        rest = line.substr(std::min(end + 1, line.size()));
    } else {
        const std::size_t length = unquotedProgram(line);
        command.executable = text::trim(line.substr(0, length));
        rest = line.substr(length);
    }
    if (command.executable.empty()) {
        return std::nullopt;
    }
    command.arguments = windowsArguments(rest);
    if (isInstallerProgram(command.executable)) {
        command.productCode = productCodeIn(command.arguments);
    }
    return command;
}

}   // namespace offramp::sources
