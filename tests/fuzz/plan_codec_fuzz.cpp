// A plan in somebody's bytes. What is taken has to be exactly what would be written.
#include "removal/plan_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto plan = offramp::decodePlan(bytes); plan && offramp::encodePlan(*plan) != bytes) {
        std::abort();
    }
    return 0;
}
