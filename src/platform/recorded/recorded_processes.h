// Programs of a recorded machine: what commands answered (commands.json) and what was running (processes.json).
#pragma once

#include "platform/host.h"
#include "platform/recorded/recording_manifest.h"

#include <filesystem>
#include <string>
#include <vector>

namespace offramp {

class RecordedProcesses final : public Processes {
public:
    // Reads both files of the folder; a missing one means "not recorded". Fails on a damaged one.
    [[nodiscard]] static Result<RecordedProcesses> open(const std::filesystem::path& folder,
                                                        const RecordedPlaces& denied, const RecordedPlaces& complete);

    [[nodiscard]] Result<CommandOutput> run(const Command& command) const override;
    [[nodiscard]] Result<std::vector<RunningProcess>> list() const override { return m_running; }

private:
    struct Recorded {
        std::string line;   // program and arguments, joined with blanks
        CommandOutput output;
    };

    std::vector<Recorded> m_commands;
    Error m_missingCommand;
    Result<std::vector<RunningProcess>> m_running = std::vector<RunningProcess>{};
    bool m_commandsDenied = false;
};

}   // namespace offramp
