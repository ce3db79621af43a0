// Anybody can write the version resource of a program.
#include "base/text.h"
#include "platform/version_resource.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto resource = offramp::decodeVersionResource({reinterpret_cast<const char*>(data), size});
    if (!resource) {
        return 0;
    }
    for (const std::string* text :
         {&resource->company, &resource->product, &resource->description, &resource->version}) {
        if (!offramp::text::isUtf8(*text)) {
            std::abort();
        }
    }
    return 0;
}
