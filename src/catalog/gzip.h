// Unpacking what was published, with an end known beforehand.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace offramp {

// Exactly one gzip member and nothing after it. tooLarge as soon as more than `limit` bytes come out of it, malformed
// when it is cut off, damaged, or followed by anything.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::size_t limit);

}   // namespace offramp
