// What a session says of a removal it finds in the journal, and what it writes down of the person's answers. Private to
// this folder.
#pragma once

#include "removal/executor.h"
#include "session/removal_session.h"

#include <string>
#include <vector>

namespace offramp {

// Where a removal stands that nobody works on.
[[nodiscard]] Halt haltOf(const MigrationRecord& record, const Moment& now);

// What the person settled and wished before they approved.
[[nodiscard]] std::vector<Answer> answersOf(const RemovalState& state, const Moment& moment);

// What shall protect afterwards (PlanWishes::replacement), written down and found again; empty when nothing was chosen.
[[nodiscard]] std::vector<Answer> replacementOf(const RemovalState& state, const Moment& moment);
[[nodiscard]] std::string replacementIn(const MigrationRecord& record);

}   // namespace offramp
