// dpkg's package database: any bytes, never a crash, never a view outside them.
#include "inventory/sources/dpkg_status.h"

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void requireInside(std::string_view view, std::string_view whole)
{
    const std::less_equal<const char*> notAfter;
    require(
        view.empty()
        || (notAfter(whole.data(), view.data()) && notAfter(view.data() + view.size(), whole.data() + whole.size())));
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const sources::DpkgStatus status = sources::parseDpkgStatus(text);
    require(status.packages.size() <= status.stanzas && status.damagedStanzas <= status.stanzas);
    require(!status.truncated || !text.ends_with('\n'));
    for (const sources::DpkgPackage& package : status.packages) {
        require(!package.name.empty());
        for (const std::string_view view : {package.name, package.version, package.architecture, package.maintainer}) {
            requireInside(view, text);
            require(view.find('\n') == std::string_view::npos);
        }
        // A package whose state is not known must have been counted as damage.
        require(package.state != PackageState::none || status.damagedStanzas > 0);
    }
    return 0;
}
