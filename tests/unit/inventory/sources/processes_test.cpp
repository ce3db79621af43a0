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

TEST_CASE("what runs is told with what its file says of itself, and each file is asked once")
{
    FakeHost host(OsFamily::windows);
    const std::string avp = R"(C:\Program Files (x86)\Kaspersky Lab\avp.exe)";
    host.addProcess("avp.exe", avp, 44);
    host.addProcess("avp.exe", avp, 45);
    host.addProcess("locked.exe", R"(C:\locked.exe)", 46);
    host.addProcess("gone.exe", R"(C:\gone.exe)", 47);
    host.addProcess("System", {}, 4);
    host.addProcess("far.exe", R"(\\server\share\far.exe)", 48);
    host.fakeProgramFiles().addVersion(avp, VersionResource{"AO Kaspersky Lab", "Kaspersky", "", "21.3.10.391"});
    host.fakeProgramFiles().addVersion(R"(C:\locked.exe)", fail(ErrorCode::accessDenied, "locked", 5));
    const SourceReport report = sources::readProcesses(host, {});
    REQUIRE(report.evidence.size() == 6);
    for (const std::size_t at : {0u, 1u}) {
        CHECK(report.evidence[at].publisher == "AO Kaspersky Lab");
        CHECK(report.evidence[at].fileVersion == "21.3.10.391");
        CHECK(report.evidence[at].version.empty());   // the product may count otherwise
    }
    CHECK(report.evidence[2].publisher.empty());
    CHECK(host.fakeProgramFiles().askedFor() == std::vector<std::string>{avp, R"(C:\locked.exe)", R"(C:\gone.exe)"});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.issues.empty());
}

TEST_CASE("a file of which nothing can be said does not keep the others from being asked")
{
    FakeHost host(OsFamily::windows);
    host.addProcess("far.exe", R"(Z:\far.exe)");
    host.addProcess("avp.exe", R"(C:\avp.exe)");
    host.fakeProgramFiles().addVersion(R"(Z:\far.exe)", fail(ErrorCode::unsupported, "a network drive"));
    host.fakeProgramFiles().addVersion(R"(C:\avp.exe)", VersionResource{"AO Kaspersky Lab", {}, {}, "21.3.10.391"});
    const SourceReport report = sources::readProcesses(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].publisher.empty());
    CHECK(report.evidence[1].publisher == "AO Kaspersky Lab");
    CHECK(report.coverage == Coverage::complete);
}
