// What a session says of a removal it finds in the journal, and what it writes down of the person's answers. Private to
// this folder.
#pragma once

#include "removal/executor.h"
#include "session/removal_session.h"

#include <vector>

namespace offramp {

// Where a removal stands that nobody works on.
[[nodiscard]] Halt haltOf(const MigrationRecord& record, const Moment& now);

// What the person settled and wished before they approved.
[[nodiscard]] std::vector<Answer> answersOf(const RemovalState& state, const Moment& moment);

}   // namespace offramp
