// What held for a machine when it was recorded. A recording keeps no moment but what the registry writes down.
#pragma once

#include "platform/host.h"

namespace offramp {

class RecordedConditions final : public Conditions {
public:
    // The registry of the same recording.
    RecordedConditions(OsFamily os, const Registry& registry) : m_os(os), m_registry(registry) {}

    [[nodiscard]] Result<std::string> bootId() const override;
    // Windows: as its registry says, with the rules of docs/data-formats.md for what is missing in it.
    [[nodiscard]] Result<PendingRestart> pendingRestart() const override;
    [[nodiscard]] Result<Power> power() const override;
    [[nodiscard]] Result<NotificationState> notifications() const override;
    [[nodiscard]] Result<std::uint64_t> freeSystemSpace() const override;

private:
    OsFamily m_os;
    const Registry& m_registry;
};

}   // namespace offramp
