#include "platform/person_settings.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace offramp {

namespace {

// Only absolute paths count; the XDG base directory specification says to ignore others.
std::filesystem::path absoluteFrom(const char* variable)
{
    const char* value = std::getenv(variable);
    std::filesystem::path path = value != nullptr ? value : "";
    return path.is_absolute() ? path : std::filesystem::path();
}

std::filesystem::path homeFolder()
{
    if (auto home = absoluteFrom("HOME"); !home.empty()) {
        return home;
    }
    const passwd* entry = ::getpwuid(::getuid());
    return entry != nullptr && entry->pw_dir != nullptr ? entry->pw_dir : "";
}

}   // namespace

Result<std::filesystem::path> personDataFolder()
{
    if (const auto data = absoluteFrom("XDG_DATA_HOME"); !data.empty()) {
        return data / "offramp";
    }
    const auto home = homeFolder();
    if (!home.is_absolute()) {
        return fail(ErrorCode::notFound, "the system names no home folder for this account");
    }
    return home / ".local" / "share" / "offramp";
}

std::string systemProxyFor(std::string_view /*httpsUrl*/)
{
    return {};
}

}   // namespace offramp
