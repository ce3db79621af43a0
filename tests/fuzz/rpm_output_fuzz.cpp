// What the rpm program prints: every line is either a package or counted.
#include "inventory/sources/rpm_output.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const sources::RpmOutput output = sources::parseRpmOutput(text);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    if (output.packages.size() + output.damagedLines > lines) {
        std::abort();
    }
    for (const sources::RpmPackage& package : output.packages) {
        if (package.name.empty() || package.version.empty()
            || package.name.find_first_of(" \t\n") != std::string_view::npos) {
            std::abort();
        }
        if (package.installedAt) {
            (void)toString(dayIn(Zone{}, *package.installedAt));
        }
    }
    return 0;
}
