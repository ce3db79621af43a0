// Apps from packages (MSIX, AppX), for the machine and for each person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offramp::sources {

struct PackageFullName {
    std::string name;
    std::string version;
    std::string publisherHash;

    // "Kaspersky.ShellEx16_b81m8cbssw9gt"
    [[nodiscard]] std::string family() const { return name + "_" + publisherHash; }
};

// "Name_Version_Architecture_Resource_PublisherHash", where the resource is usually empty.
[[nodiscard]] std::optional<PackageFullName> decodePackageFullName(std::string_view fullName);

}   // namespace offramp::sources
