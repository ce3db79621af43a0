#include "catalog/catalog_audit.h"

#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace offramp;
using namespace offramp::test;

namespace {

constexpr Day november{std::chrono::year{2026} / 11 / 23};

Catalog small()
{
    const ScratchFolder folder;
    REQUIRE(compiler::writeCatalog(miniSource(), folder / "catalog.db"));
    return loadCatalog(folder / "catalog.db").value();
}

std::vector<std::string> saidOf(const Catalog& catalog)
{
    std::vector<std::string> lines;
    for (const AuditFault& fault : auditCatalog(catalog, november, 12).faults) {
        lines.push_back(std::string(toString(fault.code)) + ": " + fault.place);
    }
    return lines;
}

Replacement& goodAv(Catalog& catalog)
{
    auto& all = catalog.replacements.own();
    return *std::find_if(all.begin(), all.end(), [](const Replacement& each) { return each.id == "good-av"; });
}

TimelineEvent& updatesEnd(Catalog& catalog)
{
    auto& events = catalog.timeline.events;
    return *std::find_if(events.begin(), events.end(), [](const auto& event) { return event.id == "updates-end"; });
}

}   // namespace

TEST_CASE("an audit counts every fact by what it is about and how it is known")
{
    const auto audit = auditCatalog(small(), november, 12);
    CHECK(audit.count(FactKind::product) == 3);
    CHECK(audit.count(FactKind::usStatus) == 3);
    CHECK(audit.count(FactKind::signature) == 4);
    CHECK(audit.count(FactKind::event) == 2);
    CHECK(audit.count(FactKind::feature) == 2);
    CHECK(audit.count(FactKind::productNeeds) == 2);
    CHECK(audit.count(FactKind::replacement) == 2);
    CHECK(audit.count(FactKind::price) == 2);
    CHECK(audit.count(FactKind::country) == 2);
    CHECK(audit.count(FactKind::sale) == 2);
    CHECK(audit.count(FactKind::cover) == 2);
    CHECK(audit.count(FactKind::labResult) == 1);
    CHECK(audit.total() == 27);
    CHECK(audit.facts[static_cast<std::size_t>(FactKind::signature)][static_cast<std::size_t>(Verification::inferred)]
          == 1);
    std::size_t sum = 0;
    for (const auto verification : {Verification::read, Verification::quoted, Verification::claimed, Verification::weak,
                                    Verification::inferred, Verification::memory}) {
        sum += audit.count(verification);
    }
    CHECK(sum == audit.total());
    CHECK(audit.withoutAddress.size() == 8);
}

TEST_CASE("facts with a date of their own are listed when they are old, oldest first")
{
    auto catalog = small();
    CHECK(auditCatalog(catalog, november, 12).dated == 3);   // a test, a package, a price
    CHECK(auditCatalog(catalog, november, 12).old.empty());
    const auto strict = auditCatalog(catalog, november, 3);
    REQUIRE(strict.old.size() == 1);
    CHECK(strict.old[0].place == "replacement good-av: AV-TEST, Windows home");
    CHECK(strict.old[0].month == "2026-06");
    CHECK(strict.old[0].ageMonths == 5);
    goodAv(catalog).priceAsOf = "about 2023–2024, from a copy";
    const auto older = auditCatalog(catalog, november, 3).old;
    REQUIRE(older.size() == 2);
    CHECK(older[0].place == "replacement good-av: price");
    CHECK(older[0].month == "2024-12");
    CHECK(older[0].ageMonths == 23);
}

TEST_CASE("a price's words tell the last month they can mean")
{
    CHECK(latestMonthIn("April 2026") == "2026-04");
    CHECK(latestMonthIn("about 2025, not checked") == "2025-12");
    CHECK(latestMonthIn("first year December 2023, renewal about 2023") == "2023-12");
    CHECK(latestMonthIn("2025–2026; $15.95 by the month") == "2026-12");
    CHECK_FALSE(latestMonthIn(""));
    CHECK_FALSE(latestMonthIn("$2025 20256 12025"));
}

TEST_CASE("what decides is listed with what the program makes of it")
{
    auto catalog = small();
    const auto standing = [&](const std::string& place) {
        for (const auto& deciding : auditCatalog(catalog, november, 12).deciding) {
            if (deciding.fact.place == place) {
                return std::string(toString(deciding.standing));
            }
        }
        return std::string("does not decide");
    };
    CHECK(standing("event updates-end") == "decides");
    CHECK(standing("event later-event") == "does not decide");
    CHECK(standing("product ultraav: U.S. status") == "decides");
    CHECK(standing("product kaspersky: signature 1") == "decides");
    CHECK(standing("product ultraav: signature 1") == "softened");
    CHECK(standing("product kaspersky-internet-security: signature 2") == "does not decide");   // "notSure"
    catalog.products.at("kaspersky").usSource.verification = Verification::memory;
    CHECK(standing("product kaspersky: U.S. status") == "softened");
    catalog.products.at("ultraav").usSource.verification = Verification::memory;
    CHECK(standing("product ultraav: U.S. status") == "mayNot");
    updatesEnd(catalog).source.verification = Verification::claimed;
    CHECK(standing("event updates-end") == "mayNot");
    CHECK(
        saidOf(catalog)
        == std::vector<std::string>{"decidesUnread: product ultraav: U.S. status", "decidesUnread: event updates-end"});
}

