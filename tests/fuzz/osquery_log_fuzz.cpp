// Any bytes as a log of osquery: nothing is fatal, and what was kept can be settled.
#include "support/fleet_fuzz.h"

namespace {

offramp::fleet::ReadCounts readLog(std::string_view text, const offramp::fleet::ReadTarget& target)
{
    return offramp::fleet::readOsqueryText(text, target.file, {}, target.rows, target.faults);
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return offramp::fuzz::readAsFleet(data, size, readLog);
}
