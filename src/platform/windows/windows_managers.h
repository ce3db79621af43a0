// What the managers of this Windows machine answer. Windows Installer and the Task Scheduler are not asked: their
// records are read from the registry and the disk.
#pragma once

#include "platform/host.h"

namespace offramp {

class LiveWindowsManagers final : public WindowsManagers {
public:
    // Services whose state this account may not ask for are left out by Windows without a word, so what is not in the
    // answer may still be there. `imagePath` is asked for where it may be, else it is empty.
    [[nodiscard]] Result<std::vector<ServiceStatus>> services() const override;
};

}   // namespace offramp
