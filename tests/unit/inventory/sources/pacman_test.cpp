#include "inventory/sources/pacman_desc.h"
#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

constexpr std::string_view kvrtRecord =
    "%NAME%\nkvrt\n\n%VERSION%\n20.0.11.0-1\n\n%BASE%\nkvrt\n\n%DESC%\nVirus removal\n"
    "tool\n\n%ARCH%\nx86_64\n\n%INSTALLDATE%\n1700000000\n\n%PACKAGER%\nUnknown Packager\n\n"
    "%DEPENDS%\nglibc\nbash\n";

}   // namespace

TEST_CASE("a pacman record gives name, version and date")
{
    const auto package = parsePacmanDesc(kvrtRecord);
    REQUIRE(package);
    CHECK(package->name == "kvrt");
    CHECK(package->version == "20.0.11.0-1");
    CHECK(package->packager == "Unknown Packager");
    REQUIRE(package->installedAt);
}

TEST_CASE("an empty or damaged pacman record is no package")
{
    CHECK_FALSE(parsePacmanDesc(""));
    CHECK_FALSE(parsePacmanDesc("%NAME%\n\nkvrt\n\n%VERSION%\n1\n"));
    CHECK_FALSE(parsePacmanDesc("%NAME%\nkvrt\n"));
    CHECK_FALSE(parsePacmanDesc(std::string(100, '\0')));
}

TEST_CASE("the name of a record's folder is read from the right")
{
    const auto package = packageFromFolderName("ca-certificates-mozilla-3.95-1");
    REQUIRE(package);
    CHECK(package->name == "ca-certificates-mozilla");
    CHECK(package->version == "3.95-1");
    CHECK_FALSE(packageFromFolderName("nothing"));
    CHECK_FALSE(packageFromFolderName("-1-1"));
    CHECK_FALSE(packageFromFolderName("a--1"));
    CHECK_FALSE(packageFromFolderName("a-1-"));
}

TEST_CASE("pacman's database is read record by record")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/pacman/local/ALPM_DB_VERSION", "9\n");
    host.addFile("/var/lib/pacman/local/kvrt-20.0.11.0-1/desc", std::string(kvrtRecord));
    const SourceReport report = readPacman(host, {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.examined == 1);
    REQUIRE(report.evidence.size() == 1);
    CHECK(report.evidence.front().id == "kvrt");
    CHECK(report.evidence.front().publisher.empty());
    CHECK(report.evidence.front().packageState == PackageState::installed);
    CHECK(report.evidence.front().readFrom == "/var/lib/pacman/local/kvrt-20.0.11.0-1/desc");
}

TEST_CASE("a pacman record that cannot be read still names its package")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/pacman/local/kvrt-20.0.11.0-1/desc", "nonsense");
    host.addFile("/var/lib/pacman/local/kesl-12.0-1/desc", "%NAME%\nkesl\n");
    host.deny("/var/lib/pacman/local/kesl-12.0-1");
    const SourceReport report = readPacman(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.issues.size() == 2);
    REQUIRE(report.evidence.size() == 2);
    for (const Evidence& evidence : report.evidence) {
        CHECK((evidence.id == "kvrt" || evidence.id == "kesl"));
        CHECK_FALSE(evidence.version.empty());
    }
}

TEST_CASE("a machine without pacman has no such place, a denied one is denied")
{
    FakeHost host(OsFamily::linux);
    CHECK(readPacman(host, {}).coverage == Coverage::notApplicable);
    host.addFile("/var/lib/pacman/local/kvrt-1-1/desc", std::string(kvrtRecord));
    host.deny("/var/lib/pacman");
    CHECK(readPacman(host, {}).coverage == Coverage::denied);
}

TEST_CASE("a stopped scan of pacman is partial")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/pacman/local/kvrt-1-1/desc", std::string(kvrtRecord));
    std::stop_source stop;
    stop.request_stop();
    const SourceReport report = readPacman(host, stop.get_token());
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.evidence.empty());
}
