#include "catalog/catalog_reader.h"
#include "catalog/catalog_rows.h"
#include "catalog/catalog_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace offramp {

namespace {

// Rows of every list come in the order of their owner's id, like the owners themselves.
class ReplacementOwners {
public:
    explicit ReplacementOwners(std::vector<Replacement>& all) : m_all(all) {}

    Replacement& of(const CatalogRows& rows)
    {
        const auto id = rows.text(0);
        for (; m_next < m_all.size(); ++m_next) {
            if (m_all[m_next].id == id) {
                return m_all[m_next];
            }
        }
        rows.damaged(0, "names no replacement");
    }

private:
    std::vector<Replacement>& m_all;
    std::size_t m_next = 0;
};

std::string featureId(const Catalog& catalog, const CatalogRows& rows, int column)
{
    auto id = rows.text(column);
    const bool known = std::any_of(catalog.features.begin(), catalog.features.end(),
                                   [&](const Feature& feature) { return feature.id == id; });
    if (!known) {
        rows.damaged(column, "names no feature");
    }
    return id;
}

std::string peopleLink(const CatalogRows& rows, int column)
{
    auto url = rows.text(column);
    if (!url.empty() && !isPeopleLink(url)) {
        rows.damaged(column, "is not a link people may open");
    }
    return url;
}

// "2025-12" as a count of months.
int monthNumber(const CatalogRows& rows, int column)
{
    const auto day = parseDay(rows.text(column) + "-01");
    if (!day) {
        rows.damaged(column, "is not a month");
    }
    return static_cast<int>(day->date.year()) * 12 + static_cast<int>(static_cast<unsigned>(day->date.month()));
}

std::vector<Replacement> readReplacementHeads(const SQLite::Database& database, const Sources& sources)
{
    std::vector<Replacement> all;
    CatalogRows rows(
        database, "replacement",
        "SELECT id, name, vendor, ownership_group, owner, country_verification, segment, built_in, free, "
        "price_band, price_first_year, price_renewal, devices, price_as_of, price_source, about, home_url, "
        "support_url, sold_in_us, sold_verification, excluded, excluded_because, source FROM replacement ORDER BY id");
    while (rows.next()) {
        Replacement replacement;
        replacement.id = rows.text(0);
        replacement.name = rows.text(1);
        replacement.vendor = rows.text(2);
        replacement.ownershipGroup = rows.text(3);
        replacement.owner = rows.text(4);
        replacement.countryVerification = rows.word(5, verificationFromString);
        replacement.segment = rows.wordOf(6, replacementSegmentWords);
        replacement.builtIn = rows.flag(7);
        replacement.free = rows.flag(8);
        replacement.priceBand = rows.text(9);
        replacement.priceFirstYear = rows.numberOrNull(10);
        replacement.priceRenewal = rows.numberOrNull(11);
        replacement.devices = rows.countOrNull(12);
        replacement.priceAsOf = rows.text(13);
        replacement.priceSource = sources[rows.index(14, sources.size())];
        replacement.about = rows.text(15);
        replacement.homeUrl = peopleLink(rows, 16);
        replacement.supportUrl = peopleLink(rows, 17);
        replacement.soldInUs = rows.flagOrNull(18);
        replacement.soldInUsVerification = rows.word(19, verificationFromString);
        replacement.excluded = rows.flag(20);
        replacement.excludedBecause = rows.text(21);
        replacement.source = sources[rows.index(22, sources.size())];
        if (!all.empty() && replacement.id <= all.back().id) {
            rows.damaged(0, "is out of order");
        }
        all.push_back(std::move(replacement));
    }
    return all;
}

void readLabs(const SQLite::Database& database, const Sources& sources, const Catalog& head,
              std::vector<Replacement>& all)
{
    const auto& checked = head.info.factsAsOf.date;
    const int checkedMonth =
        static_cast<int>(checked.year()) * 12 + static_cast<int>(static_cast<unsigned>(checked.month()));
    CatalogRows rows(
        database, "replacement_lab",
        "SELECT replacement, lab, test, platform, first_month, last_month, outcome, rankable, award, source "
        "FROM replacement_lab ORDER BY replacement, position");
    ReplacementOwners owners(all);
    while (rows.next()) {
        LabResult result;
        result.lab = rows.text(1);
        result.test = rows.text(2);
        result.platform = rows.wordOf(3, replacementPlatformWords);
        result.from = rows.text(4);
        result.until = rows.text(5);
        result.outcome = rows.text(6);
        result.rankable = rows.flag(7);
        result.award = rows.flag(8);
        result.ageMonths = checkedMonth - monthNumber(rows, 5);
        result.source = sources[rows.index(9, sources.size())];
        if (monthNumber(rows, 4) > monthNumber(rows, 5) || result.ageMonths < 0 || (result.award && !result.rankable)) {
            rows.damaged(5, "contradicts the rest of the row");
        }
        owners.of(rows).labs.push_back(std::move(result));
    }
}

}   // namespace

