#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

using nlohmann::json;
using namespace offramp::compiler;
using namespace offramp::test;
using Lines = std::vector<std::string>;

namespace {

Lines problemsOf(const CatalogSource& source)
{
    Problems problems;
    checkCatalog(source, problems);
    return linesOf(problems);
}

// The small catalog with the value at `pointer` in `file` replaced.
Lines problemsWith(const std::string& file, const std::string& pointer, const std::string& value)
{
    auto source = miniSource();
    source.files.at(file)[json::json_pointer(pointer)] = json::parse(value);
    return problemsOf(source);
}

const std::string home = "products/home.json";
const std::string other = "products/other.json";
const std::string good = "replacements/good-av.json";
const std::string first = "/products/0/signatures/0";
const std::string second = "/products/1/signatures/0";

}   // namespace

TEST_CASE("the small catalog of the tests is in order")
{
    CHECK(problemsOf(miniSource()).empty());
}

TEST_CASE("every mistake in the catalog is said once, with file and field")
{
    using Case = std::tuple<std::string, std::string, std::string, std::string>;
    const auto [file, pointer, value, expected] = GENERATE(table<std::string, std::string, std::string, std::string>({
        // head
        Case{"catalog.json", "/schemaVersion", "2",
             "catalog.json: schemaVersion: this compiler writes schema version 1"},
        Case{"catalog.json", "/serial", "3000000000", "catalog.json: serial: is too large"},
        Case{"catalog.json", "/issued", R"("2026-02-30T00:00:00Z")", "catalog.json: issued: "},
        Case{"catalog.json", "/expires", R"("2025-01-01T00:00:00Z")",
             "catalog.json: expires: must be later than issued"},
        Case{"catalog.json", "/factsAsOf", R"("2026-11-24")", "catalog.json: factsAsOf: is later than issued"},
        Case{"catalog.json", "/$schema", R"("schema/vendors.schema.json")",
             "catalog.json: $schema: must be \"schema/catalog.schema.json\""},
        Case{home, "/$schema", R"("schema/product.schema.json")",
             "products/home.json: $schema: must be \"../schema/product.schema.json\""},
        // ids and references
        Case{"vendors.json", "/vendors/-",
             R"({"id": "kaspersky", "name": "K", "publishers": ["abc"], "pathRoots": []})",
             "vendors.json: vendors[2].id: vendor \"kaspersky\" already exists (vendors.json: vendors[0])"},
        Case{"timeline.json", "/events/1/id", R"("later-event")",
             "timeline.json: events[1].id: event \"later-event\" already exists"},
        Case{"features.json", "/features/-",
             R"({"id": "vpn", "name": "V", "shortName": "V", "kaspersky": "V", "parity": "full", "advice": "V",
                 "alternatives": [], "source": {"url": "", "title": "x", "verification": "memory"}})",
             "features.json: features[2].id: feature \"vpn\" already exists (features.json: features[0])"},
        Case{home, "/vendor", R"("nobody")", "products/home.json: vendor: there is no vendor \"nobody\""},
        Case{home, "/family", R"("house")", "products/home.json: family: must be the name of the file"},
        Case{home, "/products/1/parent", R"("nobody")", "products/home.json: products[1].parent: there is no product"},
        Case{home, "/products/1/features/0", R"("edr")",
             "products/home.json: products[1].features[0]: there is no feature \"edr\""},
        Case{"features.json", "/productNeeds/0/productId", R"("nobody")",
             "features.json: productNeeds[0].productId: there is no product \"nobody\""},
        Case{"features.json", "/productNeeds/1/features/0", R"("edr")",
             "features.json: productNeeds[1].features[0]: there is no feature \"edr\""},
        Case{good, "/features/edr",
             R"({"included": null, "source": {"url": "", "title": "x", "verification": "memory"}})",
             "replacements/good-av.json: features.edr: there is no feature \"edr\""},
        Case{good, "/id", R"("better-av")", "replacements/good-av.json: id: must be the name of the file"},
        // what decides has to be read
        Case{
            "timeline.json", "/events/1/source/verification", R"("memory")",
            "timeline.json: events[1].source.verification: \"memory\" is not enough: a rule with the effect updatesEnd "
            "decides verdicts; give the page it was read on, as \"read\" or \"quoted\""},
        Case{"timeline.json", "/events/1/source/verification", R"("claimed")",
             "timeline.json: events[1].source.verification: \"claimed\" is not enough: a rule"},
        Case{
            other, "/products/0/us/source/verification", R"("memory")",
            "products/other.json: products[0].us.source.verification: \"memory\" is not enough: the status notCovered"},
        Case{home, "/products/1/signatures/1/strength", R"("likely")",
             "products/home.json: products[1].signatures[1].strength: \"likely\" may not rest on memory"},
        Case{good, "/labs/0/source/verification", R"("weak")",
             "replacements/good-av.json: labs[0].source.verification: \"weak\" is not enough: a rankable result"},
        // words
        Case{home, "/products/1/role", R"("anti-virus")",
             "products/home.json: products[1].role: \"anti-virus\" is not one of"},
        Case{home, "/products/1/source/verification", R"("seen")",
             "products/home.json: products[1].source.verification: \"seen\" is not one of"},
        Case{home, "/products/1/us/status", R"("notCovered")",
             "products/home.json: products[1].us: status notCovered and basis notKaspersky belong together"},
        Case{home, second + "/strength", "null",
             "products/home.json: products[1].signatures[0].strength: must be string"},
        // dates
        Case{"timeline.json", "/events/1/effectiveAt", R"("2024-09-31T00:00:00-04:00")",
             "timeline.json: events[1].effectiveAt: "},
        Case{"timeline.json", "/events/1/effectiveAt", R"("2024-09-29T00:00:00-05:00")",
             "timeline.json: events[1].effectiveAt: U.S. Eastern time is -4 hours from UTC on that day"},
        Case{good, "/labs/0/until", R"("2026-04")", "replacements/good-av.json: labs[0].until: is earlier than from"},
        Case{good, "/labs/0/until", R"("2026-12")",
             "replacements/good-av.json: labs[0].until: is later than the day the facts were checked"},
        Case{good, "/labs/0/from", R"("2026-13")", "replacements/good-av.json: labs[0].from: "},
        Case{good, "/packages/0/seenOn", R"("2026-02-30")",
             "replacements/good-av.json: packages[0].seenOn: \"2026-02-30\" is not a day or a month"},
        // rules between fields
        Case{"timeline.json", "/events/0/binds", R"(["us"])",
             "timeline.json: events[0].binds: must be empty when the effect is none"},
        Case{"timeline.json", "/events/1/binds", "[]",
             "timeline.json: events[1].binds: must name who is bound when the effect is updatesEnd"},
        Case{good, "/labs/0/rankable", "false",
             "replacements/good-av.json: labs[0].award: may only be true for a rankable"},
        Case{good, "/excluded", "true", "replacements/good-av.json: excludedBecause must say why it is excluded"},
        Case{good, "/price/renewal", "1e9", "replacements/good-av.json: price.renewal: is not a plausible number"},
        Case{"features.json", "/productNeeds/1",
             R"({"productId": "kaspersky-internet-security", "edition": "Plus", "features": ["vpn"], "freeOnly": true,
                 "source": {"url": "", "title": "x", "verification": "memory"}})",
             "features.json: productNeeds[1]: the needs of this product and edition already stand in productNeeds[0]"},
        // links
        Case{good, "/homeUrl", R"("https://www.example.com/av?ref=7")", "replacements/good-av.json: homeUrl: "},
        Case{good, "/homeUrl", R"("https://www.example.com/#buy")", "replacements/good-av.json: homeUrl: "},
        Case{good, "/supportUrl", R"("http://help.example.com/")", "replacements/good-av.json: supportUrl: "},
        Case{good, "/homeUrl", R"("https://localhost/")",
             "replacements/good-av.json: homeUrl: must be an official https page"},
        Case{good, "/source/url", R"("https://example.com/av?x=1&utm_source=y")",
             "replacements/good-av.json: source.url: carries the campaign or affiliate parameter utm_"},
        Case{good, "/source/url", R"("")", "replacements/good-av.json: source.url: must say where it was read"},
        Case{"timeline.json", "/events/0/alsoSeen/0/url", R"("ftp://example.org/")",
             "timeline.json: events[0].alsoSeen[0].url: "},
        // texts
        Case{good, "/about", R"("Two\nlines.")", "replacements/good-av.json: about: "},
        Case{good, "/price/asOf", R"("Two\u001b[1m")",
             "replacements/good-av.json: price.asOf: has a control character or a line break"},
        Case{good, "/price/asOf", R"(" 2026")", "replacements/good-av.json: price.asOf: begins or ends with a blank"},
        // patterns
        Case{home, second + "/names/0", R"("Kaspersky Internet Security*")",
             "products/home.json: products[1].signatures[0].names[0]: "},
        Case{home, second + "/names/0", R"("kaspersky  internet")",
             "products/home.json: products[1].signatures[0].names[0]: is not folded; write \"kaspersky internet\""},
        Case{home, second + "/names/0", R"("kaspersky® internet")",
             "products/home.json: products[1].signatures[0].names[0]: is not folded; write \"kaspersky internet\""},
        Case{home, second + "/names/0", R"("Касперский")",
             "products/home.json: products[1].signatures[0].names[0]: is not folded; write \"касперский\""},
        Case{home, "/products/1/signatures/1/paths/0", R"("*//kaspersky lab")",
             "products/home.json: products[1].signatures[1].paths[0]: is not folded; write \"*/kaspersky lab\""},
        Case{home, second + "/names/0", R"("kaspersky ?")",
             "products/home.json: products[1].signatures[0].names[0]: has '?'"},
        Case{home, second + "/names/0", R"("kaspersky**")",
             "products/home.json: products[1].signatures[0].names[0]: has the same wildcard twice in a row"},
        Case{home, second + "/names/0", R"("*")",
             "products/home.json: products[1].signatures[0].names[0]: would match too much"},
        Case{home, second + "/names/0", R"("ka*")",
             "products/home.json: products[1].signatures[0].names[0]: would match too much"},
        Case{home, second + "/names/0", R"("")",
             "products/home.json: products[1].signatures[0].names[0]: must not be empty"},
        Case{home, first + "/names/0", R"("# #")",
             "products/home.json: products[0].signatures[0].names[0]: would match too much"},
        Case{"vendors.json", "/vendors/0/publishers/0", R"("*")",
             "vendors.json: vendors[0].publishers[0]: would match too much"},
        Case{"vendors.json", "/vendors/0/pathRoots/0", R"("/Opt/x/")", "vendors.json: vendors[0].pathRoots[0]: "},
    }));
    INFO(file << " " << pointer << " = " << value);
    const auto lines = problemsWith(file, pointer, value);
    CAPTURE(lines);
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Catch::StartsWith(expected));
}

