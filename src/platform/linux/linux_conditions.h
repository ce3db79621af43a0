// What holds for this Linux machine at this moment. Whether a notification would be welcome is known to the desktop
// only, which nothing here talks to: unsupported.
#pragma once

#include "platform/host.h"

namespace offramp {

class LinuxConditions final : public Conditions {
public:
    explicit LinuxConditions(const Files& files) : m_files(files) {}

    [[nodiscard]] Result<std::string> bootId() const override;
    // Debian and its kin write down that a restart is wanted and for which packages. Elsewhere nothing is known:
    // unsupported.
    [[nodiscard]] Result<PendingRestart> pendingRestart() const override;
    [[nodiscard]] Result<Power> power() const override;
    [[nodiscard]] Result<std::uint64_t> freeSystemSpace() const override;

private:
    const Files& m_files;
};

}   // namespace offramp
