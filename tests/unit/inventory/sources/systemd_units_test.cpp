#include "inventory/sources/sources.h"
#include "inventory/sources/systemd_unit.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

constexpr std::string_view keslUnit = "# comment = here\n[Unit]\nDescription=kesl\n\n[Service]\nType=forking\n"
                                      "ExecStart=/opt/kaspersky/kesl/libexec/launcher --x\nExecStart=/bin/other\n";

const Evidence* unitNamed(const SourceReport& report, std::string_view id)
{
    for (const Evidence& evidence : report.evidence) {
        if (evidence.id == id) {
            return &evidence;
        }
    }
    return nullptr;
}

}   // namespace

TEST_CASE("a unit file tells what the service is and what it starts")
{
    const SystemdUnit unit = parseSystemdUnit(keslUnit);
    CHECK(unit.description == "kesl");
    CHECK(unit.program == "/opt/kaspersky/kesl/libexec/launcher");
}

TEST_CASE("prefixes, quotes and odd lines of unit files are understood")
{
    CHECK(parseSystemdUnit("ExecStart=-@/usr/bin/a b c\r\n").program == "/usr/bin/a");
    CHECK(parseSystemdUnit("ExecStart=\"/opt/with blank/a\" --b").program == "/opt/with blank/a");
    CHECK(parseSystemdUnit("ExecStart=\nExecStart=/bin/b\n").program == "/bin/b");
    CHECK(parseSystemdUnit("ExecStart=\"unclosed").program == "unclosed");
    CHECK(parseSystemdUnit("ExecStart=-").program.empty());
    CHECK(parseSystemdUnit("").description.empty());
    CHECK(parseSystemdUnit(std::string(64, '\0')).program.empty());
}

TEST_CASE("units of an administrator are read, units of packages are named")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/etc/systemd/system/kesl.service", std::string(keslUnit));
    host.addFile("/opt/kaspersky/kesl/libexec/launcher", "x");
    host.addFile("/etc/systemd/system/multi-user.target.wants/kesl.service", std::string(keslUnit));
    host.addFile("/etc/systemd/system/gone.service", "[Service]\nExecStart=/opt/gone/daemon\n");
    host.addFile("/usr/lib/systemd/system/klnagent64.service", "[Service]\nExecStart=/opt/kaspersky/klnagent64/x\n");
    host.addFile("/usr/lib/systemd/system/kesl.service", "replaced by the one in /etc");
    host.addFile("/usr/lib/systemd/system/network.target", "");
    host.addFile("/etc/init.d/kav4fs-supervisor", "#!/bin/sh\n");
    host.addFile("/etc/init.d/README", "");
    const SourceReport report = readSystemdUnits(host, {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.evidence.size() == 4);
    const Evidence* const kesl = unitNamed(report, "kesl.service");
    REQUIRE(kesl != nullptr);
    CHECK(kesl->kind == EvidenceKind::systemdUnit);
    CHECK(kesl->name == "kesl");
    CHECK(kesl->location == "/opt/kaspersky/kesl/libexec/launcher");
    CHECK(kesl->presence == Presence::present);
    CHECK(kesl->readFrom == "/etc/systemd/system/kesl.service");
    const Evidence* const gone = unitNamed(report, "gone.service");
    REQUIRE(gone != nullptr);
    CHECK(gone->presence == Presence::absent);
    const Evidence* const agent = unitNamed(report, "klnagent64.service");
    REQUIRE(agent != nullptr);
    CHECK(agent->presence == Presence::unknown);
    CHECK(unitNamed(report, "kav4fs-supervisor") != nullptr);
}

TEST_CASE("a masked unit and a link that leads nowhere are no faults and start nothing")
{
    FakeHost host(OsFamily::linux);
    host.fakeFiles().addLink("/etc/systemd/system/kesl.service");
    host.addFile("/etc/systemd/system/masked.service", "");
    host.fakeFiles().failWith("/etc/systemd/system/masked.service",
                              Error{ErrorCode::unsupported, "/etc/systemd/system/masked.service", 0});
    const SourceReport report = readSystemdUnits(host, {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.evidence.size() == 2);
    CHECK(unitNamed(report, "kesl.service")->presence == Presence::absent);
    CHECK(unitNamed(report, "masked.service")->presence == Presence::absent);
}

TEST_CASE("a unit that may not be read is still named and the report is partial")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/etc/systemd/system/kesl.service", std::string(keslUnit));
    host.deny("/etc/systemd/system/kesl.service");
    const SourceReport report = readSystemdUnits(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.evidence.size() == 1);
}

TEST_CASE("a machine without systemd and init scripts has no such place, a refused one is denied")
{
    FakeHost host(OsFamily::linux);
    CHECK(readSystemdUnits(host, {}).coverage == Coverage::notApplicable);
    host.addFile("/etc/systemd/system/kesl.service", std::string(keslUnit));
    host.deny("/etc");
    CHECK(readSystemdUnits(host, {}).coverage == Coverage::denied);
}
