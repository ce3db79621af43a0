// The version resource of a Windows program file, taken apart. Nothing in it is believed: it comes from a stranger's
// file, every length in it may be wrong, and what does not fit into the bytes is not there.
#pragma once

#include "platform/host.h"

#include <string_view>

namespace offramp {

// `bytes`: the resource as it lies in the file (VS_VERSIONINFO). The texts are those in English when there are such,
// else those of the first language the resource says it has, else of the first it holds. `malformed` when it is no
// version resource at all; what is missing in one is empty.
[[nodiscard]] Result<VersionResource> decodeVersionResource(std::string_view bytes);

}   // namespace offramp
