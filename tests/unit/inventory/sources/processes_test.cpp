#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("running programs are reported by file name")
{
    FakeHost host(OsFamily::windows);
    host.addProcess("avp.exe", R"(C:\Program Files (x86)\Kaspersky Lab\avp.exe)", 44);
    host.addProcess("System");
    const SourceReport report = sources::readProcesses(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "avp.exe");
    CHECK(report.evidence[0].running == true);
    CHECK(report.evidence[0].readFrom == "process 44");
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a process list that may not be read is denied")
{
    FakeHost host(OsFamily::linux);
    host.fakeProcesses().failList({ErrorCode::accessDenied, "/proc", 13});
    CHECK(sources::readProcesses(host, {}).coverage == Coverage::denied);
}
