// offramp-cli catalog audit: how good the facts of a catalog are.
#pragma once

#include "catalog/catalog_audit.h"
#include "cli/options.h"

namespace offramp::cli {

struct AuditOptions {
    long oldAfterMonths = 12;
    bool strict = false;   // a fault is an exit code of its own
};

// The catalog in use, or the named one. Ends with ExitCode::catalogFault when `strict` and there is a fault.
[[nodiscard]] ExitCode runAudit(const CommonOptions& options, const AuditOptions& wishes);

}   // namespace offramp::cli
