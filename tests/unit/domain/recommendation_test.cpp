#include "domain/recommendation.h"
#include "tests/support/small_catalog.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;

namespace {

Replacement replacement(std::string id, std::string owner)
{
    Replacement made;
    made.id = id;
    made.name = std::move(id);
    made.ownershipGroup = std::move(owner);
    made.segment = "home";
    made.platforms = {"windows"};
    made.countries = {"US"};
    made.soldInUs = true;
    return made;
}

void has(Replacement& into, const std::string& feature, std::optional<bool> included,
         Verification verification = Verification::read)
{
    into.features.push_back({feature, included, test::readLink(verification)});
}

std::vector<std::string> ids(const std::vector<Recommendation>& recommendations)
{
    std::vector<std::string> names;
    for (const Recommendation& recommendation : recommendations) {
        names.push_back(recommendation.replacementId);
    }
    return names;
}

Needs needs(std::vector<std::string> features)
{
    Needs made;
    made.features = std::move(features);
    return made;
}

}   // namespace

TEST_CASE("unknown is never no: it is shown as unknown and counts as neither")
{
    Replacement one = replacement("one", "a");
    has(one, "vpn", std::nullopt);
    has(one, "firewall", true, Verification::memory);
    has(one, "realtime_av", true);
    has(one, "cloud_backup", false);
    const auto result = recommend({one}, needs({"vpn", "firewall", "realtime_av", "cloud_backup", "edr"})).at(0);
    CHECK(result.features.at(0).cover == FeatureCover::unknown);
    CHECK(result.features.at(1).cover == FeatureCover::stated);
    CHECK(result.features.at(2).cover == FeatureCover::confirmed);
    CHECK(result.features.at(3).cover == FeatureCover::notIncluded);
    CHECK(result.features.at(4).cover == FeatureCover::unknown);
    CHECK(result.covered == 2);
    CHECK(result.confirmed == 1);
}

TEST_CASE("hard filters leave out what does not fit, never the built-in product")
{
    Replacement builtIn = replacement("built-in", "microsoft");
    builtIn.builtIn = true;
    builtIn.free = true;
    Replacement paid = replacement("paid", "a");
    Replacement mac = replacement("mac", "b");
    mac.platforms = {"macos"};
    Replacement business = replacement("business", "c");
    business.segment = "smallBusiness";
    Replacement refused = replacement("refused", "d");
    refused.excluded = true;
    Replacement notSold = replacement("not-sold", "e");
    notSold.soldInUs = false;
    Replacement unknownSale = replacement("unknown-sale", "f");
    unknownSale.soldInUs.reset();
    const std::vector all{builtIn, paid, mac, business, refused, notSold, unknownSale};

    Needs wanted = needs({});
    CHECK(ids(recommend(all, wanted)) == std::vector<std::string>{"built-in", "paid", "unknown-sale"});
    wanted.freeOnly = true;
    CHECK(ids(recommend(all, wanted)) == std::vector<std::string>{"built-in"});
    wanted.freeOnly = false;
    wanted.excludedCountries = {"US"};
    CHECK(ids(recommend(all, wanted)) == std::vector<std::string>{"built-in"});
    wanted = needs({});
    wanted.segment = "smallBusiness";
    CHECK(ids(recommend(all, wanted)) == std::vector<std::string>{"built-in", "business"});
}

TEST_CASE("one product of each owner is suggested, the one that keeps most")
{
    Replacement less = replacement("less", "gen");
    Replacement more = replacement("more", "gen");
    has(more, "vpn", true);
    CHECK(ids(recommend({less, more}, needs({"vpn"}))) == std::vector<std::string>{"more"});
}

TEST_CASE("a laboratory award breaks ties only when it is rankable, and scores never do")
{
    Replacement plain = replacement("a-plain", "a");
    Replacement award = replacement("b-award", "b");
    award.labs.push_back(
        {"Lab", "Test", "windows", "2025-01", "2025-12", "Top-Rated", true, true, 11, test::readLink()});
    Replacement old = replacement("c-old", "c");
    old.labs.push_back(
        {"Lab", "Test", "windows", "2023-01", "2023-12", "Top-Rated", false, true, 35, test::readLink()});
    CHECK(ids(recommend({plain, award, old}, needs({}))) == std::vector<std::string>{"b-award", "a-plain", "c-old"});
    has(plain, "vpn", true);
    CHECK(ids(recommend({plain, award, old}, needs({"vpn"}))).front() == "a-plain");
}

TEST_CASE("every rank can be explained")
{
    Replacement one = replacement("one", "a");
    has(one, "vpn", false);
    const auto result = recommend({one}, needs({"vpn"})).at(0);
    const auto says = [&](ReasonCode code) {
        return std::any_of(result.reasons.begin(), result.reasons.end(),
                           [&](const Reason& reason) { return reason.code == code; });
    };
    CHECK(says(ReasonCode::coversNeeds));
    CHECK(says(ReasonCode::missesFeature));
    CHECK(says(ReasonCode::noLabData));
}

TEST_CASE("a limit leaves out only what is known to be beyond it")
{
    Replacement cheap = replacement("cheap", "a");
    cheap.priceRenewal = 60;
    cheap.devices = 1;
    Replacement dear = replacement("dear", "b");
    dear.priceFirstYear = 40;
    dear.priceRenewal = 120;   // the renewal counts: the first year is over soon
    dear.devices = 5;
    Replacement unknown = replacement("unknown", "c");
    Replacement builtIn = replacement("built-in", "d");
    builtIn.builtIn = true;
    const std::vector<Replacement> all{builtIn, cheap, dear, unknown};
    Needs wanted = needs({"realtime_av"});
    CHECK(ids(recommend(all, wanted)).size() == 4);
    wanted.mostPerYear = 80;
    CHECK(ids(recommend(all, wanted)) == std::vector<std::string>{"built-in", "cheap", "unknown"});
    wanted.mostPerYear.reset();
    wanted.devices = 2;
    CHECK(ids(recommend(all, wanted)) == std::vector<std::string>{"built-in", "dear", "unknown"});
}

TEST_CASE("what must also run elsewhere is left out when it does not, but the baseline stays")
{
    Replacement here = replacement("here", "a");
    Replacement both = replacement("both", "b");
    both.platforms = {"windows", "android"};
    Replacement builtIn = replacement("built-in", "c");
    builtIn.builtIn = true;
    Needs wanted = needs({"realtime_av"});
    wanted.alsoOn = {"android"};
    CHECK(ids(recommend({here, both, builtIn}, wanted)) == std::vector<std::string>{"both", "built-in"});
}
