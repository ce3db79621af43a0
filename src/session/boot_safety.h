// Whether a restart is safe on a machine, for the products of the catalog.
#pragma once

#include "domain/boot_safety.h"
#include "session/session.h"

#include <string>

namespace offramp {

class Host;

// Reads the machine now: registry and files on Windows, folders of systemd on Linux.
[[nodiscard]] BootSafety bootSafetyOf(const Host& host, const Catalog& catalog);

// For the journal: the verdict and what was found, in English.
[[nodiscard]] std::string inEnglish(const BootSafety& safety);

}   // namespace offramp
