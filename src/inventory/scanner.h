// Scanner: reads every source that applies to the host and keeps their reports.
#pragma once

#include "base/progress.h"
#include "domain/evidence.h"
#include "platform/host.h"

namespace offramp {

// Progress items are toString(SourceKind). A stopped scan is an Error with code cancelled.
[[nodiscard]] Result<HostSnapshot> scan(const Host& host, const ProgressSink& progress, std::stop_token stop);

}   // namespace offramp
