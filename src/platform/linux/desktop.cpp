#include "platform/desktop.h"

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <string_view>

namespace offramp {

namespace {

std::string_view variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

// A real folder of this person that nobody else may enter.
bool isPrivate(const std::filesystem::path& folder)
{
    struct stat found = {};
    constexpr mode_t ofOthers = 0077;
    return ::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::geteuid()
           && (found.st_mode & ofOthers) == 0;
}

}   // namespace

std::optional<MeetingPlace> meetingPlace()
{
    std::filesystem::path folder(variable("XDG_RUNTIME_DIR"));
    if (!folder.is_absolute() || !isPrivate(folder)) {
        folder = fmt::format("/tmp/offramp-{}", ::geteuid());
        // Whoever made it first: the test decides, and it cannot be fooled by a link.
        ::mkdir(folder.c_str(), 0700);
        if (!isPrivate(folder)) {
            return std::nullopt;
        }
    }
    const std::string_view wayland = variable("WAYLAND_DISPLAY");
    const std::string_view screen = wayland.empty() ? variable("DISPLAY") : wayland;
    const std::string name = fmt::format("offramp-{:016x}", std::hash<std::string_view>{}(screen));
    MeetingPlace place{folder / (name + ".lock"), (folder / (name + ".socket")).string()};
    constexpr std::size_t longestSocketPath = 100;   // sun_path holds 108, and Qt makes a longer one for a moment
    if (place.endpoint.size() > longestSocketPath) {
        return std::nullopt;
    }
    return place;
}

void allowForeground(std::int64_t) {}

bool bringToFront(std::int32_t)
{
    return false;
}

void attachParentConsole() {}

PanelShade panelShade()
{
    // GNOME's bar is black in every theme. Others follow their own settings, which nobody tells.
    return variable("XDG_CURRENT_DESKTOP").find("GNOME") != std::string_view::npos ? PanelShade::dark
                                                                                   : PanelShade::unknown;
}

DesktopWishes desktopWishes()
{
    return {};
}

bool mayChangeDesktopWishes(const void*)
{
    return false;
}

}   // namespace offramp
