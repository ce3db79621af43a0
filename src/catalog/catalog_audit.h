// CatalogAudit: how good the facts of a catalog are, for those who edit it. Pure: no clock, no file.
//
// Places are written for people and scripts alike: "product kaspersky-free: signature 5", "replacement norton-360:
// price".
#pragma once

#include "catalog/catalog_store.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class FactKind {
    product,
    usStatus,   // where U.S. law stands for a product
    signature,
    event,
    feature,
    productNeeds,
    replacement,
    price,
    country,   // of a replacement's owner
    sale,      // whether it is sold in the United States
    cover,     // whether a replacement has a feature
    labResult,
    recipe,     // how a product is removed
    leftover,   // a line of the map of what stays
};
inline constexpr std::size_t factKindCount = 14;
inline constexpr std::size_t verificationCount = 6;
[[nodiscard]] std::string_view toString(FactKind kind);

struct AuditedFact {
    FactKind kind = FactKind::product;
    std::string place;
    Verification verification = Verification::memory;
};

// A fact that carries a date of its own: the end of a test, the day a package was seen, the time a price is of.
struct DatedFact {
    FactKind kind = FactKind::product;
    std::string place;
    std::string month;   // "2025-06"; of "about 2025" the last one it can mean
    long ageMonths = 0;
};

// What the program does with a fact that decides where somebody stands.
enum class Standing {
    decides,    // it was read, so it may
    softened,   // it was not; the program says "probably" or "not sure" instead
    mayNot,     // it was not, and nothing softens it: a fault
};
[[nodiscard]] std::string_view toString(Standing standing);

struct DecidingFact {
    AuditedFact fact;
    Standing standing = Standing::decides;
};

// What cannot be right, whatever is true of the world.
enum class AuditFaultCode {
    decidesUnread,        // a deciding fact that was not read
    bindsNobody,          // a rule with an effect for nobody
    bindsWithoutEffect,   // a text without an effect that names whom it binds
    rulesOutOfOrder,      // updates end before sales do, under one jurisdiction
    arrivalUnknown,       // a product came with an event nobody knows
    datesOutOfOrder,      // dates that contradict each other or the catalog's
    markWithoutAddress,   // said to be read somewhere, without saying where
    awardWithoutLink,     // an award nobody can look up
    priceWithoutDate,     // an amount of nobody knows when
    twoPrices,            // free of charge, for money
    twoResults,           // one test, two outcomes
    oneNameTwice,         // two entries that are the same thing to a person
    ownersDiffer,         // one ownership group, two owners
    packageTwice,         // one package for replacements of two owners
    needsTwice,           // what users of one product need, told twice
};
[[nodiscard]] std::string_view toString(AuditFaultCode code);

struct AuditFault {
    AuditFaultCode code = AuditFaultCode::decidesUnread;
    std::string place;
    std::string detail;   // the two values, the date; may be empty
};
// What is wrong, as a sentence without the place.
[[nodiscard]] std::string_view sentenceOf(AuditFaultCode code);

struct CatalogAudit {
    Day asOf{};
    long oldAfterMonths = 0;
    std::array<std::array<std::size_t, verificationCount>, factKindCount> facts{};   // by kind, by verification
    std::size_t dated = 0;                     // facts with a date of their own; the others are as old as factsAsOf
    std::vector<DatedFact> old;                // of these, older than oldAfterMonths; oldest first
    std::vector<AuditedFact> withoutAddress;   // nothing to look them up by
    std::vector<DecidingFact> deciding;
    std::vector<std::string> neverFound;   // products: neither they nor what is a kind of them have a signature
    std::vector<AuditFault> faults;

    [[nodiscard]] std::size_t count(FactKind kind) const;
    [[nodiscard]] std::size_t count(Verification verification) const;
    [[nodiscard]] std::size_t total() const;
};

// `catalog` holds its products (loadCatalog).
[[nodiscard]] CatalogAudit auditCatalog(const Catalog& catalog, const Day& asOf, long oldAfterMonths);

// The last month a text such as "about 2024–2025" or "April 2026" can mean; empty when it names no year.
[[nodiscard]] std::optional<std::string> latestMonthIn(std::string_view text);

// The part of the audit that looks for contradictions, in the order of the catalog.
[[nodiscard]] std::vector<AuditFault> faultsOf(const Catalog& catalog);

}   // namespace offramp
