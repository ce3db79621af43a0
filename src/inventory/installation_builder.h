// Groups hits into installations, one per real product, and says what state each is in.
#pragma once

#include "inventory/signature_index.h"

#include <vector>

namespace offramp {

// The snapshot tells which places were read, so that "no entry in the list of programs" is only said when the list
// was read.
[[nodiscard]] std::vector<Installation> buildInstallations(std::vector<Hit> hits, const SignatureIndex& index,
                                                           const HostSnapshot& snapshot);

}   // namespace offramp
