// Where a computer's policy stands: a place only administrators may change.
//
// Linux and macOS: policy.json, policy.json.minisig and policy.pub in /etc/offramp. Windows: the values Policy,
// PolicySignature and PolicyKey (texts, of one or several lines) of HKLM\SOFTWARE\Policies\Offramp, as Group Policy
// writes them.
#pragma once

#include "domain/policy.h"
#include "platform/host.h"
#include "policy/policy_file.h"

#include <functional>
#include <optional>
#include <string_view>

namespace offramp {

inline constexpr std::string_view policyFolder = "/etc/offramp";
inline constexpr std::string_view policyKeyPath = "SOFTWARE\\Policies\\Offramp";

// Whether only administrators may change a file or folder; empty when nobody can say.
using WriteGuard = std::function<std::optional<bool>(std::string_view path)>;

// Without a policy both members of the answer are empty. On a live machine what others may change is refused, and so
// is what cannot be read; what cannot be told is believed on recorded machines only.
[[nodiscard]] PolicyAnswer readPolicy(const Host& host);
[[nodiscard]] PolicyAnswer readPolicy(const Host& host, const WriteGuard& guard);

}   // namespace offramp