TEST_CASE("'*' alone is allowed where the publisher must be the vendor")
{
    CHECK(problemsWith(home, first + "/names/0", R"("*")").empty());
}

TEST_CASE("a signature needs a pattern")
{
    auto source = miniSource();
    source.files.at(home)["products"][1]["signatures"][0].erase("names");
    CHECK(problemsOf(source) == Lines{"products/home.json: products[1].signatures[0]: needs ids, names or paths"});
}

TEST_CASE("a pattern two unrelated products claim is refused and both are named")
{
    auto source = miniSource();
    auto& other = source.files.at("products/other.json")["products"][0]["signatures"];
    auto copy = source.files.at(home)["products"][1]["signatures"][1];   // publisher any
    copy["kinds"] = {"driver", "service"};
    copy["ids"] = {"another", "avp#"};
    other.push_back(copy);
    CHECK(problemsOf(source)
          == Lines{"products/other.json: products[0].signatures[1]: service \"avp#\" \"*/kaspersky lab/*avp.exe*\" is "
                   "claimed by ultraav and by kaspersky-internet-security (products/home.json: "
                   "products[1].signatures[1])"});

    SECTION("not when another condition differs")
    {
        other[1]["paths"] = {"*/somewhere else/*"};
        CHECK(problemsOf(source).empty());
    }
    SECTION("not when the publisher must be another vendor")
    {
        other[1]["publisher"] = "vendor";
        source.files.at(home)["products"][1]["signatures"][1]["publisher"] = "vendor";
        CHECK(problemsOf(source).empty());
    }
    SECTION("not between a product and the line it belongs to")
    {
        other.erase(1);
        auto again = source.files.at(home)["products"][1]["signatures"][0];
        source.files.at(home)["products"][0]["signatures"].push_back(again);
        CHECK(problemsOf(source).empty());
    }
    SECTION("twice in the same product is refused too")
    {
        other.erase(1);
        other.push_back(other[0]);
        CHECK(problemsOf(source)
              == Lines{"products/other.json: products[0].signatures[1]: program \"ultraav*\" is already a signature of "
                       "this product (products/other.json: products[0].signatures[0])"});
    }
}

