// What the organization of this computer asks, as a banner: what, until when, whom to ask; or why its policy counts for
// nothing.
#pragma once

#include "domain/policy.h"

#include <optional>

class QWidget;

namespace offramp::ui {

// `answer` has a policy or a refusal. With `deferrals` it also says how often it can still be put off.
[[nodiscard]] QWidget* makePolicyBanner(const PolicyAnswer& answer, const std::optional<PolicyDeferrals>& deferrals);

}   // namespace offramp::ui
