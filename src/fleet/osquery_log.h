// osquery result logs of any size: split at line ends, read by several threads, one record a line.
#pragma once

#include "fleet/faults.h"
#include "fleet/host_rows.h"
#include "fleet/host_store.h"
#include "fleet/input.h"

#include <cstdint>
#include <functional>

namespace offramp::fleet {

struct ReadCounts {
    std::uint64_t bytes = 0;
    std::uint64_t records = 0;   // understood, also those of other tables
};

// What was read so far; called from any of the threads, one at a time.
using ByteProgress = std::function<void(std::uint64_t bytes)>;

struct LogOptions {
    unsigned threads = 0;                       // 0: as many as the computer has
    std::size_t block = std::size_t{1} << 20;   // bytes a thread takes at a time
    std::uint64_t firstPlace = 0;               // records of earlier inputs have lower places
    HostStore* store = nullptr;                 // takes computers that are too many for memory
};

// Every line is decoded completely, so a line that is not JSON is told as such and does no other harm. What a broken
// line says of its computer is used to say that this computer was not read completely.
ReadCounts readOsqueryLog(Input& input, const RowSieve* sieve, const LogOptions& options, FleetRows& rows,
                          Faults& faults, const ByteProgress& progress);

// The same for a text that holds records over several lines, or a list of them.
ReadCounts readOsqueryText(std::string_view text, const std::string& name, const LogOptions& options, FleetRows& rows,
                           Faults& faults);

}   // namespace offramp::fleet
