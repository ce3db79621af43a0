// The texts of resources/licenses, as they are. The table is made when the build is configured.
#pragma once

#include <string_view>
#include <vector>

namespace offramp::ui {

struct LicenseText {
    std::string_view name;   // "gpl-3"
    std::string_view text;
};
[[nodiscard]] const std::vector<LicenseText>& licenseTexts();

}   // namespace offramp::ui
