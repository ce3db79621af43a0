// Running programs for reading, and the list of running programs from /proc.
#pragma once

#include "platform/host.h"

namespace offramp {

class LinuxProcesses final : public Processes {
public:
    [[nodiscard]] Result<CommandOutput> run(const Command& command) const override;
    // Programs of other people may not say which file they run: their path stays empty.
    [[nodiscard]] Result<std::vector<RunningProcess>> list() const override;
};

}   // namespace offramp
