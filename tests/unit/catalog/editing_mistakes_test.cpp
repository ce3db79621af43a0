// What an editor of the catalog gets wrong, and whether the answer names file, line and place and says what to do.
#include "unit/catalog/mini_catalog.h"

#include "catalog/compiler/json_text.h"
#include "catalog/compiler/near_miss.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp::compiler;
using namespace offramp::test;
using Lines = std::vector<std::string>;

namespace {

// The small catalog on disk with one file changed, as the compiler answers.
Lines answerTo(const std::string& file, const std::string& bytes)
{
    const ScratchFolder folder;
    auto files = miniFiles();
    files[file] = bytes;
    for (const auto& [name, content] : files) {
        writeBytes(folder / name, content);
    }
    fs::copy(fs::path(OFFRAMP_CATALOG_SOURCE) / "schema", folder / "schema");
    Problems problems;
    const auto source = readCatalogSource(folder.path(), problems);
    checkCatalog(source, problems);
    return linesOf(problems);
}

std::string replaced(std::string text, const std::string& old, const std::string& now)
{
    const auto place = text.find(old);
    REQUIRE(place != std::string::npos);
    return text.replace(place, old.size(), now);
}

struct Mistake {
    std::string what, file, old, now, answer;
};

const std::vector<Mistake>& mistakes()
{
    static const std::string home = "products/home.json";
    static const std::string other = "products/other.json";
    static const std::string good = "replacements/good-av.json";
    static const std::vector<Mistake> all{
        {"a misspelt key", "timeline.json", "\"jurisdiction\": \"DE\"", "\"jurisdicton\": \"DE\"",
         "timeline.json:4: events[0].jurisdicton: is not known here; did you mean \"jurisdiction\"?"},
        {"a key of elsewhere", home, "\"parent\": \"kaspersky\"", "\"price\": 5, \"parent\": \"kaspersky\"",
         "products/home.json:14: products[1].price: is not known here"},
        {"a misspelt word", "timeline.json", "\"quoted\"", "\"qouted\"",
         "timeline.json:8: events[0].source.verification: \"qouted\" is not one of \"read\", \"quoted\", \"claimed\", "
         "\"weak\", \"inferred\", \"memory\"; did you mean \"quoted\"?"},
        {"a word with a capital", home, "\"platforms\": [\"windows\"]", "\"platforms\": [\"Windows\"]",
         "products/home.json:5: products[0].platforms[0]: \"Windows\" is not one of \"windows\", \"linux\", \"macos\"; "
         "did you mean \"windows\"?"},
        {"a product nobody knows", "features.json", "\"productId\": \"kaspersky-internet-security\"",
         "\"productId\": \"kaspersky-internet-securty\"",
         "features.json:13: productNeeds[0].productId: there is no product \"kaspersky-internet-securty\"; did you "
         "mean "
         "\"kaspersky-internet-security\"?"},
        {"a feature nobody knows", good, "\"vpn\": {", "\"vnp\": {",
         "replacements/good-av.json:14: features.vnp: is not known here; did you mean \"vpn\"?"},
        {"an id given twice", home, "\"id\": \"kaspersky-internet-security\"", "\"id\": \"kaspersky\"",
         "products/home.json:14: products[1].id: product \"kaspersky\" already exists (products/home.json: "
         "products[0])"},
        {"a day that does not exist", "catalog.json", "\"factsAsOf\": \"2026-11-23\"", "\"factsAsOf\": \"2026-02-30\"",
         "catalog.json:3: factsAsOf: there is no day 2026-02-30"},
        {"a day written the American way", "catalog.json", "\"factsAsOf\": \"2026-11-23\"",
         "\"factsAsOf\": \"11/23/2026\"", "catalog.json:3: factsAsOf: \"11/23/2026\" must be written as 2024-09-29"},
        {"a time without a zone", "timeline.json", "2024-09-29T00:00:00-04:00", "2024-09-29T00:00:00",
         "timeline.json:10: events[1].effectiveAt: \"2024-09-29T00:00:00\" must be written as "
         "2024-09-29T00:00:00-04:00"},
        {"a missing source", home,
         "\"source\": {\"url\": \"https://example.com/kis\", \"title\": \"Product page\", "
         "\"verification\": \"claimed\"},",
         "", "products/home.json:14: products[1]: \"source\" is missing"},
        {"a source without an address", "timeline.json", "\"url\": \"https://example.com/news\"", "\"url\": \"\"",
         "timeline.json:8: events[0].source.url: must say where it was read; only memory and inferred may be without "
         "an "
         "address"},
        {"http instead of https", good, "\"homeUrl\": \"https://", "\"homeUrl\": \"http://",
         "replacements/good-av.json:8: homeUrl: \"http://www.example.com/av\" must begin with https://, not http://"},
        {"an affiliate's link", good, "https://example.com/price", "https://example.com/price?aff=1",
         "replacements/good-av.json:7: price.source.url: carries the campaign or affiliate parameter aff="},
        {"a comma too many", "vendors.json", "\"pathRoots\": []}\n", "\"pathRoots\": []},\n",
         "vendors.json:6: vendors: not JSON: the comma before ']' is one too many"},
        {"a comma too few", "vendors.json", "\"name\": \"Kaspersky\", ", "\"name\": \"Kaspersky\" ",
         "vendors.json:4: vendors[0]: not JSON: a comma is missing at the end of this line"},
        {"a comment", "vendors.json", "\"vendors\": [", "\"vendors\": [ // makers",
         "vendors.json:3: vendors[0]: not JSON: JSON has no comments"},
        {"other quotation marks", "vendors.json", "\"name\": \"Kaspersky\"", "\"name\": “Kaspersky”",
         "vendors.json:4: vendors[0].name: not JSON: a text must stand in double quotation marks"},
        {"a quotation mark too few", "vendors.json", "\"name\": \"Point Wild\"", "\"name\": \"Point Wild",
         "vendors.json:6: vendors[1]: not JSON: "},
        {"half a file", "vendors.json", "\"pathRoots\": []}\n", "", "vendors.json:6: "},
        {"a backslash", home, "\"*/kaspersky lab/*avp.exe*\"", "\"*\\kaspersky lab\\*avp.exe*\"",
         "products/home.json:26: products[1].signatures[1].paths[0]: not JSON: a backslash in a text is written twice"},
        {"True", "features.json", "\"freeOnly\": false", "\"freeOnly\": False",
         "features.json:14: productNeeds[0].freeOnly: not JSON: False is written in small letters"},
        {"a key written twice", "catalog.json", "\"serial\": 7,", "\"serial\": 7, \"serial\": 8,",
         "catalog.json:2: serial: is written twice"},
        {"an empty pattern", home, "\"names\": [\"kaspersky*\"]", "\"names\": [\"\"]",
         "products/home.json:11: products[0].signatures[0].names[0]: must not be empty"},
        {"a pattern that fits everything", home, "\"names\": [\"kaspersky internet security*\"]",
         "\"names\": [\"*a*\"]",
         "products/home.json:23: products[1].signatures[0].names[0]: would match too much: at least 3 letters or "
         "digits "
         "must be given"},
        {"a pattern with capitals", home, "\"kaspersky internet security*\"", "\"Kaspersky Internet Security*\"",
         "products/home.json:23: products[1].signatures[0].names[0]: "},
        {"another language's wildcard", home, "\"kaspersky internet security*\"", "\"kaspersky 20??\"",
         "products/home.json:23: products[1].signatures[0].names[0]: has '?'; only * and # stand for something"},
        {"a truth in quotation marks", "features.json", "\"freeOnly\": false", "\"freeOnly\": \"false\"",
         "features.json:14: productNeeds[0].freeOnly: must be boolean, is string; write false without quotation marks"},
        {"a list that is a text", home, "\"kinds\": [\"service\"]", "\"kinds\": \"service\"",
         "products/home.json:26: products[1].signatures[1].kinds: must be array, is string; write [\"service\"]"},
        {"a circle of parents", home, "\"id\": \"kaspersky\", ",
         "\"id\": \"kaspersky\", \"parent\": \"kaspersky-internet-security\", ",
         "products/home.json:4: products[0].parent: is its own ancestor: kaspersky → kaspersky-internet-security → "
         "kaspersky"},
        {"a rule from memory", "timeline.json", "\"verification\": \"read\"", "\"verification\": \"memory\"",
         "timeline.json:16: events[1].source.verification: \"memory\" is not enough: a rule with the effect updatesEnd "
         "decides verdicts; give the page it was read on, as \"read\" or \"quoted\""},
        {"two products with one sign", other, "{\"id\": \"ultraav\", ",
         "{\"id\": \"ultravpn\", \"name\": \"UltraVPN\", \"role\": \"vpn\", \"segment\": \"home\", \"platforms\": "
         "[\"windows\"], "
         "\"us\": {\"status\": \"unclear\", \"basis\": \"notNamed\", \"source\": {\"url\": \"\", \"title\": \"x\", "
         "\"verification\": \"memory\"}}, \"source\": {\"url\": \"\", \"title\": \"x\", \"verification\": \"memory\"}, "
         "\"signatures\": [{\"kinds\": [\"program\"], \"names\": [\"ultraav*\"], \"shows\": \"product\", \"strength\": "
         "\"notSure\", \"source\": {\"url\": \"\", \"title\": \"x\", \"verification\": \"memory\"}}]},\n{\"id\": "
         "\"ultraav\", ",
         "products/other.json:10: products[1].signatures[0]: program \"ultraav*\" is claimed by ultraav and by "
         "ultravpn "
         "(products/other.json: products[0].signatures[0])"},
        {"another name than the file's", home, "\"family\": \"home\"", "\"family\": \"house\"",
         "products/home.json:2: family: must be the name of the file"},
    };
    return all;
}

}   // namespace

