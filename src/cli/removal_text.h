// What a removal says in a terminal and in JSON.
#pragma once

#include "cli/options.h"
#include "session/removal_session.h"

#include <string>

namespace offramp::cli {

// offramp.removal/1 (resources/schema/removal.schema.json).
[[nodiscard]] std::string removalJsonText(const RemovalState& state, const Moment& now);

[[nodiscard]] std::string guardsText(const std::vector<Guard>& guards);
[[nodiscard]] std::string leftoversText(const std::vector<Leftover>& leftovers);
// Where it stands, what became of each step, and what is left.
[[nodiscard]] std::string outcomeText(const RemovalState& state);
// Whether a restart is safe, and why not.
[[nodiscard]] std::string bootSafetyText(const BootSafety& safety);
[[nodiscard]] std::string verificationText(const VerificationResult& verification);

[[nodiscard]] ExitCode outcomeExitCode(const RemovalState& state);
[[nodiscard]] ExitCode verificationExitCode(RemovalResult result);

}   // namespace offramp::cli
