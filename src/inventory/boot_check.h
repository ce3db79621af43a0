// BootCheck: whether the computer starts as before, from what the system is told to load while it starts.
//
// Reads the registry (Windows) or the folders of systemd (Linux) through the ports, so it works on a live machine and
// on a recorded one. What could not be read makes the answer "could not tell", never "safe". Which of what was read
// belongs to a product is not for this folder to say: the caller matches named() against the catalog.
//
// Not looked at: filters of single devices (Control\Enum), the drivers' signatures, the boot configuration, and
// anything of products the catalog does not know.
#pragma once

#include "domain/boot_safety.h"
#include "domain/evidence.h"
#include "platform/host.h"

#include <memory>
#include <vector>

namespace offramp {

class BootCheck {
public:
    // Reads now. `host` must outlive it.
    explicit BootCheck(const Host& host);
    ~BootCheck();
    BootCheck(BootCheck&&) noexcept;
    BootCheck& operator=(BootCheck&&) noexcept;

    // What takes part in starting the system by name, also what only is named and not there any more.
    [[nodiscard]] HostSnapshot named() const;
    // `ours`: what of named() belongs to products of the catalog.
    [[nodiscard]] BootSafety judged(const std::vector<Evidence>& ours) const;

private:
    class System;
    class Windows;
    class Linux;
    class Other;
    const Host* m_host;
    std::unique_ptr<System> m_system;
};

}   // namespace offramp
