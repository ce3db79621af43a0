// Words for the values of the core, in the reader's language.
#pragma once

#include "domain/assessment.h"
#include "domain/recommendation.h"
#include "style/icon.h"
#include "widgets/status.h"

#include <QString>

namespace offramp::ui {

[[nodiscard]] QString sourceName(SourceKind source);   // "Services and drivers"
[[nodiscard]] Icon sourceIcon(SourceKind source);
[[nodiscard]] QString kindInSentence(EvidenceKind kind);   // "the driver"
[[nodiscard]] QString kindTitle(EvidenceKind kind);        // "Driver"
[[nodiscard]] Icon kindIcon(EvidenceKind kind);
[[nodiscard]] QString confidenceWord(Confidence confidence);   // "Certain"
[[nodiscard]] QString coverWord(FeatureCover cover);           // "confirmed"
[[nodiscard]] QString verificationWords(VerificationMark mark);
[[nodiscard]] Icon verificationIcon(VerificationMark mark);
[[nodiscard]] Color verificationColor(VerificationMark mark);
[[nodiscard]] QString personName(Person person);
[[nodiscard]] QString personShortName(Person person);         // for a choice of few words
[[nodiscard]] QString stateWords(InstallationState state);    // "installed, but damaged"
[[nodiscard]] QString systemName(OsFamily os);                // "Windows"
[[nodiscard]] QString problemText(const Error& error);        // what an error means for the reader
[[nodiscard]] QString problemWithPlace(const Error& error);   // "It is not there. (removals.db)"

// The pill of a status.
struct StatusWords {
    Tone tone;
    QString word;
};
[[nodiscard]] StatusWords statusWords(Status status);

}   // namespace offramp::ui
