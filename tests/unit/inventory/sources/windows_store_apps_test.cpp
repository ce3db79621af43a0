#include "inventory/sources/windows_store_apps.h"

#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("a package's full name gives its family and version")
{
    const auto name = sources::decodePackageFullName("Kaspersky.ShellEx16_1.0.0.5_x64__b81m8cbssw9gt");
    REQUIRE(name);
    CHECK(name->family() == "Kaspersky.ShellEx16_b81m8cbssw9gt");
    CHECK(name->version == "1.0.0.5");
    CHECK_FALSE(sources::decodePackageFullName(""));
    CHECK_FALSE(sources::decodePackageFullName("____"));
    CHECK_FALSE(sources::decodePackageFullName("a_b_c_d_e_f"));
}

TEST_CASE("packages of the machine and of people are read once each")
{
    FakeHost host(OsFamily::windows);
    const std::string everybody =
        R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications\)";
    host.addKey(everybody + "Kaspersky.ShellEx16_1.0.0.5_x64__b81m8cbssw9gt");
    host.addKey(everybody + "Kaspersky.ShellEx16_1.0.0.5_neutral_split.language-de_b81m8cbssw9gt");
    host.addKey(everybody + "rubbish");
    host.addUser("S-1-5-21-1", "ana");
    const std::string mine =
        R"(HKU\S-1-5-21-1\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages\A_1_x86__h)";
    host.addText(mine, "DisplayName", "@{A?ms-resource://A/x}");
    const SourceReport report = sources::readWindowsStoreApps(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "Kaspersky.ShellEx16_b81m8cbssw9gt");
    CHECK(report.evidence[1].name == "A");
    CHECK(report.evidence[1].account == "S-1-5-21-1");
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a system without packages has no such place, a closed one is denied")
{
    FakeHost old(OsFamily::windows);
    CHECK(sources::readWindowsStoreApps(old, {}).coverage == Coverage::notApplicable);
    FakeHost closed(OsFamily::windows);
    closed.denyKey(R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx)");
    CHECK(sources::readWindowsStoreApps(closed, {}).coverage == Coverage::denied);
}
