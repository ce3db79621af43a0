// What starting a program takes, for reading (LinuxProcesses) and for acting (LinuxPrograms).
#pragma once

#include "base/result.h"

#include <spawn.h>

#include <string>
#include <vector>

namespace offramp {

// Looks a bare name up in /usr/bin, /bin, /usr/sbin and /sbin, never in $PATH; an absolute path is taken as it is.
// notFound when it is not there, unsupported for a relative path.
[[nodiscard]] Result<std::string> findProgram(const std::string& executable);

enum class Errors { dropped, withOutput };
enum class Group { process, session };

// Standard input from nowhere, output into `outputDescriptor`, "/" as folder, no blocked signal, an own process group
// or session.
class SpawnSettings {
public:
    SpawnSettings(int outputDescriptor, Errors errors, Group group);
    ~SpawnSettings();
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    // Starts it; the id of the process.
    [[nodiscard]] Result<pid_t> start(const std::string& program, std::vector<std::string> arguments,
                                      std::vector<std::string> environment) const;

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

}   // namespace offramp