TEST_CASE("a product in two files is refused")
{
    auto source = miniSource();
    source.files.at("products/other.json")["products"][0]["id"] = "kaspersky";
    CHECK(problemsOf(source)
          == Lines{"products/other.json: products[0].id: product \"kaspersky\" already exists (products/home.json: "
                   "products[0])"});
}

TEST_CASE("parents in a circle are refused at every product of the circle")
{
    auto source = miniSource();
    source.files.at(home)["products"][0]["parent"] = "kaspersky-internet-security";
    CHECK(problemsOf(source)
          == Lines{"products/home.json: products[0].parent: is its own ancestor: kaspersky → "
                   "kaspersky-internet-security → kaspersky",
                   "products/home.json: products[1].parent: is its own ancestor: kaspersky-internet-security → "
                   "kaspersky → kaspersky-internet-security"});
}

TEST_CASE("a missing file is said once, without a complaint for everything that would stand in it")
{
    auto source = miniSource();
    source.files.erase("vendors.json");
    source.files.erase("features.json");
    const auto lines = problemsOf(source);
    CHECK(std::count(lines.begin(), lines.end(), "vendors.json: is missing") == 1);
    CHECK(std::count(lines.begin(), lines.end(), "features.json: is missing") == 1);
    CHECK(std::none_of(lines.begin(), lines.end(),
                       [](const std::string& line) { return line.find("there is no vendor") != std::string::npos; }));
}

