#include "platform/version_resource.h"

#include "unit/platform/version_resource_builder.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace offramp;
using test::fixedInformation;
using test::stringTable;
using test::translations;
using test::versionBlock;
using test::versionResource;

TEST_CASE("a version resource tells company, product, description and the version of its fixed part")
{
    const std::string bytes =
        versionResource(fixedInformation(21, 3, 10, 391),
                        versionBlock("StringFileInfo", {}, 1,
                                     stringTable("040904b0", {{"CompanyName", "AO Kaspersky Lab"},
                                                              {"FileDescription", "Kaspersky Anti-Virus"},
                                                              {"FileVersion", "21.3 (built in a hurry)"},
                                                              {"ProductName", "Kaspersky"}})));
    const VersionResource resource = decodeVersionResource(bytes).value();
    CHECK(resource.company == "AO Kaspersky Lab");
    CHECK(resource.product == "Kaspersky");
    CHECK(resource.description == "Kaspersky Anti-Virus");
    CHECK(resource.version == "21.3.10.391");
}

TEST_CASE("without a fixed part the version is the text, and a fixed part of zeros is none")
{
    const std::string tables =
        versionBlock("StringFileInfo", {}, 1, stringTable("000004b0", {{"FileVersion", " 7.2 beta "}}));
    CHECK(decodeVersionResource(versionResource({}, tables))->version == "7.2 beta");
    CHECK(decodeVersionResource(versionResource(fixedInformation(0, 0, 0, 0), tables))->version == "7.2 beta");
    CHECK(decodeVersionResource(versionResource(std::string(52, '\x11'), tables))->version == "7.2 beta");
    CHECK(decodeVersionResource(versionResource({}, {}))->version.empty());
}

TEST_CASE("of several languages English is told, else the one the resource promises first, else the first there is")
{
    const auto described = [](std::string_view text) {
        return std::vector<std::pair<std::string, std::string>>{{"FileDescription", std::string(text)}};
    };
    const std::string german = stringTable("040704B0", described("Virenschutz"));
    const std::string russian = stringTable("041904b0", described("Антивирус"));
    const std::string british = stringTable("080904E4", described("Anti-virus"));
    const auto decode = [](const std::string& tables, const std::string& promised) {
        return decodeVersionResource(versionResource({}, versionBlock("StringFileInfo", {}, 1, tables) + promised))
            ->description;
    };
    const std::string promised = versionBlock("VarFileInfo", {}, 1, translations({{0x0419, 0x04B0}, {0x0407, 0x04B0}}));
    CHECK(decode(german + russian + british, promised) == "Anti-virus");
    CHECK(decode(german + russian, promised) == "Антивирус");
    CHECK(decode(german + russian, {}) == "Virenschutz");
    // What one table lacks, another one says.
    CHECK(decode(stringTable("040904b0", {{"CompanyName", "X"}}) + german, {}) == "Virenschutz");
}

TEST_CASE("lengths that lie cost what they cover and nothing else")
{
    const std::string good =
        versionResource(fixedInformation(1, 2, 3, 4),
                        versionBlock("StringFileInfo", {}, 1, stringTable("040904b0", {{"CompanyName", "Maker"}})));
    CHECK(decodeVersionResource(good)->company == "Maker");
    CHECK_FALSE(decodeVersionResource({}));
    CHECK_FALSE(decodeVersionResource(good.substr(0, 5)));
    CHECK_FALSE(decodeVersionResource(good.substr(0, good.size() - 2)));                  // shorter than it says
    CHECK(decodeVersionResource(good + std::string(4096, '\x55'))->company == "Maker");   // what Windows adds behind it
    CHECK_FALSE(decodeVersionResource(std::string(600, '\0')));
    CHECK_FALSE(decodeVersionResource(std::string(600, '\xFF')));

    std::string longValue = good;
    longValue[2] = '\xFF';   // a fixed part that covers everything
    longValue[3] = '\x7F';
    CHECK(decodeVersionResource(longValue)->version == "1.2.3.4");
    CHECK(decodeVersionResource(longValue)->company.empty());

    const std::string endless(5000, 'x');
    const auto cut = decodeVersionResource(versionResource(
        {}, versionBlock("StringFileInfo", {}, 1, stringTable("040904b0", {{"CompanyName", endless}}))));
    CHECK(cut->company.size() == 1024);
}

TEST_CASE("no change of any byte makes the decoder read what is not there")
{
    const std::string good =
        versionResource(fixedInformation(1, 2, 3, 4),
                        versionBlock("StringFileInfo", {}, 1,
                                     stringTable("040904b0", {{"CompanyName", "Maker"}, {"ProductName", "Thing"}}))
                            + versionBlock("VarFileInfo", {}, 1, translations({{0x0409, 0x04B0}})));
    std::mt19937 random(20261123);
    int read = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string bytes = good.substr(0, random() % 8 == 0 ? random() % (good.size() + 1) : good.size());
        for (unsigned change = 0; change < 1 + random() % 4 && !bytes.empty(); ++change) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        const auto resource = decodeVersionResource(bytes);
        read += resource ? 1 : 0;
        if (resource) {
            REQUIRE(resource->company.size() <= 3 * 1024);
        }
    }
    CHECK(read > 1000);
}