TEST_CASE("a catalog that is in order has no faults, and each fault is found once and named")
{
    CHECK(saidOf(small()).empty());
    using Break = std::function<void(Catalog&)>;
    const std::vector<std::pair<std::string, Break>> faults{
        {"bindsNobody: event updates-end", [](Catalog& c) { updatesEnd(c).binds.clear(); }},
        {"bindsWithoutEffect: event updates-end", [](Catalog& c) { updatesEnd(c).effect = RuleEffect::none; }},
        {"rulesOutOfOrder: event updates-end",
         [](Catalog& c) {
             auto sales = updatesEnd(c);
             sales.id = "sales-end";
             sales.effect = RuleEffect::salesEnd;
             sales.effectiveAt += std::chrono::hours{24};
             c.timeline.events.push_back(sales);
         }},
        {"arrivalUnknown: product ultraav", [](Catalog& c) { c.products.at("ultraav").arrivedBy = "never"; }},
        {"oneNameTwice: product kaspersky-internet-security",
         [](Catalog& c) { c.products.at("kaspersky-internet-security").name = "Kaspersky product"; }},
        {"datesOutOfOrder: catalog", [](Catalog& c) { c.info.expiresAt = c.info.issuedAt; }},
        {"datesOutOfOrder: replacement good-av: package Good.AV",
         [](Catalog& c) { goodAv(c).packages[0].seenOn = "2026-11-24"; }},
        {"datesOutOfOrder: replacement good-av: price", [](Catalog& c) { goodAv(c).priceAsOf = "2027"; }},
        {"datesOutOfOrder: replacement good-av: AV-TEST, Windows home",
         [](Catalog& c) { goodAv(c).labs[0].from = "2026-07"; }},
        {"markWithoutAddress: replacement good-av", [](Catalog& c) { goodAv(c).source.url.clear(); }},
        {"awardWithoutLink: replacement good-av: AV-TEST, Windows home",
         [](Catalog& c) {
             goodAv(c).labs[0].source = {"", "a report", "", Verification::memory};
         }},
        {"twoResults: replacement good-av: AV-TEST, Windows home",
         [](Catalog& c) {
             auto& labs = goodAv(c).labs;
             labs.push_back(labs[0]);
             labs[1].outcome = "17 of 18";
         }},
        {"priceWithoutDate: replacement good-av: price", [](Catalog& c) { goodAv(c).priceAsOf = "long ago"; }},
        {"twoPrices: replacement good-av: price", [](Catalog& c) { goodAv(c).free = true; }},
        {"needsTwice: needs of kaspersky", [](Catalog& c) { c.productNeeds[1] = c.productNeeds[0]; }},
    };
    for (const auto& [expected, breakIt] : faults) {
        auto catalog = small();
        breakIt(catalog);
        CAPTURE(expected);
        const auto said = saidOf(catalog);
        CAPTURE(said);
        REQUIRE(said.size() == 1);
        CHECK_THAT(said[0], Catch::StartsWith(expected));
    }
}

TEST_CASE("replacements that contradict each other are told apart")
{
    auto catalog = small();
    auto& all = catalog.replacements.own();
    all.push_back(goodAv(catalog));
    all.back().id = "better-av";
    all.back().owner = "Somebody else";
    CHECK(saidOf(catalog)
          == std::vector<std::string>{"oneNameTwice: replacement better-av", "ownersDiffer: replacement better-av"});
    all.back().name = "Better AV";
    all.back().ownershipGroup = "better";
    CHECK(saidOf(catalog) == std::vector<std::string>{"packageTwice: replacement better-av: package Good.AV"});
}

TEST_CASE("products nothing leads to are listed")
{
    auto catalog = small();
    CHECK(auditCatalog(catalog, november, 12).neverFound.empty());
    catalog.products.at("kaspersky").signatures.clear();   // found through what is a kind of it
    catalog.products.at("ultraav").signatures.clear();
    CHECK(auditCatalog(catalog, november, 12).neverFound == std::vector<std::string>{"ultraav"});
}

TEST_CASE("today's catalog does not contradict itself, and nothing decides that must not")
{
    const auto catalog = loadCatalog(OFFRAMP_CATALOG_DB);
    REQUIRE(catalog);
    CHECK(saidOf(*catalog).empty());
    CHECK(auditCatalog(*catalog, catalog->info.factsAsOf, 12).total() > 1000);
}
