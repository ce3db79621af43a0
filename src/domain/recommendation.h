// Needs and recommendations: which replacements fit, and why. No hidden score: the order is a list of reasons.
#pragma once

#include "base/reason.h"
#include "domain/evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

// What a product has of a feature. `stated` is a yes nobody confirmed; unknown is never treated as no.
enum class FeatureCover { confirmed, stated, unknown, notIncluded };
[[nodiscard]] std::string_view toString(FeatureCover cover);

// A feature people had and may want to keep ("vpn_unlimited").
struct Feature {
    std::string id;
    std::string name;                        // ours: "VPN without a limit"
    std::string shortName;                   // "VPN"
    std::string kaspersky;                   // what it was called there
    std::string parity;                      // "full", "partial", "none"
    std::string advice;                      // what replaces it, one sentence
    std::string beforeRemoval;               // what would be lost, empty when nothing
    std::vector<std::string> alternatives;   // free or built-in ways, by name
    SourceLink source;
};

// Which features each Kaspersky product or plan gave: feature ids and what to suggest for it.
struct ProductNeeds {
    std::string productId;   // catalog product
    std::string edition;     // "Plus"; empty for all editions
    std::vector<std::string> features;
    bool freeOnly = false;
    SourceLink source;
};

struct LabResult {
    std::string lab;
    std::string test;
    std::string platform;      // the system it was tested on, a word of Replacement::platforms
    std::string from, until;   // "2025-01", months
    std::string outcome;       // ours: "Top-Rated"
    bool rankable = false;     // tested edition, recent enough, and the result itself was read
    bool award = false;        // a good result; only rankable awards change the order
    int ageMonths = 0;         // on the catalog's date
    SourceLink source;
};

struct FeatureFact {
    std::string featureId;
    std::optional<bool> included;
    SourceLink source;   // verification decides confirmed or stated
};

struct PackageId {
    std::string manager;   // "winget", "homebrewCask", "homebrewFormula", "apt"
    std::string id;
    std::string seenVersion, seenOn;
    bool oneClick = false;
    bool stale = false;
};

struct Replacement {
    std::string id;
    std::string name;
    std::string vendor;
    std::string ownershipGroup;           // products of one owner share it
    std::string owner;                    // parent company, for people
    std::vector<std::string> countries;   // ISO codes of the headquarters
    Verification countryVerification = Verification::memory;
    std::string segment;                  // "home", "smallBusiness", "enterprise"
    std::vector<std::string> platforms;   // "windows", "macos", "linux", "android", "ios"
    bool builtIn = false;                 // comes with the system: the free baseline
    bool free = false;
    std::string priceBand;                                // ours: "free", "$40–80 a year"
    std::optional<double> priceFirstYear, priceRenewal;   // U.S. dollars a year
    std::optional<int> devices;
    std::string priceAsOf;   // free text date
    SourceLink priceSource;
    std::string about;                 // one or two sentences of ours
    std::string homeUrl, supportUrl;   // official pages, without query parameters; may be empty
    std::optional<bool> soldInUs;
    Verification soldInUsVerification = Verification::memory;
    bool excluded = false;
    std::string excludedBecause;
    std::vector<FeatureFact> features;
    std::vector<LabResult> labs;
    std::vector<PackageId> packages;
    SourceLink source;
};

struct Needs {
    OsFamily platform = OsFamily::windows;
    std::string segment = "home";
    bool freeOnly = false;
    bool inUs = true;                    // leave out what is known not to be sold there
    std::vector<std::string> features;   // feature ids wanted
    std::vector<std::string> excludedCountries;
    std::vector<std::string> excludedOwners;
    bool server = false;
    int devices = 1;                     // leave out what is known to cover fewer
    std::optional<double> mostPerYear;   // U.S. dollars; leave out what is known to cost more
    std::vector<std::string> alsoOn;     // leave out what does not run on these systems too ("android")
};

struct FeatureMatch {
    std::string featureId;
    FeatureCover cover = FeatureCover::unknown;
};

struct Recommendation {
    std::string replacementId;
    bool baseline = false;                // the built-in product, always shown
    std::vector<FeatureMatch> features;   // in the order of Needs::features
    std::size_t covered = 0;              // confirmed or stated
    std::size_t confirmed = 0;
    std::optional<std::size_t> lab;   // index of the lab result that counted
    std::vector<Reason> reasons;
};

// What it costs a year as far as it was read: the renewal, else the first year; nothing for what is free.
[[nodiscard]] std::optional<double> knownPrice(const Replacement& replacement);

// Best first; the baseline has `baseline` set and stands where its coverage puts it, and is always in the list.
[[nodiscard]] std::vector<Recommendation> recommend(const std::vector<Replacement>& replacements, const Needs& needs);

}   // namespace offramp
