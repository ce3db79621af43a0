#include "inventory/sources/windows_installer.h"

#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string userData = R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UserData)";
const std::string advertised = R"(HKLM\SOFTWARE\Classes\Installer\Products)";
const std::string packed = "349E1197CC230D542AC9656EFE672257";

}   // namespace

TEST_CASE("packed product codes are unpacked, everything else is refused")
{
    CHECK(sources::unpackProductCode(packed) == "{7911E943-32CC-45D0-A29C-56E6EF762275}");
    CHECK(sources::unpackProductCode("").empty());
    CHECK(sources::unpackProductCode(packed.substr(1)).empty());
    CHECK(sources::unpackProductCode(std::string(32, 'x')).empty());
}

TEST_CASE("a product is reported once although two places name it")
{
    FakeHost host(OsFamily::windows);
    const std::string key = userData + R"(\S-1-5-18\Products\)" + packed + R"(\InstallProperties)";
    host.addText(key, "DisplayName", "Kaspersky Endpoint Security 10 for Windows");
    host.addText(key, "DisplayVersion", "10.3.0.6294");
    host.addText(advertised + "\\" + packed, "ProductName", "Kaspersky Endpoint Security 10 for Windows");
    host.addText(advertised + "\\" + std::string(32, '0'), "ProductName", "Other");
    host.addNumber(advertised + "\\" + std::string(32, '0'), "Version", 0x0C010506);
    host.addKey(advertised + "\\not a product");
    const SourceReport report = sources::readWindowsInstaller(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "{7911E943-32CC-45D0-A29C-56E6EF762275}");
    CHECK(report.evidence[0].version == "10.3.0.6294");
    CHECK(report.evidence[0].scope == Scope::machine);
    CHECK(report.evidence[1].version == "12.1.1286");
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a product of one person is marked so, and refused records make the report partial")
{
    FakeHost host(OsFamily::windows);
    host.addText(userData + R"(\S-1-5-21-1\Products\)" + packed + R"(\InstallProperties)", "DisplayName", "X");
    host.addKey(userData + R"(\S-1-5-18\Products)");
    host.denyKey(userData + R"(\S-1-5-18\Products)");
    const SourceReport report = sources::readWindowsInstaller(host, {});
    CHECK(report.evidence.at(0).account == "S-1-5-21-1");
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
}
