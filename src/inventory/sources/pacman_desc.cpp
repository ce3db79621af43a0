#include "inventory/sources/pacman_desc.h"

#include "base/text.h"
#include "inventory/sources/package_time.h"

namespace offramp::sources {

std::optional<PacmanPackage> parsePacmanDesc(std::string_view text)
{
    PacmanPackage package;
    std::string_view field;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        const std::string_view line = text::trim(text.substr(0, newline));
        text = newline == std::string_view::npos ? std::string_view{} : text.substr(newline + 1);
        if (line.size() > 2 && line.front() == '%' && line.back() == '%') {
            field = line;
        } else if (line.empty()) {
            field = {};
        } else if (field == "%NAME%") {
            package.name = line;
        } else if (field == "%VERSION%") {
            package.version = line;
        } else if (field == "%PACKAGER%") {
            package.packager = line;
        } else if (field == "%INSTALLDATE%") {
            package.installedAt = packageTime(line);
        }
    }
    if (package.name.empty() || package.version.empty()) {
        return std::nullopt;
    }
    return package;
}

std::optional<PacmanPackage> packageFromFolderName(std::string_view folder)
{
    const std::size_t releaseDash = folder.rfind('-');
    if (releaseDash == std::string_view::npos || releaseDash == 0 || releaseDash + 1 == folder.size()) {
        return std::nullopt;
    }
    const std::size_t versionDash = folder.rfind('-', releaseDash - 1);
    if (versionDash == std::string_view::npos || versionDash == 0 || versionDash + 1 == releaseDash) {
        return std::nullopt;
    }
    PacmanPackage package;
    package.name = folder.substr(0, versionDash);
    package.version = folder.substr(versionDash + 1);
    return package;
}

}   // namespace offramp::sources
