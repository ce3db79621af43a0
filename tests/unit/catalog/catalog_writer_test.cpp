#include "catalog/catalog_store.h"
#include "catalog/catalog_words.h"
#include "catalog/compiler/catalog_writer.h"
#include "schema_sql.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>

using namespace offramp;
using namespace offramp::compiler;
using namespace offramp::test;

namespace {

Catalog compileAndLoad(const CatalogSource& source)
{
    ScratchFolder folder;
    const auto written = writeCatalog(source, folder / "catalog.db");
    REQUIRE(written);
    auto loaded = loadCatalog(folder / "catalog.db");
    REQUIRE(loaded);
    return *loaded;
}

}   // namespace

TEST_CASE("what is written in JSON is what the program reads: head, vendors and products")
{
    const auto catalog = compileAndLoad(miniSource());
    CHECK(catalog.info.schemaVersion == 1);
    CHECK(catalog.info.serial == 7);
    CHECK(toString(catalog.info.issuedAt) == "2026-11-23T00:00:00Z");
    CHECK(toString(catalog.info.expiresAt) == "2027-11-23T00:00:00Z");
    CHECK(toString(catalog.info.factsAsOf) == "2026-11-23");
    CHECK(catalog.info.file.filename() == "catalog.db");

    REQUIRE(catalog.vendors.size() == 2);
    CHECK(catalog.vendors[0].id == "kaspersky");
    CHECK(catalog.vendors[0].publishers == std::vector<std::string>{"*kaspersky*", "*касперск*"});
    CHECK(catalog.vendors[0].pathRoots == std::vector<std::string>{"*/kaspersky lab/*"});

    REQUIRE(catalog.products.size() == 3);
    const auto& product = catalog.products.at("kaspersky-internet-security");
    CHECK(product.parent == "kaspersky");
    CHECK(product.vendor == "kaspersky");
    CHECK(product.family == "home");
    CHECK(product.about == "A suite for Windows.");
    CHECK(product.role == ProductRole::antivirus);
    CHECK(product.segment == "home");
    CHECK(product.platforms == std::vector<OsFamily>{OsFamily::windows, OsFamily::macos});
    CHECK(product.holdsPasswords);
    CHECK(product.holdsVaults);
    CHECK(product.features == std::vector<std::string>{"realtime_av", "vpn"});
    CHECK(product.usStatus == UsStatus::prohibited);
    CHECK(product.usBasis == UsBasis::classNamed);
    CHECK(product.usSource == SourceLink{"https://example.gov/rule", "The rule", "89 FR 52434", Verification::read});
    CHECK(product.source.verification == Verification::claimed);

    const auto& root = catalog.products.at("kaspersky");
    CHECK(root.parent.empty());
    CHECK(root.about.empty());
    CHECK_FALSE(root.holdsPasswords);
}

TEST_CASE("signatures keep their order, conditions and defaults")
{
    const auto catalog = compileAndLoad(miniSource());
    const auto& signatures = catalog.products.at("kaspersky-internet-security").signatures;
    REQUIRE(signatures.size() == 2);
    CHECK(signatures[0].kinds == std::vector<EvidenceKind>{EvidenceKind::program});
    CHECK(signatures[0].names == std::vector<std::string>{"kaspersky internet security*"});
    CHECK(signatures[0].ids.empty());
    CHECK(signatures[0].publisher == PublisherRule::vendorOrUnknown);
    CHECK(signatures[0].versionHint);
    CHECK(signatures[0].strength == Confidence::certain);
    CHECK(signatures[0].shows == Shows::product);
    CHECK(signatures[1].ids == std::vector<std::string>{"avp#"});
    CHECK(signatures[1].paths == std::vector<std::string>{"*/kaspersky lab/*avp.exe*"});
    CHECK(signatures[1].publisher == PublisherRule::any);
    CHECK(signatures[1].source == SourceLink{"", "not checked", "", Verification::memory});
    const auto& root = catalog.products.at("kaspersky").signatures;
    REQUIRE(root.size() == 1);
    CHECK(root[0].kinds == std::vector<EvidenceKind>{EvidenceKind::program, EvidenceKind::msiProduct});
    CHECK_FALSE(root[0].versionHint);
}

