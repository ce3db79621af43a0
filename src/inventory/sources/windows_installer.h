// Products of Windows Installer, by its own records: per account in UserData, per machine in Classes\Installer.
#pragma once

#include <string>
#include <string_view>

namespace offramp::sources {

// Installer keys spell product codes without signs and with turned-around groups:
// "349E1197CC230D542AC9656EFE672257" is {7911E943-32CC-45D0-A29C-56E6EF762275}. Empty for anything else.
[[nodiscard]] std::string unpackProductCode(std::string_view packed);

}   // namespace offramp::sources
