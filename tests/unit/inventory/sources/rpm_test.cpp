#include "inventory/sources/rpm_output.h"
#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

const std::vector<std::string> fullQuery{"rpm", "-qa", "--queryformat",
                                         R"(%{NAME}\t%{VERSION}-%{RELEASE}\t%{ARCH}\t%{VENDOR}\t%{INSTALLTIME}\n)"};
const std::vector<std::string> plainQuery{"rpm", "-qa"};

FakeHost machineWithDatabase()
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/rpm/rpmdb.sqlite", "SQLite format 3");
    return host;
}

}   // namespace

TEST_CASE("rpm columns are read, and (none) is nothing")
{
    const RpmOutput parsed = parseRpmOutput("kesl\t11.3.0-7441\tx86_64\tKaspersky Lab\t1700000000\n"
                                            "gpg-pubkey\tfd431d51-4ae0493b\t(none)\t(none)\t1600000000\n");
    REQUIRE(parsed.packages.size() == 2);
    CHECK(parsed.damagedLines == 0);
    CHECK(parsed.packages[0].name == "kesl");
    CHECK(parsed.packages[0].version == "11.3.0-7441");
    CHECK(parsed.packages[0].architecture == "x86_64");
    CHECK(parsed.packages[0].vendor == "Kaspersky Lab");
    REQUIRE(parsed.packages[0].installedAt);
    CHECK(toString(*parsed.packages[0].installedAt) == "2023-11-14T22:13:20Z");
    CHECK(parsed.packages[1].architecture.empty());
    CHECK(parsed.packages[1].vendor.empty());
}

TEST_CASE("plain lines of rpm are split from the right")
{
    const RpmOutput parsed = parseRpmOutput("klnagent64-15.1.0-20748.x86_64\n"
                                            "gnome-session-wayland-session-3.22.2-3.fc25.noarch\n"
                                            "gpg-pubkey-fd431d51-4ae0493b\n"
                                            "gtk2-engine-2.0-1.el8\n"
                                            "libfoo-1.0-2.(none)\n");
    REQUIRE(parsed.packages.size() == 5);
    CHECK(parsed.packages[0].name == "klnagent64");
    CHECK(parsed.packages[0].version == "15.1.0-20748");
    CHECK(parsed.packages[0].architecture == "x86_64");
    CHECK(parsed.packages[1].name == "gnome-session-wayland-session");
    CHECK(parsed.packages[1].version == "3.22.2-3.fc25");
    CHECK(parsed.packages[2].name == "gpg-pubkey");
    CHECK(parsed.packages[2].version == "fd431d51-4ae0493b");
    CHECK(parsed.packages[3].version == "2.0-1.el8");
    CHECK(parsed.packages[4].version == "1.0-2");
    CHECK(parsed.packages[4].architecture.empty());
}

TEST_CASE("lines that are not packages are counted as damage")
{
    const RpmOutput parsed = parseRpmOutput("error: rpmdb: damaged header #117 retrieved\nkesl-1.0-1.x86_64\n"
                                            "-\n--\na-b\n\t1.0\tx86_64\nkesl\t\tx86_64\n\n   \n");
    CHECK(parsed.packages.size() == 1);
    CHECK(parsed.damagedLines == 6);
}

TEST_CASE("empty output of rpm is no packages")
{
    CHECK(parseRpmOutput("").packages.empty());
    CHECK(parseRpmOutput("\n\n").damagedLines == 0);
}

TEST_CASE("an installation time that cannot be is left out")
{
    const RpmOutput parsed =
        parseRpmOutput("a\t1-1\tnoarch\tv\t0\nb\t1-1\tnoarch\tv\t99999999999999\nc\t1-1\tnoarch\tv\tx\n");
    REQUIRE(parsed.packages.size() == 3);
    for (const RpmPackage& package : parsed.packages) {
        CHECK_FALSE(package.installedAt);
    }
}

TEST_CASE("an rpm package becomes evidence with its version, vendor, date and how to remove it")
{
    FakeHost host = machineWithDatabase();
    host.addCommand(fullQuery, "kesl\t12.2.0-2412\tx86_64\tAO Kaspersky Lab\t1700000000\n");
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 1);
    const Evidence& evidence = report.evidence.front();
    CHECK(evidence.kind == EvidenceKind::package);
    CHECK(evidence.id == "kesl");
    CHECK(evidence.version == "12.2.0-2412");
    CHECK(evidence.publisher == "AO Kaspersky Lab");
    REQUIRE(evidence.installedOn);
    CHECK(toString(*evidence.installedOn) == "2023-11-14");
    CHECK(evidence.packageState == PackageState::installed);
    CHECK(evidence.uninstall == UninstallReference{UninstallReference::Kind::package, "kesl", false});
}

TEST_CASE("an rpm that does not know the columns is asked plainly")
{
    FakeHost host = machineWithDatabase();
    host.addCommand(fullQuery, "", 1);
    host.addCommand(plainQuery, "kesl-12.2.0-2412.x86_64\n");
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 1);
    CHECK(report.evidence.front().version == "12.2.0-2412");
}

TEST_CASE("a machine without an rpm database has no such place")
{
    FakeHost host(OsFamily::linux);
    host.addCommand(fullQuery, "");   // Debian ships the program too
    CHECK(readRpm(host, {}).coverage == Coverage::notApplicable);
}

TEST_CASE("a recording that holds only what rpm printed is read")
{
    FakeHost host(OsFamily::linux);
    host.info.recorded = true;
    host.failCommand(fullQuery, ErrorCode::notRecorded);
    host.addCommand(plainQuery, "kesl-12.2.0-2412.x86_64\n");
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.evidence.size() == 1);
}

TEST_CASE("an rpm database without the rpm program is denied, never empty")
{
    const SourceReport report = readRpm(machineWithDatabase(), {});
    CHECK(report.coverage == Coverage::denied);
    CHECK_FALSE(report.machinePartComplete);
    CHECK(report.issues.size() == 1);
}

TEST_CASE("an rpm program that fails makes the place denied")
{
    FakeHost host = machineWithDatabase();
    host.addCommand(fullQuery, "", 1);
    host.addCommand(plainQuery, "", 1);
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::denied);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues.front().osCode == 1);
}

TEST_CASE("an rpm that says nothing about a large database is not believed")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/rpm/Packages", std::string(2u << 20, 'x'));
    host.addCommand(fullQuery, "");
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
}

TEST_CASE("an rpm folder that may not be looked into is denied when nothing else answers")
{
    FakeHost host(OsFamily::linux);
    host.deny("/var/lib/rpm");
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::denied);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues.front().code == ErrorCode::accessDenied);
}

TEST_CASE("an rpm that prints garbage among packages is partial")
{
    FakeHost host = machineWithDatabase();
    host.addCommand(fullQuery, "warning: something is wrong\nkesl\t1-1\tx86_64\tv\t1700000000\n");
    const SourceReport report = readRpm(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.evidence.size() == 1);
}