TEST_CASE("events come in the order they took effect, each in its own zone")
{
    const auto events = compileAndLoad(miniSource()).timeline.events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].id == "updates-end");
    CHECK(toString(events[0].effectiveAt) == "2024-09-29T04:00:00Z");
    CHECK(events[0].zone == easternZone());
    CHECK(toString(events[0].day()) == "2024-09-29");
    CHECK(events[0].precision == Precision::minute);
    CHECK(events[0].kind == EventKind::rule);
    CHECK(events[0].effect == RuleEffect::updatesEnd);
    CHECK(events[0].binds == std::vector<Person>{Person::us, Person::contractor});
    CHECK(events[0].prohibits == std::vector<std::string>{"Updates", "Cloud look-ups"});
    CHECK(events[0].covers == std::vector<std::string>{"Antivirus software"});
    CHECK(events[0].exempts == std::vector<std::string>{"Training"});
    CHECK(events[0].source.citation == "89 FR 52434");
    CHECK(events[1].zone == Zone{false, std::chrono::minutes{60}});
    CHECK(toString(events[1].day()) == "2025-03-01");
    CHECK(events[1].unverified == std::vector<std::string>{"The day."});
    REQUIRE(events[1].alsoSeen.size() == 1);
    CHECK(events[1].alsoSeen[0].url == "https://example.org/news");
}

TEST_CASE("features, needs and replacements arrive whole, and unknown stays unknown")
{
    const auto catalog = compileAndLoad(miniSource());
    REQUIRE(catalog.features.size() == 2);
    CHECK(catalog.features[0].id == "vpn");   // the order of the file
    CHECK(catalog.features[0].beforeRemoval == "Cancel the subscription.");
    CHECK(catalog.features[0].alternatives == std::vector<std::string>{"Proton VPN"});
    CHECK(catalog.features[1].parity == "partial");

    REQUIRE(catalog.productNeeds.size() == 2);
    CHECK(catalog.productNeeds[0].productId == "kaspersky");
    CHECK(catalog.productNeeds[0].freeOnly);
    CHECK(catalog.productNeeds[1].edition == "Plus");
    CHECK(catalog.productNeeds[1].features == std::vector<std::string>{"realtime_av", "vpn"});

    REQUIRE(catalog.replacements.size() == 2);
    CHECK(catalog.replacements[0].id == "built-in");
    CHECK(catalog.replacements[0].builtIn);
    CHECK(catalog.replacements[0].excluded);
    CHECK(catalog.replacements[0].excludedBecause == "An example of an excluded one.");
    CHECK(catalog.replacements[0].homeUrl.empty());
    CHECK(catalog.replacements[0].soldInUs == true);
    const auto& good = catalog.replacements[1];
    CHECK(good.countries == std::vector<std::string>{"FI"});
    CHECK(good.countryVerification == Verification::quoted);
    CHECK(good.platforms == std::vector<std::string>{"windows", "android"});
    CHECK(good.priceFirstYear == 39.99);
    CHECK_FALSE(good.priceRenewal.has_value());
    CHECK(good.devices == 5);
    CHECK_FALSE(good.soldInUs.has_value());
    CHECK(good.priceSource.verification == Verification::weak);
    CHECK(good.homeUrl == "https://www.example.com/av");
    REQUIRE(good.features.size() == 2);
    CHECK(good.features[0].featureId == "realtime_av");
    CHECK(good.features[0].included == true);
    CHECK_FALSE(good.features[1].included.has_value());
    REQUIRE(good.labs.size() == 1);
    CHECK(good.labs[0].ageMonths == 5);   // June to November
    CHECK(good.labs[0].award);
    REQUIRE(good.packages.size() == 1);
    CHECK(good.packages[0].id == "Good.AV");
    CHECK(good.packages[0].oneClick);
}

TEST_CASE("the same source gives the same bytes, wherever it lies and in whatever order it is read")
{
    ScratchFolder one;
    ScratchFolder other;
    const auto write = [](const ScratchFolder& folder, bool backwards) {
        auto files = miniFiles();
        std::vector<std::pair<std::string, std::string>> order(files.begin(), files.end());
        for (const auto& [name, content] : readSchemas(fs::path(OFFRAMP_CATALOG_SOURCE) / "schema")) {
            order.emplace_back("schema/" + name, content.dump());
        }
        if (backwards) {
            std::reverse(order.begin(), order.end());
        }
        for (const auto& [name, content] : order) {
            writeBytes(folder / ("deeper/" + name), content);
        }
        Problems problems;
        const auto source = readCatalogSource(folder / "deeper", problems);
        checkCatalog(source, problems);
        REQUIRE(linesOf(problems).empty());
        REQUIRE(writeCatalog(source, folder / "out.db"));
        return readBytes(folder / "out.db");
    };
    const auto bytes = write(one, false);
    CHECK(bytes.size() > 4096);
    CHECK(bytes == write(other, true));
    CHECK(bytes == write(one, true));   // over an older file
    CHECK_FALSE(fs::exists(one / "out.db.new"));
}

