// Installation: one real product believed to be on the machine, merged from all its entries.
#pragma once

#include "domain/product.h"

#include <string>
#include <vector>

namespace offramp {

enum class InstallationState {
    installed,
    broken,     // working parts or an entry are there, the rest is missing
    leftover,   // only things an uninstaller left behind
    portable,   // a copy that runs without being installed
};
[[nodiscard]] std::string_view toString(InstallationState state);

// Evidence that counted, with the reason it did.
struct MatchedEvidence {
    Evidence evidence;
    Shows shows = Shows::component;
    Confidence strength = Confidence::likely;
    Reason reason;
};

struct Installation {
    std::string productId;
    std::string family;
    std::string vendorId;
    std::string name;      // the product's name, or the display name found when that says more
    std::string version;   // empty when no entry tells it
    std::string edition;   // "Plus"; empty when not known
    ProductRole role = ProductRole::other;
    Scope scope = Scope::machine;
    InstallationState state = InstallationState::installed;
    Confidence confidence = Confidence::likely;
    bool managed = false;                    // an administration server manages it
    std::vector<Reason> reasons;             // for state and confidence
    std::vector<MatchedEvidence> evidence;   // strongest first
    VendorFacts facts;
    std::optional<Day> installedOn;
    std::optional<UninstallReference> uninstall;
};

// Installed, even if damaged: not only something left behind or a copy that runs without being installed.
[[nodiscard]] bool isThere(const Installation& installation);

}   // namespace offramp
