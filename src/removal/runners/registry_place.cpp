#include "removal/runners/registry_place.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace offramp {

std::optional<RegistryKey> keyNamed(std::string_view display)
{
    RegistryKey key;
    if (display.starts_with("HKLM\\")) {
        key.hive = Hive::localMachine;
        key.path = display.substr(5);
    } else if (display.starts_with("HKU\\")) {
        key.hive = Hive::users;
        key.path = display.substr(4);
    } else {
        return std::nullopt;
    }
    const auto parts = text::split(key.path, '\\');
    const bool blank = std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part.empty(); });
    const bool strange = key.path.find('\0') != std::string::npos || !text::isUtf8(key.path);
    return blank || strange ? std::nullopt : std::optional(std::move(key));
}

}   // namespace offramp
