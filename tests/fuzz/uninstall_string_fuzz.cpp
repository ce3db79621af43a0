// Any text as a command line from the registry: a command always names a program, a product code is always a GUID.
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/uninstall_string.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp::sources;
    const std::string_view written(reinterpret_cast<const char*>(data), size);
    const auto command = decodeUninstallString(written);
    if (command
        && (command->executable.empty()
            || (!command->productCode.empty() && guidFrom(command->productCode) != command->productCode))) {
        std::abort();
    }
    return 0;
}
