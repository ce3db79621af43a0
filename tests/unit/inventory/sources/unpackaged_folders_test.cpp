#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <set>

using namespace offramp;
using namespace offramp::sources;

namespace {

std::set<std::string> locationsOf(const SourceReport& report)
{
    std::set<std::string> locations;
    for (const Evidence& evidence : report.evidence) {
        locations.insert(evidence.location);
    }
    return locations;
}

}   // namespace

TEST_CASE("folders of added software are listed, and one level below Kaspersky's")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/opt/kaspersky/kesl/bin/kesl-control", "x");
    host.addFolder("/opt/kaspersky/klnagent64");
    host.addFolder("/opt/google/chrome");
    host.addFile("/opt/kvrt.run", "x");
    host.addFolder("/var/opt/kaspersky/kesl");
    host.addFolder("/etc/opt/kaspersky");
    host.addFolder("/var/log/kaspersky/kesl");
    const SourceReport report = readUnpackagedFolders(host, {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(locationsOf(report)
          == std::set<std::string>{"/opt/kaspersky", "/opt/kaspersky/kesl", "/opt/kaspersky/klnagent64", "/opt/google",
                                   "/opt/kvrt.run", "/var/opt/kaspersky", "/var/opt/kaspersky/kesl",
                                   "/etc/opt/kaspersky", "/var/log/kaspersky", "/var/log/kaspersky/kesl"});
    for (const Evidence& evidence : report.evidence) {
        CHECK(evidence.presence == Presence::present);
        CHECK(evidence.kind == (evidence.name == "kvrt.run" ? EvidenceKind::file : EvidenceKind::folder));
    }
}

TEST_CASE("a machine without /opt has nothing in it, and that is an answer")
{
    const SourceReport report = readUnpackagedFolders(FakeHost(OsFamily::linux), {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.evidence.empty());
}

TEST_CASE("a refused /opt makes the report incomplete while the rest is read")
{
    FakeHost host(OsFamily::linux);
    host.addFolder("/opt/kaspersky");
    host.addFolder("/var/opt/kaspersky");
    host.deny("/opt");
    const SourceReport report = readUnpackagedFolders(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
    CHECK(locationsOf(report) == std::set<std::string>{"/var/opt/kaspersky"});
}

TEST_CASE("a refused Kaspersky folder is still seen")
{
    FakeHost host(OsFamily::linux);
    host.addFolder("/opt/kaspersky/kesl");
    host.deny("/opt/kaspersky");
    const SourceReport report = readUnpackagedFolders(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK(locationsOf(report) == std::set<std::string>{"/opt/kaspersky"});
}

TEST_CASE("a machine whose folders were not recorded is denied, not empty")
{
    FakeHost host(OsFamily::linux);
    for (const std::string_view folder : {"/opt", "/var/opt", "/etc/opt", "/var/log/kaspersky"}) {
        host.fakeFiles().failWith(folder, Error{ErrorCode::notRecorded, std::string(folder), 0});
    }
    CHECK(readUnpackagedFolders(host, {}).coverage == Coverage::denied);
}
