// machine.json of a recorded machine: what the machine is, and what its recording claims to hold or was refused.
#pragma once

#include "base/result.h"
#include "domain/evidence.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

// Places named in machine.json, told apart by how they are written.
struct RecordedPlaces {
    std::vector<std::string> keys;    // folded, as RegistryKey::display() writes them: "hklm\\system"
    std::vector<std::string> paths;   // as written
    std::vector<std::string> ports;   // "processes", "commands", "securitycenter"

    [[nodiscard]] bool namesPort(std::string_view port) const;
};

struct RecordingManifest {
    MachineInfo machine;
    std::optional<Instant> recordedAt;
    RecordedPlaces denied;     // these and all below answer accessDenied
    RecordedPlaces complete;   // held completely: what is not there is absent
};

// Fails with the file's name and the reason when it is missing, is not JSON or lacks what must be there.
[[nodiscard]] Result<RecordingManifest> readManifest(const std::filesystem::path& file);

// "HKEY_LOCAL_MACHINE\X" and "hklm\x" to the folded form "hklm\x"; the current user's tree starts with "hkcu".
// Empty for roots that no part of this program reads.
[[nodiscard]] std::string canonicalKeyPath(std::string_view written);

// Whether `place` is `root` or lies below it.
[[nodiscard]] bool isAtOrBelow(std::string_view place, std::string_view root, char separator);

}   // namespace offramp
