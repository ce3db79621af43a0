// Programs that change the machine, run to their end (platform/actions.h).
#pragma once

#include "platform/actions.h"

namespace offramp {

class LinuxPrograms final : public ProgramRunner {
public:
    [[nodiscard]] Result<ProgramEnd> run(const ProgramRun& program,
                                         const std::function<bool(std::chrono::seconds)>& silent) const override;
};

}   // namespace offramp
