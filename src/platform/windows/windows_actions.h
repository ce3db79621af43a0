// What only Windows can be asked to do (platform/actions.h).
#pragma once

#include "platform/actions.h"
#include "platform/windows/registry_quarantine.h"

namespace offramp {

class LiveWindowsActions final : public WindowsActions {
public:
    explicit LiveWindowsActions(Keeper keeper = keeperOfThisProcess()) : m_registry(keeper) {}

    [[nodiscard]] RegistryQuarantine& registry() override { return m_registry; }
    [[nodiscard]] Result<RestorePoint> makeRestorePoint(const std::string& name) override;
    [[nodiscard]] Result<MsiAnswer> removeMsiProduct(const std::string& productCode, std::string& properties,
                                                     const std::function<void(double)>& fraction,
                                                     const std::function<bool(std::chrono::seconds)>& silent) override;
    [[nodiscard]] Result<std::unique_ptr<HeldProgram>> holdProgram(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> programFolders() const override;

private:
    WindowsRegistryQuarantine m_registry;
};

}   // namespace offramp
