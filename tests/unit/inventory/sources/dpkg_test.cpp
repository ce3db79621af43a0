#include "inventory/sources/dpkg_status.h"
#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <map>

using namespace offramp;
using namespace offramp::sources;

namespace {

std::string stanza(std::string_view name, std::string_view status)
{
    return "Package: " + std::string(name) + "\nStatus: " + std::string(status)
           + "\nPriority: optional\nMaintainer: AO Kaspersky Lab <support@example.com>\nArchitecture: amd64\n"
             "Version: 11.3.0-7441\nDescription: agent\n with a second line: really\n .\n and a third\n\n";
}

PackageState stateOf(std::string_view status)
{
    const std::string text = stanza("kesl", status);
    const DpkgStatus parsed = parseDpkgStatus(text);
    REQUIRE(parsed.packages.size() == 1);
    CHECK(parsed.damagedStanzas == 0);
    return parsed.packages.front().state;
}

FakeHost machineWith(std::string_view status)
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/dpkg/status", std::string(status));
    return host;
}

}   // namespace

TEST_CASE("an empty dpkg database is no packages and no damage")
{
    const DpkgStatus parsed = parseDpkgStatus("");
    CHECK(parsed.packages.empty());
    CHECK(parsed.damagedStanzas == 0);
    CHECK_FALSE(parsed.truncated);
}

TEST_CASE("every state dpkg records is told apart")
{
    CHECK(stateOf("install ok installed") == PackageState::installed);
    CHECK(stateOf("hold ok installed") == PackageState::held);
    CHECK(stateOf("deinstall ok config-files") == PackageState::configFiles);
    CHECK(stateOf("deinstall ok installed") == PackageState::installed);
    CHECK(stateOf("install ok half-installed") == PackageState::halfInstalled);
    CHECK(stateOf("install reinstreq installed") == PackageState::halfInstalled);
    CHECK(stateOf("deinstall reinstreq half-configured") == PackageState::halfInstalled);
    CHECK(stateOf("install ok unpacked") == PackageState::unpacked);
    CHECK(stateOf("install ok half-configured") == PackageState::unpacked);
    CHECK(stateOf("install ok triggers-awaited") == PackageState::unpacked);
    CHECK(stateOf("install ok triggers-pending") == PackageState::unpacked);
}

TEST_CASE("a package dpkg only knows by name is not reported")
{
    const std::string text = stanza("gone", "purge ok not-installed") + stanza("kesl", "install ok installed");
    const DpkgStatus parsed = parseDpkgStatus(text);
    REQUIRE(parsed.packages.size() == 1);
    CHECK(parsed.packages.front().name == "kesl");
    REQUIRE(parsed.gone.size() == 1);
    CHECK(parsed.gone.front().name == "gone");
    CHECK(parsed.stanzas == 2);
    CHECK(parsed.damagedStanzas == 0);
}

TEST_CASE("dpkg fields are read in any case, with Windows line ends and a byte order mark")
{
    const DpkgStatus parsed =
        parseDpkgStatus("\xEF\xBB\xBFPACKAGE: kesl\r\nstatus:install ok installed\r\nVersion:\t1.0 \r\n\r\nPackage: "
                        "b\r\nStatus: hold ok installed\r\n");
    REQUIRE(parsed.packages.size() == 2);
    CHECK(parsed.packages[0].name == "kesl");
    CHECK(parsed.packages[0].version == "1.0");
    CHECK(parsed.packages[1].state == PackageState::held);
    CHECK(parsed.damagedStanzas == 0);
}

TEST_CASE("a continuation line never counts as a field")
{
    const DpkgStatus parsed = parseDpkgStatus("Package: harmless\nStatus: install ok installed\nDescription: x\n "
                                              "Package: kesl\n\tVersion: 9\nVersion: 1\n\n");
    REQUIRE(parsed.packages.size() == 1);
    CHECK(parsed.packages[0].name == "harmless");
    CHECK(parsed.packages[0].version == "1");
}

TEST_CASE("a dpkg database cut off in the middle says so and keeps what was read")
{
    const std::string whole = stanza("kesl", "install ok installed") + stanza("klnagent64", "install ok installed");
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const DpkgStatus parsed = parseDpkgStatus(std::string_view(whole).substr(0, length));
        const bool endsWithLine = whole[length - 1] == '\n';
        INFO("cut after " << length);
        CHECK(parsed.truncated == !endsWithLine);
    }
    const DpkgStatus parsed = parseDpkgStatus(std::string_view(whole).substr(0, whole.size() - 60));
    CHECK(parsed.packages.size() == 2);
}

TEST_CASE("damage in one dpkg stanza is counted and does not hide the others")
{
    const std::string good = stanza("kesl", "install ok installed");
    const std::vector<std::string> damagedStanzas{
        "Package: a\nPackage: b\nStatus: install ok installed\n\n",
        "Package: a\nthis is no field\nStatus: install ok installed\n\n",
        "Package: a\nStatus: nonsense\n\n",
        "Package: a\n\n",
        "Status: install ok installed\n\n",
        "Package: a\nStatus: install ok installed\nVersion: 1" + std::string(1, '\0') + "2\n\n",
    };
    for (const std::string& damaged : damagedStanzas) {
        INFO(damaged);
        const std::string text = damaged + good;
        const DpkgStatus parsed = parseDpkgStatus(text);
        CHECK(parsed.damagedStanzas == 1);
        REQUIRE_FALSE(parsed.packages.empty());
        CHECK(parsed.packages.back().name == "kesl");
    }
}

