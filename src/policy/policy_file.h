// The signed policy of an organization: what its bytes say, and whether they may be believed. Everything here is pure.
// Format: docs/data-formats.md, "Policy of an organization".
#pragma once

#include "catalog/bundle_signature.h"
#include "domain/policy.h"

#include <string>
#include <string_view>

namespace offramp {

inline constexpr std::size_t largestPolicy = std::size_t{64} << 10;

// What the text says, proven or not. Strict: an unknown member is refused, because a deadline with a spelling mistake
// would be none.
[[nodiscard]] tl::expected<OrganizationPolicy, PolicyRefusal> parsePolicy(std::string_view text);

// What the signature's trusted comment must say: "offramp-policy serial:3 expires:2027-06-30 file:policy.json".
[[nodiscard]] std::string policyComment(const OrganizationPolicy& policy);

struct PolicyTexts {
    std::string policy;      // policy.json
    std::string signature;   // policy.json.minisig
    std::string key;         // policy.pub
};
// The policy if the key signed exactly these bytes and it has not expired. A refusal says which of it is not so.
[[nodiscard]] PolicyAnswer provePolicy(const PolicyTexts& texts, Instant now);

}   // namespace offramp
