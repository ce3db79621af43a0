// Taking keys, values and services out of the registry so that they can be put back (platform/actions.h).
//
// Copies lie below SOFTWARE\Offramp\Quarantine of the computer, where only administrators write, or without their
// rights of this person. Each has a key of its own that says what it is a copy of; nothing else is believed.
#pragma once

#include "platform/actions.h"
#include "platform/windows/private_access.h"

#include <string>

namespace offramp {

class WindowsRegistryQuarantine final : public RegistryQuarantine {
public:
    explicit WindowsRegistryQuarantine(Keeper keeper) : m_keeper(keeper) {}

    [[nodiscard]] Result<std::string> prepare(const RegistryThing& thing, const std::string& group) override;
    [[nodiscard]] Result<std::vector<std::string>> places(const std::string& group) const override;
    [[nodiscard]] Result<void> take(const std::string& place) override;
    [[nodiscard]] Result<void> putBack(const std::string& place) override;

private:
    Keeper m_keeper;
};

}   // namespace offramp
