// What Windows Installer says is installed.
#pragma once

#include "platform/host.h"
#include "platform/windows/windows_api.h"

#include <msi.h>

#include <vector>

namespace offramp {

// The two functions of msi.dll this needs.
struct InstallerFunctions {
    decltype(&::MsiEnumProductsExW) products = nullptr;
    decltype(&::MsiGetProductInfoExW) property = nullptr;
};

// Products installed for the computer and for every person, or, where this account may not ask about other people, for
// itself. A product that goes while the list is read is left out, and so is one whose record is damaged: the registry
// still shows it. What a product does not say is empty.
[[nodiscard]] Result<std::vector<InstallerProduct>> installerProductsFrom(const InstallerFunctions& installer);

}   // namespace offramp
