// What sits between Windows and its devices or network: class filters, network adapters, NDIS filters and the
// providers and sublayers of the filtering platform. Leftovers here can disable a keyboard or the network.
#pragma once

#include <string>
#include <string_view>

namespace offramp::sources {

// The first readable text in a stored filtering-platform object: its display name. Little-endian UTF-16 runs of at
// least four letters; empty when there is none.
[[nodiscard]] std::string displayNameIn(std::string_view bytes);

}   // namespace offramp::sources
