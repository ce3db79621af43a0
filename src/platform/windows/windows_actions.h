// What only Windows can be asked to do (platform/actions.h).
#pragma once

#include "platform/actions.h"

namespace offramp {

class LiveWindowsActions final : public WindowsActions {
public:
    [[nodiscard]] Result<MsiAnswer> removeMsiProduct(const std::string& productCode, std::string& properties,
                                                     const std::function<void(double)>& fraction,
                                                     const std::function<bool(std::chrono::seconds)>& silent) override;
    [[nodiscard]] Result<std::unique_ptr<HeldProgram>> holdProgram(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> programFolders() const override;
};

}   // namespace offramp