TEST_CASE("a changed fact changes the bytes")
{
    ScratchFolder folder;
    auto source = miniSource();
    REQUIRE(writeCatalog(source, folder / "a.db"));
    source.files.at("catalog.json")["serial"] = 8;
    REQUIRE(writeCatalog(source, folder / "b.db"));
    CHECK(readBytes(folder / "a.db") != readBytes(folder / "b.db"));
}

TEST_CASE("a catalog that cannot be written leaves the old file and nothing beside it")
{
    ScratchFolder folder;
    writeBytes(folder / "catalog.db", "old");
    auto source = miniSource();
    source.files.at("products/home.json")["products"][0]["role"] = "no such role";   // CHECK in the table
    const auto written = writeCatalog(source, folder / "catalog.db");
    REQUIRE_FALSE(written);
    CHECK_THAT(written.error().context, Catch::Contains("cannot write"));
    CHECK(readBytes(folder / "catalog.db") == "old");
    CHECK_FALSE(fs::exists(folder / "catalog.db.new"));
    CHECK_FALSE(writeCatalog(miniSource(), folder / "no/such/folder/catalog.db"));
}

// The words a CHECK of the tables allows for a column.
static std::vector<std::string> wordsOf(const std::string& table, const std::string& column)
{
    const std::string sql = catalogSchemaSql;
    const auto start = sql.find("CREATE TABLE " + table + " (");
    REQUIRE(start != std::string::npos);
    const auto check = sql.find("CHECK (" + column + " IN (", start);
    REQUIRE(check != std::string::npos);
    const auto list = sql.substr(check, sql.find("))", check) - check);
    std::vector<std::string> words;
    const std::regex quoted("'([^']*)'");
    for (auto word = std::sregex_iterator(list.begin(), list.end(), quoted); word != std::sregex_iterator(); ++word) {
        words.push_back((*word)[1]);
    }
    return words;
}

TEST_CASE("every word a table allows is a word the program knows")
{
    const auto known = [](const char* table, const char* column, std::size_t count, auto parse) {
        const auto words = wordsOf(table, column);
        CHECK(words.size() == count);
        for (const auto& word : words) {
            CAPTURE(table, column, word);
            CHECK(static_cast<bool>(parse(std::string_view{word})));
        }
    };
    const auto in = [](const auto& words) { return [&words](std::string_view word) { return isOneOf(words, word); }; };
    known("source", "verification", 6, verificationFromString);
    known("product", "role", 11, productRoleFromString);
    known("product", "us_status", 4, usStatusFromString);
    known("product", "us_basis", 6, usBasisFromString);
    known("product", "segment", productSegmentWords.size(), in(productSegmentWords));
    known("product_platform", "platform", 3, osFamilyFromString);
    known("signature", "publisher", 3, publisherRuleFromString);
    known("signature", "shows", 4, showsFromString);
    known("signature", "strength", 3, confidenceFromString);
    known("signature_kind", "kind", 24, evidenceKindFromString);
    known("event", "time_precision", 3, precisionFromString);
    known("event", "kind", 6, eventKindFromString);
    known("event", "effect", 5, ruleEffectFromString);
    known("event", "zone", zoneWords.size(), in(zoneWords));
    known("event_binds", "person", 5, personFromString);
    known("feature", "parity", parityWords.size(), in(parityWords));
    known("replacement", "segment", replacementSegmentWords.size(), in(replacementSegmentWords));
    known("replacement", "country_verification", 6, verificationFromString);
    known("replacement_platform", "platform", replacementPlatformWords.size(), in(replacementPlatformWords));
    known("replacement_package", "manager", packageManagerWords.size(), in(packageManagerWords));
}

TEST_CASE("the catalog of this program is in order and can be loaded")
{
    Problems problems;
    const auto source = readCatalogSource(OFFRAMP_CATALOG_SOURCE, problems);
    checkCatalog(source, problems);
    const auto lines = linesOf(problems);
    CAPTURE(lines);
    REQUIRE(lines.empty());
    const auto catalog = compileAndLoad(source);
    CHECK(catalog.products.contains("kaspersky"));
    CHECK_FALSE(catalog.replacements.empty());
}
