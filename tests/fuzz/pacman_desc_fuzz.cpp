// pacman's package records and the names of their folders.
#include "inventory/sources/pacman_desc.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void check(const std::optional<offramp::sources::PacmanPackage>& package)
{
    if (!package) {
        return;
    }
    if (package->name.empty() || package->version.empty()) {
        std::abort();
    }
    if (package->installedAt) {
        (void)toString(dayIn(offramp::Zone{}, *package->installedAt));
    }
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(offramp::sources::parsePacmanDesc(text));
    check(offramp::sources::packageFromFolderName(text));
    return 0;
}
