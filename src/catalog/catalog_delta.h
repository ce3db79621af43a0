// What changed between two catalogs, so that few bytes travel. Format: docs/data-formats.md, "Deltas".
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace offramp {

// The new database made from the old one. `delta` is uncompressed. malformed when it reaches outside the old database
// or does not make exactly `size` bytes. The caller checks the result against its sha256.
[[nodiscard]] Result<std::string> applyDelta(std::string_view old, std::string_view delta, std::size_t size);

}   // namespace offramp
