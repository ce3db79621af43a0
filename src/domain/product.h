// Products the catalog knows, and the evidence patterns that identify them.
#pragma once

#include "base/reason.h"
#include "domain/evidence.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class ProductRole {
    antivirus,
    vpn,
    passwordManager,
    parentalControl,
    managementAgent,
    managementServer,
    tool,           // portable or one-purpose utility
    component,      // parts several products share
    whiteLabel,     // another vendor's product with a Kaspersky engine
    intelligence,   // threat intelligence, training, advice
    other,
};
[[nodiscard]] std::string_view toString(ProductRole role);
[[nodiscard]] std::optional<ProductRole> productRoleFromString(std::string_view word);

// Where U.S. law stands for a product, and on which words that rests.
enum class UsStatus { prohibited, exempt, unclear, notCovered };
enum class UsBasis {
    classNamed,        // the determination names this class of product (anti-virus software)
    generalClause,     // any Kaspersky cybersecurity product or service
    integration,       // integration of Kaspersky software into another product
    expresslyExempt,   // threat intelligence, security training, purely informational advice
    notNamed,          // no text naming it was read
    notKaspersky,      // made by somebody else
};
[[nodiscard]] std::string_view toString(UsStatus status);
[[nodiscard]] std::optional<UsStatus> usStatusFromString(std::string_view word);
[[nodiscard]] std::string_view toString(UsBasis basis);
[[nodiscard]] std::optional<UsBasis> usBasisFromString(std::string_view word);

// What matching evidence proves about the product.
enum class Shows {
    product,     // it is registered as installed
    component,   // one of its working parts is there (service, driver, process)
    trace,       // something it left or may leave behind
    portable,    // a copy that runs without being installed
};
[[nodiscard]] std::string_view toString(Shows shows);
[[nodiscard]] std::optional<Shows> showsFromString(std::string_view word);

// How far one match goes, in words a person can be told. Order matters: later is stronger.
enum class Confidence { notSure, likely, certain };
[[nodiscard]] std::string_view toString(Confidence confidence);
[[nodiscard]] std::optional<Confidence> confidenceFromString(std::string_view word);

// Who must be named as publisher for a match to count.
enum class PublisherRule {
    vendor,            // the publisher or the path must be the vendor's
    vendorOrUnknown,   // as above, or no publisher is given
    any,
};
[[nodiscard]] std::string_view toString(PublisherRule rule);
[[nodiscard]] std::optional<PublisherRule> publisherRuleFromString(std::string_view word);

// An evidence pattern. Lists are alternatives, fields are conditions that must all hold; an empty list is no
// condition. Patterns are folded text in which '*' is any run and '#' a version-like run (digits . _ -).
struct Signature {
    std::vector<EvidenceKind> kinds;
    std::vector<std::string> ids;
    std::vector<std::string> names;
    std::vector<std::string> paths;
    PublisherRule publisher = PublisherRule::vendorOrUnknown;
    Shows shows = Shows::component;
    Confidence strength = Confidence::likely;
    bool versionHint = true;   // whether a '#' tells the product's own version
    SourceLink source;
};

struct Vendor {
    std::string id;   // "kaspersky"
    std::string name;
    std::vector<std::string> publishers;   // patterns
    std::vector<std::string> pathRoots;    // patterns for folders only this vendor uses
};

struct Product {
    std::string id;
    std::string parent;   // a less specific product this one is a kind of; empty at the root
    std::string vendor;   // id
    std::string family;   // file stem in resources/catalog/products
    std::string name;     // as people know it
    std::string about;    // one sentence of ours, may be empty
    ProductRole role = ProductRole::other;
    std::string segment;   // "home", "smallBusiness", "business", "enterprise", "industrial", "tool", "oem", "service"
    std::vector<OsFamily> platforms;
    bool holdsPasswords = false;         // removing it can lose saved passwords
    bool holdsVaults = false;            // removing it can lock encrypted containers or disks
    std::vector<std::string> features;   // feature ids it gave its user
    UsStatus usStatus = UsStatus::unclear;
    UsBasis usBasis = UsBasis::notNamed;
    SourceLink usSource;
    std::string arrivedBy;   // timeline event that explains how it came to PCs; empty for most
    SourceLink source;
    std::vector<Signature> signatures;
};

}   // namespace offramp
