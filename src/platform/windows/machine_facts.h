// What the machine says about itself.
#pragma once

#include "platform/host.h"

#include <cstdint>
#include <string>

namespace offramp {

// What the registry and the kernel say of the version of Windows.
struct WindowsVersion {
    std::string productName;      // ProductName: "Windows 10 Pro"
    std::string displayVersion;   // DisplayVersion, before 20H2 ReleaseId: "23H2"; empty before Windows 10
    std::string servicePack;      // CSDVersion: "Service Pack 1"
    std::uint32_t build = 0;
    bool server = false;
};

// "Windows 11 Pro 23H2 (build 22631)". Windows 11 still calls itself 10 in the registry, which is put right.
[[nodiscard]] std::string versionInWords(const WindowsVersion& version);

[[nodiscard]] bool isElevated();
// Windows Server, domain controllers included.
[[nodiscard]] bool isServer();

// Everything of MachineInfo. Registry and kernel calls only, nothing is asked of a network.
[[nodiscard]] MachineInfo readMachineInfo(const Registry& registry);

}   // namespace offramp
