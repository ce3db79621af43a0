// What a place of the quarantine says of the thing it is for: a file beside it. Foreign bytes where others could write.
#pragma once

#include "platform/actions.h"
#include "platform/linux/folder_walk.h"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

struct QuarantineRecord {
    std::string from;   // the path it was taken from
    PathFacts facts;
    std::vector<FolderOwner> owners;   // of the folders above it
};

[[nodiscard]] std::string encodeRecord(const QuarantineRecord& record);
// None when it is not exactly one.
[[nodiscard]] std::optional<QuarantineRecord> decodeRecord(const std::string& bytes);

}   // namespace offramp
