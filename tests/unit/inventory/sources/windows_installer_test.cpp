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

namespace {

const std::string code = "{7911E943-32CC-45D0-A29C-56E6EF762275}";
const std::string otherCode = "{00000000-0000-0000-0000-0000000000AB}";
const std::string person = "S-1-5-21-1-2-3-1001";

FakeHost oneProduct()
{
    FakeHost host(OsFamily::windows);
    const std::string key = userData + R"(\S-1-5-18\Products\)" + packed + R"(\InstallProperties)";
    host.addText(key, "DisplayName", "Kaspersky Endpoint Security 10 for Windows");
    host.addText(key, "DisplayVersion", "10.3.0.6294");
    return host;
}

}   // namespace

TEST_CASE("what Windows Installer tells is joined with its records by code and account")
{
    FakeHost host = oneProduct();
    host.addFolder(R"(C:\Program Files\Other)");
    host.fakeManagers().installerAnswer = std::vector<InstallerProduct>{
        {"{7911e943-32cc-45d0-a29c-56e6ef762275}", {}, "Another name", "1.0", {}, {}},
        {code, "S-1-5-18", "Another name", "1.0", {}, {}},   // everybody's, told by the account it belongs to
        {code, person, "Kaspersky for one person", "10.3", "AO Kaspersky Lab", {}},
        {code, "s-1-5-21-1-2-3-1001", "told twice", {}, {}, {}},
        {otherCode, {}, "Other", "2.0", "Somebody", R"(C:\Program Files\Other)"},
    };
    const SourceReport report = sources::readWindowsInstaller(host, {});
    REQUIRE(report.evidence.size() == 3);
    CHECK(report.evidence[0].name == "Kaspersky Endpoint Security 10 for Windows");
    CHECK(report.evidence[0].version == "10.3.0.6294");
    CHECK(report.evidence[1].id == code);
    CHECK(report.evidence[1].scope == Scope::user);
    CHECK(report.evidence[1].account == person);
    CHECK(report.evidence[1].publisher == "AO Kaspersky Lab");
    CHECK(report.evidence[1].readFrom == "Windows Installer");
    CHECK(report.evidence[2].scope == Scope::machine);
    CHECK(report.evidence[2].presence == Presence::present);
    CHECK(report.evidence[2].uninstall == UninstallReference{UninstallReference::Kind::msiProduct, otherCode, false});
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("Windows Installer makes up for records that may not be read, but never for all of them")
{
    FakeHost host = oneProduct();
    const std::vector<InstallerProduct> told{{code, {}, "Kaspersky Endpoint Security", "10.3", {}, {}}};
    host.fakeManagers().installerAnswer = told;
    SECTION("all of them")
    {
        host.denyKey(R"(HKLM\SOFTWARE)");
        const SourceReport report = sources::readWindowsInstaller(host, {});
        REQUIRE(report.evidence.size() == 1);
        CHECK(report.evidence[0].id == code);
        CHECK(report.coverage == Coverage::partial);
        CHECK_FALSE(report.machinePartComplete);
    }
    SECTION("one of them")
    {
        host.denyKey(userData + R"(\S-1-5-18\Products\)" + packed);
        const SourceReport report = sources::readWindowsInstaller(host, {});
        REQUIRE(report.evidence.size() == 1);
        CHECK(report.evidence[0].readFrom == "Windows Installer");
        CHECK(report.coverage == Coverage::partial);
    }
    SECTION("nobody may be asked")
    {
        host.denyKey(R"(HKLM\SOFTWARE)");
        host.fakeManagers().installerAnswer = fail(ErrorCode::accessDenied, "Windows Installer", 5);
        const SourceReport report = sources::readWindowsInstaller(host, {});
        CHECK(report.coverage == Coverage::denied);
        CHECK(report.issues.back().context == "Windows Installer");
    }
}

TEST_CASE("an installer that may not be asked, or is not there, takes nothing from its records")
{
    FakeHost host = oneProduct();
    const SourceReport without = sources::readWindowsInstaller(host, {});
    host.fakeManagers().installerAnswer = fail(ErrorCode::accessDenied, "Windows Installer", 5);
    const SourceReport refused = sources::readWindowsInstaller(host, {});
    CHECK(refused.evidence == without.evidence);
    CHECK(refused.issues.empty());
    CHECK(refused.coverage == Coverage::complete);
}

TEST_CASE("hostile product codes are refused and huge lists are read")
{
    FakeHost host = oneProduct();
    std::vector<InstallerProduct> told{{"", {}, "nothing", {}, {}, {}},
                                       {"{7911E943-32CC-45D0-A29C-56E6EF762275} /x", {}, "more", {}, {}, {}},
                                       {code.substr(0, 37) + "\n", {}, "cut", {}, {}, {}}};
    for (int number = 0; number < 20000; ++number) {
        const std::string digits = std::to_string(100000 + number % 10000);
        told.push_back(
            {"{00000000-0000-0000-0000-000000" + digits + "}", {}, "\xFF\x1B[2J", {}, {}, R"(\\server\share)"});
    }
    host.fakeManagers().installerAnswer = std::move(told);
    const SourceReport report = sources::readWindowsInstaller(host, {});
    CHECK(report.evidence.size() == 10001);
    CHECK(report.evidence.back().presence == Presence::unknown);
    CHECK(report.coverage == Coverage::complete);
}