TEST_CASE("a missing schema is a problem, never a silent pass")
{
    auto source = miniSource();
    source.schemas.erase("timeline.schema.json");
    CHECK(problemsOf(source) == Lines{"timeline.json: its schema, schema/timeline.schema.json, is missing"});
}

TEST_CASE("all problems of all files come together and sorted")
{
    auto source = miniSource();
    source.files.at(good)["homeUrl"] = "http://x";
    source.files.at(home)["products"][1]["parent"] = "nobody";
    source.files.at("catalog.json")["serial"] = 0;
    const auto lines = problemsOf(source);
    REQUIRE(lines.size() == 3);
    CHECK_THAT(lines[0], Catch::StartsWith("catalog.json: serial: must be at least 1"));
    CHECK_THAT(lines[1], Catch::StartsWith("products/home.json: products[1].parent"));
    CHECK_THAT(lines[2], Catch::StartsWith("replacements/good-av.json: homeUrl"));
}

TEST_CASE("a problem line names the file as it was given to the compiler")
{
    CHECK(describe({"products/x.json", "products[2].name", "must not be empty"}, "resources/catalog")
          == "resources/catalog/products/x.json: products[2].name: must not be empty");
    CHECK(describe({"catalog.json", "", "is missing"}, "resources/catalog/")
          == "resources/catalog/catalog.json: is missing");
}
