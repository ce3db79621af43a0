// Reason: a machine-readable "why", so that every judgement can be shown, translated and tested.
//
// The core produces codes and typed arguments; report/phrases holds the English sentence of each code, and a face
// translates it and formats numbers and dates for its reader. A reason that rests on a published fact carries the
// source of that fact and how well it is verified.
#pragma once

#include "base/calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace offramp {

// How well a fact of the catalog is known. Source: docs/data-formats.md, "Verification".
enum class Verification {
    read,       // read in the primary source or an official copy of it
    quoted,     // read in a reliable report that quotes the source
    claimed,    // the vendor's own statement about itself
    weak,       // a reseller's page or another source that may be wrong
    inferred,   // follows from facts that were read
    memory,     // not checked against any source
};

// The three marks a person sees: an open book with a tick, a plain one, a dashed one.
enum class VerificationMark { readAtSource, readInQuotations, notConfirmed };

[[nodiscard]] VerificationMark markOf(Verification verification);
[[nodiscard]] std::string_view toString(Verification verification);
[[nodiscard]] std::optional<Verification> verificationFromString(std::string_view word);

// A fact may decide a verdict only if it was read somewhere (read or quoted).
[[nodiscard]] bool mayDecide(Verification verification);

struct SourceLink {
    std::string url;        // evidence; only links with `forPeople` may be opened from the app
    std::string title;      // what the page is, in our words
    std::string citation;   // legal citation, empty when there is none
    Verification verification = Verification::memory;

    friend bool operator==(const SourceLink&, const SourceLink&) = default;
};

// Every reason the core can give. The sentence of each stands beside it in reason_codes.inc.
enum class ReasonCode {
#define OFFRAMP_REASON(code, sentence) code,
#include "base/reason_codes.inc"
#undef OFFRAMP_REASON
};

using ReasonArgument = std::variant<std::string, std::int64_t, Day>;

struct Reason {
    ReasonCode code;
    std::vector<ReasonArgument> arguments;
    std::optional<SourceLink> source;

    friend bool operator==(const Reason&, const Reason&) = default;
};

// Stable word for JSON, the enumerator's own name.
[[nodiscard]] std::string_view toString(ReasonCode code);
[[nodiscard]] std::optional<ReasonCode> reasonCodeFromString(std::string_view word);

}   // namespace offramp
