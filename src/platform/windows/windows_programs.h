// Programs that act on this machine (platform/actions.h), each in a job: the job tells when the last of what it started
// has ended, and whether anything is going on in it.
//
// It starts without a window of its own for text, in the system folder, with the environment Windows makes for this
// account (for the system when this process has administrator rights) and nothing of ours.
#pragma once

#include "platform/actions.h"

namespace offramp {

class WindowsPrograms final : public ProgramRunner {
public:
    // What left the job on purpose, or was started by a service, is not waited for.
    [[nodiscard]] Result<ProgramEnd> run(const ProgramRun& program,
                                         const std::function<bool(std::chrono::seconds)>& silent) const override;
};

}   // namespace offramp