void readFeatures(const SQLite::Database& database, const Sources& sources, Catalog& catalog)
{
    CatalogRows rows(database, "feature",
                     "SELECT id, name, short_name, kaspersky, parity, advice, before_removal, source FROM feature "
                     "ORDER BY position, id");
    while (rows.next()) {
        Feature feature;
        feature.id = rows.text(0);
        feature.name = rows.text(1);
        feature.shortName = rows.text(2);
        feature.kaspersky = rows.text(3);
        feature.parity = rows.wordOf(4, parityWords);
        feature.advice = rows.text(5);
        feature.beforeRemoval = rows.text(6);
        feature.source = sources[rows.index(7, sources.size())];
        catalog.features.push_back(std::move(feature));
        if (catalog.features.size() > mostFeatures) {
            rows.damaged(0, "is one feature too many");
        }
    }
    CatalogRows alternatives(database, "feature_alternative",
                             "SELECT feature, name FROM feature_alternative ORDER BY feature, position");
    while (alternatives.next()) {
        const auto id = featureId(catalog, alternatives, 0);
        const auto feature = std::find_if(catalog.features.begin(), catalog.features.end(),
                                          [&](const Feature& candidate) { return candidate.id == id; });
        feature->alternatives.push_back(alternatives.text(1));
    }

    CatalogRows needs(database, "product_needs",
                      "SELECT id, product, edition, free_only, source FROM product_needs ORDER BY id");
    while (needs.next()) {
        if (needs.index(0, std::numeric_limits<std::size_t>::max()) != catalog.productNeeds.size()) {
            needs.damaged(0, "leaves a gap");
        }
        catalog.productNeeds.push_back(
            {needs.text(1), needs.text(2), {}, needs.flag(3), sources[needs.index(4, sources.size())]});
    }
    CatalogRows needed(database, "product_needs_feature",
                       "SELECT needs, feature FROM product_needs_feature ORDER BY needs, position");
    while (needed.next()) {
        catalog.productNeeds[needed.index(0, catalog.productNeeds.size())].features.push_back(
            featureId(catalog, needed, 1));
    }
}

std::vector<Replacement> readReplacements(const SQLite::Database& database, const Sources& sources, const Catalog& head)
{
    auto all = readReplacementHeads(database, sources);
    CatalogRows countries(database, "replacement_country",
                          "SELECT replacement, country FROM replacement_country ORDER BY replacement, position");
    for (ReplacementOwners owners(all); countries.next();) {
        owners.of(countries).countries.push_back(countries.text(1));
    }
    CatalogRows platforms(database, "replacement_platform",
                          "SELECT replacement, platform FROM replacement_platform ORDER BY replacement, position");
    for (ReplacementOwners owners(all); platforms.next();) {
        owners.of(platforms).platforms.push_back(platforms.wordOf(1, replacementPlatformWords));
    }
    CatalogRows features(database, "replacement_feature",
                         "SELECT replacement, feature, included, source FROM replacement_feature "
                         "ORDER BY replacement, feature");
    for (ReplacementOwners owners(all); features.next();) {
        owners.of(features).features.push_back(
            {featureId(head, features, 1), features.flagOrNull(2), sources[features.index(3, sources.size())]});
    }
    readLabs(database, sources, head, all);
    CatalogRows packages(database, "replacement_package",
                         "SELECT replacement, manager, package, seen_version, seen_on, one_click, stale "
                         "FROM replacement_package ORDER BY replacement, position");
    for (ReplacementOwners owners(all); packages.next();) {
        owners.of(packages).packages.push_back({packages.wordOf(1, packageManagerWords), packages.text(2),
                                                packages.text(3), packages.text(4), packages.flag(5),
                                                packages.flag(6)});
    }
    return all;
}

}   // namespace offramp
