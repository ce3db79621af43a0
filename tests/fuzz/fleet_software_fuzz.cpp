// Any bytes as this format: nothing is fatal, and what was kept can be settled.
#include "support/fleet_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return offramp::fuzz::readAsFleet(data, size, offramp::fleet::readFleetSoftware);
}
