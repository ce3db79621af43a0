// Installed programs as Windows lists them: the Uninstall keys of the machine (both halves) and of every person.
//
// Signed-out people are told as issues with code accessDenied and make the report partial; `machinePartComplete` of
// the report stays true as long as the machine's own lists were read to the end.
#pragma once

#include "domain/evidence.h"
#include "inventory/sources/registry_reading.h"

#include <string>

namespace offramp::sources {

// One entry. Its folder's presence is left unknown; scope, account and origin are the caller's.
[[nodiscard]] Evidence decodeUninstallEntry(const std::string& keyName, const RegistryValues& values, Scope scope);

}   // namespace offramp::sources
