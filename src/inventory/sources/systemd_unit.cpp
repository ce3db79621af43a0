#include "inventory/sources/systemd_unit.h"

#include "base/text.h"
#include "inventory/sources/unix_places.h"

namespace offramp::sources {

namespace {

std::string_view programOf(std::string_view commandLine)
{
    // "@", "-", ":", "+" and "!" before the path change how it is run, not what is run.
    const std::size_t start = commandLine.find_first_not_of("@-:+! \t");
    if (start == std::string_view::npos) {
        return {};
    }
    commandLine.remove_prefix(start);
    const char first = commandLine.front();
    if (first == '"' || first == '\'') {
        commandLine.remove_prefix(1);
        return commandLine.substr(0, commandLine.find(first));
    }
    return commandLine.substr(0, commandLine.find_first_of(" \t"));
}

}   // namespace

SystemdUnit parseSystemdUnit(std::string_view text)
{
    SystemdUnit unit;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        const std::string_view line = text::trim(text.substr(0, newline));
        text = newline == std::string_view::npos ? std::string_view{} : text.substr(newline + 1);
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) {
            continue;
        }
        const std::string_view key = text::trim(line.substr(0, equals));
        const std::string_view value = text::trim(line.substr(equals + 1));
        if (key == "Description" && unit.description.empty()) {
            unit.description = asUtf8(value);
        } else if (key == "ExecStart" && unit.program.empty()) {
            unit.program = asUtf8(programOf(value));
        }
    }
    return unit;
}

}   // namespace offramp::sources
