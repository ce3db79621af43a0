// Any bytes as a task file, and as a stored object of the filtering platform.
#include "inventory/sources/task_xml.h"
#include "inventory/sources/windows_filters.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // UTF-16 can grow by half when it becomes UTF-8; nothing else may make the text longer.
    if (offramp::sources::commandOfTask(bytes).size() > size * 2
        || offramp::sources::displayNameIn(bytes).size() > size * 2) {
        std::abort();
    }
    return 0;
}
