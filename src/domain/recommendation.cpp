#include "domain/recommendation.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace offramp {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

FeatureCover coverOf(const Replacement& replacement, const std::string& featureId)
{
    const auto fact = std::find_if(replacement.features.begin(), replacement.features.end(),
                                   [&](const FeatureFact& candidate) { return candidate.featureId == featureId; });
    if (fact == replacement.features.end() || !fact->included) {
        return FeatureCover::unknown;
    }
    if (!*fact->included) {
        return FeatureCover::notIncluded;
    }
    return mayDecide(fact->source.verification) ? FeatureCover::confirmed : FeatureCover::stated;
}

// Conditions nobody should have to rank: a product that fails one is not shown.
bool fits(const Replacement& replacement, const Needs& needs)
{
    if (replacement.excluded || !contains(replacement.platforms, std::string(toString(needs.platform)))) {
        return false;
    }
    if (replacement.builtIn) {
        return true;   // the free baseline is always shown
    }
    // Unknown is never taken for no: what nobody read stays in the list and says so.
    const auto price = knownPrice(replacement);
    const bool tooDear = needs.mostPerYear && price && *price > *needs.mostPerYear;
    const bool tooFew = replacement.devices && *replacement.devices < needs.devices;
    const bool runsThere = std::all_of(needs.alsoOn.begin(), needs.alsoOn.end(), [&](const std::string& platform) {
        return contains(replacement.platforms, platform);
    });
    if (tooDear || tooFew || !runsThere) {
        return false;
    }
    const bool business = needs.segment != "home";
    const bool forBusiness = replacement.segment != "home";
    const auto excludedCountry = [&](const std::string& country) { return contains(needs.excludedCountries, country); };
    return business == forBusiness && !(needs.freeOnly && !replacement.free)
           && !(needs.inUs && replacement.soldInUs.has_value() && !*replacement.soldInUs)
           && !contains(needs.excludedOwners, replacement.ownershipGroup)
           && std::none_of(replacement.countries.begin(), replacement.countries.end(), excludedCountry);
}

// A result on another system says little about this one.
std::optional<std::size_t> bestLab(const Replacement& replacement, OsFamily platform)
{
    std::optional<std::size_t> best;
    for (std::size_t index = 0; index < replacement.labs.size(); ++index) {
        const LabResult& lab = replacement.labs[index];
        if (!lab.rankable || !lab.award || lab.platform != toString(platform)) {
            continue;
        }
        if (!best || replacement.labs[*best].until < lab.until) {
            best = index;
        }
    }
    return best;
}

Recommendation describe(const Replacement& replacement, const Needs& needs)
{
    Recommendation recommendation;
    recommendation.replacementId = replacement.id;
    recommendation.baseline = replacement.builtIn;
    std::int64_t unknown = 0;
    std::vector<Reason> missing;
    for (const std::string& feature : needs.features) {
        const FeatureCover cover = coverOf(replacement, feature);
        recommendation.features.push_back({feature, cover});
        recommendation.confirmed += cover == FeatureCover::confirmed ? 1 : 0;
        recommendation.covered += cover == FeatureCover::confirmed || cover == FeatureCover::stated ? 1 : 0;
        unknown += cover == FeatureCover::unknown ? 1 : 0;
        if (cover == FeatureCover::notIncluded) {
            missing.push_back(Reason{ReasonCode::missesFeature, {feature}, {}});
        }
    }
    auto& reasons = recommendation.reasons;
    reasons.push_back(
        Reason{ReasonCode::coversNeeds,
               {static_cast<std::int64_t>(recommendation.covered), static_cast<std::int64_t>(needs.features.size())},
               {}});
    if (recommendation.covered > recommendation.confirmed) {
        reasons.push_back(Reason{ReasonCode::notConfirmedCount,
                                 {static_cast<std::int64_t>(recommendation.covered - recommendation.confirmed)},
                                 {}});
    }
    if (unknown > 0) {
        reasons.push_back(Reason{ReasonCode::unknownCount, {unknown}, {}});
    }
    reasons.insert(reasons.end(), missing.begin(), missing.end());
    recommendation.lab = bestLab(replacement, needs.platform);
    if (recommendation.lab) {
        const LabResult& lab = replacement.labs[*recommendation.lab];
        reasons.push_back(Reason{ReasonCode::labAward, {lab.lab, lab.test, lab.until, lab.outcome}, lab.source});
    } else {
        reasons.push_back(Reason{ReasonCode::noLabData, {}, {}});
    }
    if (replacement.builtIn) {
        reasons.push_back(Reason{ReasonCode::alreadyBuiltIn, {}, {}});
        if (needs.server) {
            reasons.push_back(Reason{ReasonCode::serverByHand, {}, {}});
        }
    } else if (replacement.free) {
        reasons.push_back(Reason{ReasonCode::freeOfCharge, {}, {}});
    }
    const bool saleKnown = replacement.soldInUs && mayDecide(replacement.soldInUsVerification);
    if (needs.inUs && !replacement.builtIn && !saleKnown) {
        reasons.push_back(Reason{ReasonCode::saleInUsUnknown, {}, {}});
    }
    return recommendation;
}

}   // namespace

std::optional<double> knownPrice(const Replacement& replacement)
{
    if (replacement.free || replacement.builtIn) {
        return 0;
    }
    return replacement.priceRenewal ? replacement.priceRenewal : replacement.priceFirstYear;
}

std::vector<Recommendation> recommend(const std::vector<Replacement>& replacements, const Needs& needs)
{
    std::vector<std::pair<Recommendation, const Replacement*>> candidates;
    for (const Replacement& replacement : replacements) {
        if (fits(replacement, needs)) {
            candidates.emplace_back(describe(replacement, needs), &replacement);
        }
    }
    // What you keep, then what of it is confirmed, then whether a laboratory gave it an award (yes or no, never a
    // number of points), then the price of nothing, then the name.
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& left, const auto& right) {
        const auto rank = [](const auto& candidate) {
            return std::tuple(candidate.first.covered, candidate.first.confirmed, candidate.first.lab.has_value(),
                              candidate.second->free);
        };
        return rank(left) != rank(right) ? rank(left) > rank(right) : left.second->name < right.second->name;
    });
    std::vector<Recommendation> recommendations;
    std::set<std::string> owners;
    for (auto& [recommendation, replacement] : candidates) {
        // The baseline does not use up its owner's place: a paid product of the same owner may still be shown.
        if (replacement->builtIn || owners.insert(replacement->ownershipGroup).second) {
            recommendations.push_back(std::move(recommendation));
        }
    }
    return recommendations;
}

}   // namespace offramp
