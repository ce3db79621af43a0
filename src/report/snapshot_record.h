// A check of one computer to carry to another: what was found and which places could be read, so that many computers
// can be judged together later. Format: docs/data-formats.md, "Saved checks".
//
// Kept is only what belongs to a found product; the list of a person's other programs is not.
#pragma once

#include "base/result.h"
#include "domain/installation.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

inline constexpr std::string_view snapshotRecordFormat = "offramp.savedCheck/1";
inline constexpr std::size_t largestSnapshotRecord = std::size_t{16} << 20;

struct SnapshotRecord {
    std::string computer;   // tells computers of one name apart; may be empty
    HostSnapshot snapshot;
};

[[nodiscard]] std::string encodeSnapshotRecord(const HostSnapshot& snapshot,
                                               const std::vector<Installation>& installations,
                                               std::string_view computer);
// `malformed` with the place for what is no such record.
[[nodiscard]] Result<SnapshotRecord> decodeSnapshotRecord(std::string_view text);

}   // namespace offramp
