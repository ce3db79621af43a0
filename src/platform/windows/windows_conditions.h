// What holds for this Windows machine at this moment.
#pragma once

#include "platform/host.h"

#include <cstdint>

namespace offramp {

class WindowsConditions final : public Conditions {
public:
    explicit WindowsConditions(const Registry& registry) : m_registry(registry) {}

    // When the kernel's own process was made: a new moment with every restart, never touched again when the clock is
    // set. A shutdown with fast startup only puts the kernel to sleep and is no restart: what waits for one still
    // waits.
    [[nodiscard]] Result<std::string> bootId() const override;
    [[nodiscard]] Result<PendingRestart> pendingRestart() const override;
    [[nodiscard]] Result<Power> power() const override;
    // Quiet hours as the shell tells them. "Do not disturb" of Windows 10 and 11 is not told to programs; Windows holds
    // notifications back by itself then.
    [[nodiscard]] Result<NotificationState> notifications() const override;
    [[nodiscard]] Result<std::uint64_t> freeSystemSpace() const override;

private:
    const Registry& m_registry;
};

// What the numbers of SYSTEM_POWER_STATUS mean.
[[nodiscard]] Power powerFrom(std::uint8_t line, std::uint8_t batteryFlag, std::uint8_t batteryPercent);
// What a QUERY_USER_NOTIFICATION_STATE means; a number nobody knows is `io`.
[[nodiscard]] Result<NotificationState> notificationStateFrom(int state);

}   // namespace offramp
