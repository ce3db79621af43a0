#include "removal/runners/uninstall_command.h"

#include "base/text.h"
#include "base/windows_arguments.h"

#include <algorithm>
#include <cstddef>

namespace offramp {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view ending = ".exe";

bool isAbsoluteProgram(std::string_view path)
{
    const bool letter = !path.empty() && ((path[0] | 0x20) >= 'a' && (path[0] | 0x20) <= 'z');
    if (!letter || path.size() < 3 || path[1] != ':' || path[2] != '\\' || !text::fold(path).ends_with(ending)) {
        return false;
    }
    const std::string_view rest = path.substr(3);
    const bool forbidden = std::any_of(rest.begin(), rest.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || std::string_view("<>:\"|?*/%").find(c) != std::string_view::npos;
    });
    const auto parts = text::split(rest, '\\');
    // Windows drops blanks and dots at the end of a name, so such a name would mean another file.
    return !forbidden && text::isUtf8(path) && std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
        return part.empty() || part.ends_with('.') || part.ends_with(' ');
    });
}

}   // namespace

std::vector<ProgramNamed> programsNamedBy(std::string_view command)
{
    std::vector<ProgramNamed> programs;
    if (command.find('\0') != std::string_view::npos) {
        return programs;
    }
    const std::string_view line = text::trim(command);
    const auto take = [&](std::string_view path, std::string_view rest) {
        if (isAbsoluteProgram(path)) {
            programs.push_back({std::string(path), windowsArguments(rest)});
        }
    };
    if (line.starts_with('"')) {
        const std::size_t end = line.find('"', 1);
        const bool closed = end != std::string_view::npos;
        // What follows a quotation mark without a blank would belong to the program's name.
        if (closed && (end + 1 == line.size() || blanks.find(line[end + 1]) != std::string_view::npos)) {
            take(line.substr(1, end - 1), line.substr(end + 1));
        }
        return programs;
    }
    // A reading holds no quotation mark: those belong to what the program is told.
    const std::string_view unquoted = line.substr(0, line.find('"'));
    for (std::size_t end = 0; end <= unquoted.size(); ++end) {
        const bool here = end == line.size() || blanks.find(line[end]) != std::string_view::npos;
        if (here) {
            take(line.substr(0, end), line.substr(end));
        }
    }
    return programs;
}

}   // namespace offramp
