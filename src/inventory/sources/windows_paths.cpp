#include "inventory/sources/windows_paths.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"

#include <array>
#include <utility>

namespace offramp::sources {

namespace {

bool startsWithDrive(std::string_view path)
{
    const auto letter = [](char sign) { return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z'); };
    return path.size() >= 3 && letter(path[0]) && path[1] == ':' && (path[2] == '\\' || path[2] == '/');
}

bool startsFolded(std::string_view path, std::string_view start)
{
    return text::equalsFolded(path.substr(0, start.size()), start);
}

}   // namespace

std::string windowsFolder(const Host& host)
{
    const Result<std::vector<RegistryValue>> values =
        host.registry().values(machineKey(R"(SOFTWARE\Microsoft\Windows NT\CurrentVersion)"));
    if (values) {
        const std::string folder = RegistryValues(*values).text("SystemRoot");
        if (startsWithDrive(folder)) {
            return folder;
        }
    }
    return R"(C:\Windows)";
}

std::string absolutePath(std::string_view written, std::string_view windowsFolder)
{
    std::string_view path = text::trim(written);
    if (path.starts_with('"')) {
        path.remove_prefix(1);
        path = path.substr(0, path.find('"'));
    }
    if (path.starts_with(R"(\??\)") || path.starts_with(R"(\\?\)") || path.starts_with(R"(\\.\)")) {
        path.remove_prefix(4);
    }
    const std::string windows(windowsFolder);
    const std::string drive(windowsFolder.substr(0, 2));
    const std::array<std::pair<std::string_view, std::string>, 12> beginnings{{
        {R"(\SystemRoot)", windows},
        {"%SystemRoot%", windows},
        {"%windir%", windows},
        {"%SystemDrive%", drive},
        {"%ProgramFiles%", drive + R"(\Program Files)"},
        {"%ProgramW6432%", drive + R"(\Program Files)"},
        {"%ProgramFiles(x86)%", drive + R"(\Program Files (x86))"},
        {"%CommonProgramFiles%", drive + R"(\Program Files\Common Files)"},
        {"%CommonProgramFiles(x86)%", drive + R"(\Program Files (x86)\Common Files)"},
        {"%ProgramData%", drive + R"(\ProgramData)"},
        {"%ALLUSERSPROFILE%", drive + R"(\ProgramData)"},
        {"System32", windows + R"(\System32)"},
    }};
    std::string absolute(path);
    for (const auto& [beginning, meaning] : beginnings) {
        const bool whole =
            path.size() == beginning.size()
            || (path.size() > beginning.size() && (path[beginning.size()] == '\\' || path[beginning.size()] == '/'));
        if (whole && startsFolded(path, beginning)) {
            absolute = meaning + std::string(path.substr(beginning.size()));
            break;
        }
    }
    if (!startsWithDrive(absolute) || absolute.find('%') != std::string::npos) {
        return {};
    }
    return absolute;
}

Presence presenceOf(const Files& files, const std::string& absolutePath)
{
    if (absolutePath.empty()) {
        return Presence::unknown;
    }
    const Result<FileStatus> status = files.status(absolutePath);
    if (status) {
        return Presence::present;
    }
    return status.error().code == ErrorCode::notFound ? Presence::absent : Presence::unknown;
}

}   // namespace offramp::sources
