// The English sentence of every reason and word, written once for every face.
//
// Templates use %1 … %9 for arguments in order, %n for the first number and "(s)" for its plural, the conventions of
// Qt Linguist, so that the window can translate the very same strings.
#pragma once

#include "base/reason.h"
#include "domain/assessment.h"
#include "domain/evidence.h"
#include "domain/recommendation.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

[[nodiscard]] std::string_view phraseTemplate(ReasonCode code);
// The same where "0 days ago" is said as "today"; empty for a reason that has no such sentence.
[[nodiscard]] std::string_view phraseTemplateForToday(ReasonCode code);
// The one that fits the reason's first number.
[[nodiscard]] std::string_view phraseTemplate(const Reason& reason);
[[nodiscard]] const std::vector<ReasonCode>& allReasonCodes();

// "September 29, 2024", the way American English writes it.
[[nodiscard]] std::string inEnglish(const Day& day);
[[nodiscard]] std::string inEnglish(const Reason& reason);
// Words a person reads: "Windows Security Center", "a service".
[[nodiscard]] std::string_view inEnglish(SourceKind kind);
[[nodiscard]] std::string_view inEnglish(EvidenceKind kind);
[[nodiscard]] std::string_view inEnglish(Status status);
[[nodiscard]] std::string_view inEnglish(InstallationState state);
[[nodiscard]] std::string_view inEnglish(Confidence confidence);
[[nodiscard]] std::string_view inEnglish(Person person);
[[nodiscard]] std::string_view inEnglish(VerificationMark mark);
// What a piece of evidence is doing: "running", "not running". Empty when nobody could say, and for a running program.
[[nodiscard]] std::string_view activityInEnglish(const Evidence& evidence);

}   // namespace offramp