TEST_CASE("a dpkg database overwritten with NUL bytes is damaged, not empty")
{
    const DpkgStatus parsed = parseDpkgStatus(std::string(4096, '\0'));
    CHECK(parsed.packages.empty());
    CHECK(parsed.damagedStanzas == 1);
    CHECK(parsed.truncated);

    const SourceReport report = readDpkg(machineWith(std::string(4096, '\0')), {});
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
}

TEST_CASE("a dpkg package becomes evidence with its name, version, vendor and how to remove it")
{
    const SourceReport report = readDpkg(machineWith(stanza("kesl", "hold ok installed")), {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.examined == 1);
    REQUIRE(report.evidence.size() == 1);
    const Evidence& evidence = report.evidence.front();
    CHECK(evidence.kind == EvidenceKind::package);
    CHECK(evidence.source == SourceKind::dpkg);
    CHECK(evidence.id == "kesl");
    CHECK(evidence.version == "11.3.0-7441");
    CHECK(evidence.publisher == "AO Kaspersky Lab");
    CHECK(evidence.readFrom == "/var/lib/dpkg/status");
    CHECK(evidence.packageState == PackageState::held);
    CHECK(evidence.uninstall == UninstallReference{UninstallReference::Kind::package, "kesl", false});
}

TEST_CASE("what dpkg had done when it was cut off counts for more than its database")
{
    FakeHost host = machineWith(stanza("kesl", "install ok installed") + stanza("klnagent64", "install ok installed")
                                + stanza("harmless", "install ok installed"));
    const std::string journal = "/var/lib/dpkg/updates/";
    host.addFile(journal + "0001", stanza("kesl", "purge ok not-installed"));
    host.addFile(journal + "0000", stanza("kesl", "purge ok half-configured"));
    host.addFile(journal + "0002", stanza("klnagent64", "install ok half-configured"));
    host.addFile(journal + "0003", stanza("kav4fs", "install reinstreq half-installed"));
    host.addFile(journal + "tmp.i", stanza("harmless", "purge ok not-inst"));
    const SourceReport report = readDpkg(host, {});
    CHECK(report.coverage == Coverage::complete);
    std::map<std::string, PackageState> states;
    for (const Evidence& evidence : report.evidence) {
        CHECK(states.emplace(evidence.id, evidence.packageState).second);
    }
    CHECK(states
          == std::map<std::string, PackageState>{{"klnagent64", PackageState::unpacked},
                                                 {"kav4fs", PackageState::halfInstalled},
                                                 {"harmless", PackageState::installed}});
    CHECK(report.evidence.back().readFrom == journal + "0003");
}

TEST_CASE("the journal of dpkg changes packages of one architecture only, unless it names none")
{
    const std::string status = stanza("kesl", "install ok installed");
    FakeHost host = machineWith(status);
    host.addFile("/var/lib/dpkg/updates/0000", "Package: kesl\nStatus: purge ok not-installed\nArchitecture: i386\n\n");
    CHECK(readDpkg(host, {}).evidence.size() == 1);
    host.addFile("/var/lib/dpkg/updates/0001", "Package: kesl\nStatus: purge ok not-installed\n\n");
    CHECK(readDpkg(host, {}).evidence.empty());
}

TEST_CASE("a journal of dpkg that is damaged or denied makes its answer partial")
{
    FakeHost damaged = machineWith(stanza("kesl", "install ok installed"));
    damaged.addFile("/var/lib/dpkg/updates/0000", "Package: kesl\nStatus: purge ok not-inst");
    CHECK(readDpkg(damaged, {}).coverage == Coverage::partial);
    FakeHost denied = machineWith(stanza("kesl", "install ok installed"));
    denied.addFile("/var/lib/dpkg/updates/0000", stanza("kesl", "purge ok not-installed"));
    denied.deny("/var/lib/dpkg/updates");
    CHECK(readDpkg(denied, {}).coverage == Coverage::partial);
    CHECK(readDpkg(denied, {}).evidence.size() == 1);
}

TEST_CASE("names that are not UTF-8 arrive as UTF-8")
{
    const SourceReport report = readDpkg(
        machineWith("Package: a\nStatus: install ok installed\nMaintainer: Ren\xE9 <r@example.com>\nVersion: 1\n\n"),
        {});
    REQUIRE(report.evidence.size() == 1);
    CHECK(report.evidence.front().publisher == "Ren\xC3\xA9");
}

TEST_CASE("an image with one file per package is read, and its packages are installed")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 12.4\nArchitecture: amd64\n");
    host.addFile("/var/lib/dpkg/status.d/base.md5sums", "d41d8cd98f00b204e9800998ecf8427e  etc/x\n");
    const SourceReport report = readDpkg(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 1);
    CHECK(report.evidence.front().id == "base-files");
    CHECK(report.evidence.front().packageState == PackageState::installed);
}

TEST_CASE("a machine without dpkg has no such place")
{
    const SourceReport report = readDpkg(FakeHost(OsFamily::linux), {});
    CHECK(report.coverage == Coverage::notApplicable);
    CHECK(report.issues.empty());
}

TEST_CASE("a dpkg database that may not be read is denied, never empty")
{
    FakeHost host = machineWith(stanza("kesl", "install ok installed"));
    host.deny("/var/lib/dpkg");
    const SourceReport report = readDpkg(host, {});
    CHECK(report.coverage == Coverage::denied);
    CHECK_FALSE(report.machinePartComplete);
    CHECK(report.evidence.empty());
    REQUIRE_FALSE(report.issues.empty());
    CHECK(report.issues.front().code == ErrorCode::accessDenied);
}