TEST_CASE("every mistake of an editor is answered with file, line, place and what to do")
{
    for (const auto& mistake : mistakes()) {
        const auto lines = answerTo(mistake.file, replaced(miniFiles().at(mistake.file), mistake.old, mistake.now));
        INFO(mistake.what);
        CAPTURE(lines);
        REQUIRE_FALSE(lines.empty());
        const bool answered = std::any_of(lines.begin(), lines.end(),
                                          [&](const std::string& line) { return line.starts_with(mistake.answer); });
        CHECK(answered);
        for (const auto& line : lines) {
            CHECK_THAT(line, Catch::Contains(".json:"));
        }
    }
}

TEST_CASE("files that are not plain UTF-8 are named as what they are")
{
    const auto plain = miniFiles().at("catalog.json");
    CHECK(answerTo("catalog.json", "\xEF\xBB\xBF" + plain)
          == Lines{
              "catalog.json:1: is saved as UTF-8 with a byte order mark; save it as UTF-8 without a byte order mark"});
    std::string wide = "\xFF\xFE";
    for (const char c : plain) {
        wide += {c, '\0'};
    }
    const Lines utf16{"catalog.json:1: is saved as UTF-16; save it as UTF-8 without a byte order mark"};
    CHECK(answerTo("catalog.json", wide) == utf16);
    CHECK(answerTo("catalog.json", wide.substr(2)) == utf16);
    CHECK_THAT(answerTo("catalog.json", replaced(plain, "schema/", "sch\xE9ma/")).at(0),
               Catch::StartsWith("catalog.json: holds characters that are not UTF-8"));
}

