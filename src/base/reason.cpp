#include "base/reason.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<Verification, 6> verificationWords{{
    {Verification::read, "read"},
    {Verification::quoted, "quoted"},
    {Verification::claimed, "claimed"},
    {Verification::weak, "weak"},
    {Verification::inferred, "inferred"},
    {Verification::memory, "memory"},
}};

}   // namespace

VerificationMark markOf(Verification verification)
{
    switch (verification) {
    case Verification::read: return VerificationMark::readAtSource;
    case Verification::quoted: return VerificationMark::readInQuotations;
    case Verification::claimed:
    case Verification::weak:
    case Verification::inferred:
    case Verification::memory: break;
    }
    return VerificationMark::notConfirmed;
}

std::string_view toString(Verification verification)
{
    return wordFor(verificationWords, verification);
}

std::optional<Verification> verificationFromString(std::string_view word)
{
    return valueFor(verificationWords, word);
}

bool mayDecide(Verification verification)
{
    return verification == Verification::read || verification == Verification::quoted;
}

std::string_view toString(ReasonCode code)
{
    switch (code) {
#define OFFRAMP_REASON(name, sentence)                                                                                 \
    case ReasonCode::name:                                                                                             \
        return #name;
#include "base/reason_codes.inc"
#undef OFFRAMP_REASON
    }
    return "unknown";
}

std::optional<ReasonCode> reasonCodeFromString(std::string_view word)
{
#define OFFRAMP_REASON(name, sentence)                                                                                 \
    if (word == #name) {                                                                                               \
        return ReasonCode::name;                                                                                       \
    }
#include "base/reason_codes.inc"
#undef OFFRAMP_REASON
    return std::nullopt;
}

}   // namespace offramp
