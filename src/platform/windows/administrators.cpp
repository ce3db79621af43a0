#include "platform/administrators.h"

namespace offramp {

// A policy stands in the registry there, below a key only administrators may change; no file is asked about.
std::optional<bool> onlyAdministratorsMayWrite(const std::filesystem::path&)
{
    return std::nullopt;
}

}   // namespace offramp
