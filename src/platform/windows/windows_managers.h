// What the managers of this Windows machine answer.
#pragma once

#include "platform/host.h"

namespace offramp {

class LiveWindowsManagers final : public WindowsManagers {
public:
    // Services whose state this account may not ask for are left out by Windows without a word, so what is not in the
    // answer may still be there.
    [[nodiscard]] Result<std::vector<ServiceStatus>> services() const override;
    [[nodiscard]] Result<std::string> serviceImage(std::string_view name) const override;
    // installer_products.h says what is left out.
    [[nodiscard]] Result<std::vector<InstallerProduct>> installerProducts() const override;
    // scheduled_tasks.h says what is left out.
    [[nodiscard]] Result<std::vector<TaskDefinition>> scheduledTasks() const override;
};

}   // namespace offramp
