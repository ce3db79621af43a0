#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("registered products are read with their state and whether their program is there")
{
    FakeHost host(OsFamily::windows);
    host.fakeSecurityStatus().answer = std::vector<SecurityProduct>{
        {"{86367591}", "Kaspersky", R"(C:\gone\wmiav.exe)", {SecurityState::Role::antivirus, true, false}}};
    const SourceReport report = sources::readSecurityCenter(host, {});
    REQUIRE(report.evidence.size() == 1);
    CHECK(report.evidence[0].kind == EvidenceKind::securityProduct);
    CHECK(report.evidence[0].security->active == true);
    CHECK(report.evidence[0].presence == Presence::absent);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("no Security Center, an empty one and a closed one are three different answers")
{
    FakeHost host(OsFamily::windows);
    CHECK(sources::readSecurityCenter(host, {}).coverage == Coverage::notApplicable);
    host.fakeSecurityStatus().answer = std::vector<SecurityProduct>{};
    CHECK(sources::readSecurityCenter(host, {}).coverage == Coverage::complete);
    host.fakeSecurityStatus().answer = fail(ErrorCode::accessDenied, "Windows Security Center");
    CHECK(sources::readSecurityCenter(host, {}).coverage == Coverage::denied);
}
