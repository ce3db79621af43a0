#include "platform/administrators.h"

#include <sys/stat.h>

namespace offramp {

std::optional<bool> onlyAdministratorsMayWrite(const std::filesystem::path& place)
{
    struct stat information {};
    if (::stat(place.c_str(), &information) != 0) {
        return std::nullopt;
    }
    const bool group = (information.st_mode & S_IWGRP) != 0 && information.st_gid != 0;
    return information.st_uid == 0 && !group && (information.st_mode & S_IWOTH) == 0;
}

}   // namespace offramp
