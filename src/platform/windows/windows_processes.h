// Running programs for reading, and the list of running programs.
#pragma once

#include "platform/host.h"

namespace offramp {

class WindowsProcesses final : public Processes {
public:
    // Bare names are programs of the System32 folder; nothing but .exe files is started. When the time is over the
    // program ends together with those it started.
    [[nodiscard]] Result<CommandOutput> run(const Command& command) const override;
    // Protected programs and, without administrator rights, those of other people may not say which file they run:
    // their path stays empty. The system's own process and the idle one are no programs.
    [[nodiscard]] Result<std::vector<RunningProcess>> list() const override;
};

}   // namespace offramp
