// The bytes of a plan and the digest a person approves. Format: docs/data-formats.md, "Removal plan".
#pragma once

#include "domain/plan.h"

#include <string>
#include <string_view>

namespace offramp {

// The same for the same plan everywhere. Text that is not UTF-8 is written with U+FFFD; the planner makes no such step.
[[nodiscard]] std::string encodePlan(const RemovalPlan& plan);
// Foreign bytes: malformed, with the place; tooLarge above planBytesLimit. Only the very spelling encodePlan gives is
// taken, so that a plan has one digest.
[[nodiscard]] Result<RemovalPlan> decodePlan(std::string_view bytes);

inline constexpr std::size_t planBytesLimit = 4u << 20;
inline constexpr std::size_t planStepsLimit = 5000;

// SHA-256 of the plan's bytes, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string planDigest(std::string_view planBytes);
[[nodiscard]] std::string planDigest(const RemovalPlan& plan);

// The step of the approved plan with that id, if the plan made anew from the machine still has a step of the same id
// that does the same thing with the same rights. Its words may differ, and steps already carried out are not there any
// more. notFound: no such step in either plan; malformed: it is another step now.
[[nodiscard]] Result<Step> confirmedStep(const RemovalPlan& approved, const RemovalPlan& madeAnew, std::string_view id);

}   // namespace offramp