TEST_CASE("a word is taken for a misspelt one only if it is close to one")
{
    const std::vector<std::string> words{"read", "quoted", "claimed", "windows"};
    CHECK(nearest("qouted", words) == "quoted");
    CHECK(nearest("WINDOWS", words) == "windows");
    CHECK(nearest("wndows", words) == "windows");
    CHECK(nearest("reed", words) == "read");
    CHECK_FALSE(nearest("memory", words));
    CHECK_FALSE(nearest("", words));
    CHECK_FALSE(nearest(std::string(1000, 'a'), words));
    CHECK(didYouMean("claimd", words) == "; did you mean \"claimed\"?");
    CHECK(didYouMean("nothing like it", words).empty());
}

TEST_CASE("a place in a text has a line, and one that is missing has that of what is around it")
{
    const std::string text = "{\n \"a\": [1,\n  {\"b\": 2,\n   \"bb\": 3}],\n \"c\": \"x\"\n}";
    CHECK(lineOf(text, "") == 1);
    CHECK(lineOf(text, "a[0]") == 2);
    CHECK(lineOf(text, "a[1].b") == 3);
    CHECK(lineOf(text, "a[1].bb") == 4);
    CHECK(lineOf(text, "a[1].nothing") == 3);
    CHECK(lineOf(text, "c") == 5);
    CHECK(lineOf(text, "zz") == 1);
    CHECK_FALSE(findMistake(text));
    CHECK_FALSE(findMistake("[-1, 0.5, 1e5, true, null, \"\\u00e9\\\\\", {}, []]"));
    for (const char* wrong :
         {"", "{", "[1,]", "[01]", "{\"a\" 1}", "[1 2]", "{} {}", "[\"\t\"]", "[1}", "{a: 1}", "[,1]"}) {
        CAPTURE(wrong);
        CHECK(findMistake(wrong));
    }
}
