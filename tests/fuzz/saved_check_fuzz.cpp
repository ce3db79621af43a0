// Bytes as a saved check: what is taken for one can be written and read again, and says the same.
#include "report/snapshot_record.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp;
    const auto record = decodeSnapshotRecord({reinterpret_cast<const char*>(data), size});
    if (!record) {
        return 0;
    }
    // Everything that was kept belongs to something found.
    Installation all;
    for (const SourceReport& report : record->snapshot.reports) {
        for (const Evidence& evidence : report.evidence) {
            all.evidence.push_back({evidence, {}, {}, {ReasonCode::matchedName, {}, {}}});
        }
    }
    const auto again = decodeSnapshotRecord(encodeSnapshotRecord(record->snapshot, {std::move(all)}, record->computer));
    if (!again || again->snapshot.reports.size() != record->snapshot.reports.size()) {
        std::abort();
    }
    for (std::size_t index = 0; index < again->snapshot.reports.size(); ++index) {
        if (again->snapshot.reports[index].evidence != record->snapshot.reports[index].evidence) {
            std::abort();
        }
    }
    return 0;
}
