#include "inventory/sources/windows_services.h"

#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string services = R"(HKLM\SYSTEM\CurrentControlSet\Services\)";

}   // namespace

TEST_CASE("the type tells services from drivers, and other keys are left out")
{
    FakeHost host(OsFamily::windows);
    host.addNumber(services + "AVP21.3", "Type", 0x10);
    host.addText(services + "AVP21.3", "DisplayName", "Kaspersky Anti-Virus Service 21.3");
    host.addText(services + "AVP21.3", "ImagePath", R"("C:\Program Files (x86)\Kaspersky Lab\avp.exe" -r)");
    host.addNumber(services + "klif", "Type", 2);
    host.addText(services + "klif", "DisplayName", "@oem1.inf,%x%;Kaspersky Lab Driver");
    host.addText(services + "klif", "ImagePath", R"(\SystemRoot\System32\drivers\klif.sys)");
    host.addNumber(services + "kl1", "Type", 1);
    host.addText(services + "kl1", "DisplayName", "@%SystemRoot%\\x.dll,-123");
    host.addNumber(services + ".NET CLR Data", "Something", 1);
    host.addFile(R"(C:\Program Files (x86)\Kaspersky Lab\avp.exe)");
    host.addFile(R"(C:\Windows\System32\drivers\klif.sys)");
    const SourceReport report = sources::readWindowsServices(host, {});
    REQUIRE(report.evidence.size() == 3);
    CHECK(report.evidence[0].kind == EvidenceKind::service);
    CHECK(report.evidence[0].presence == Presence::present);
    CHECK(report.evidence[1].kind == EvidenceKind::driver);
    CHECK(report.evidence[1].name == "Kaspersky Lab Driver");
    CHECK(report.evidence[1].presence == Presence::present);
    CHECK(report.evidence[2].name.empty());
    CHECK(report.evidence[2].location == R"(System32\drivers\kl1.sys)");
    CHECK(report.evidence[2].presence == Presence::absent);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("the image of a driver outside the system folder is looked for where it is")
{
    FakeHost host(OsFamily::windows);
    host.addNumber(services + "klids", "Type", 1);
    host.addText(services + "klids", "ImagePath", R"(\??\C:\ProgramData\Kaspersky Lab\AVP21.25\Bases\klids.sys)");
    host.addNumber(services + "b", "Type", 1);
    host.addText(services + "b", "ImagePath", R"(system32\DRIVERS\b.sys)");
    host.addText(R"(HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion)", "SystemRoot", R"(D:\WINNT)");
    host.addFile(R"(D:\WINNT\System32\drivers\b.sys)");
    const SourceReport report = sources::readWindowsServices(host, {});
    CHECK(report.evidence.at(0).presence == Presence::absent);
    CHECK(report.evidence.at(1).presence == Presence::present);
}

TEST_CASE("services that may not be read are never taken for none")
{
    FakeHost host(OsFamily::windows);
    host.denyKey(R"(HKLM\SYSTEM)");
    const SourceReport report = sources::readWindowsServices(host, {});
    CHECK(report.coverage == Coverage::denied);
    CHECK_FALSE(report.machinePartComplete);
}
