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

namespace {

const std::string manager = "Service Control Manager";

// A machine whose registry tells two services and whose manager tells other things.
FakeHost twoServices()
{
    FakeHost host(OsFamily::windows);
    host.addNumber(services + "AVP21.3", "Type", 0x10);
    host.addText(services + "AVP21.3", "DisplayName", "Kaspersky Anti-Virus Service 21.3");
    host.addText(services + "AVP21.3", "ImagePath", R"("C:\Kaspersky Lab\avp.exe" -r)");
    host.addNumber(services + "klif", "Type", 2);
    return host;
}

}   // namespace

TEST_CASE("what runs is known from the service manager, and everything else from the registry")
{
    FakeHost host = twoServices();
    host.fakeManagers().serviceAnswer = std::vector<ServiceStatus>{
        // Says other things than the registry, which is what counts at the next start.
        {"avp21.3", "Another name", true, true},
        {"klif", {}, true, false},
    };
    const SourceReport report = sources::readWindowsServices(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "AVP21.3");
    CHECK(report.evidence[0].kind == EvidenceKind::service);
    CHECK(report.evidence[0].name == "Kaspersky Anti-Virus Service 21.3");
    CHECK(report.evidence[0].location == R"("C:\Kaspersky Lab\avp.exe" -r)");
    CHECK(report.evidence[0].readFrom == services + "AVP21.3");
    CHECK(report.evidence[0].running == true);
    CHECK(report.evidence[1].running == false);
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.examined == 2);
}

TEST_CASE("a service only the manager knows is added by its word")
{
    FakeHost host = twoServices();
    host.addFile(R"(C:\Windows\System32\drivers\kl1.sys)");
    host.fakeManagers().serviceAnswer = std::vector<ServiceStatus>{
        {"kl1", "Kaspersky Lab driver", true, true},
        {"KSDE5.0", "@%SystemRoot%\\x.dll,-123", false, false},
    };
    host.fakeManagers().serviceImages = {{"kl1", R"(\SystemRoot\System32\drivers\kl1.sys)"}};
    const SourceReport report = sources::readWindowsServices(host, {});
    REQUIRE(report.evidence.size() == 4);
    CHECK_FALSE(report.evidence[0].running.has_value());
    const Evidence& driver = report.evidence[2];
    CHECK(driver.kind == EvidenceKind::driver);
    CHECK(driver.name == "Kaspersky Lab driver");
    CHECK(driver.presence == Presence::present);
    CHECK(driver.readFrom == manager);
    CHECK(driver.running == true);
    const Evidence& service = report.evidence[3];
    CHECK(service.kind == EvidenceKind::service);
    CHECK(service.id == "KSDE5.0");
    CHECK(service.name.empty());
    CHECK(service.presence == Presence::unknown);
    CHECK(service.running == false);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("the manager makes up for a registry that may not be read, but never for all of it")
{
    FakeHost host = twoServices();
    host.fakeManagers().serviceAnswer = std::vector<ServiceStatus>{{"AVP21.3", "Kaspersky", false, true}};
    host.fakeManagers().serviceImages = {{"AVP21.3", R"(C:\Kaspersky Lab\avp.exe)"}};
    SECTION("all of it")
    {
        host.denyKey(R"(HKLM\SYSTEM)");
        const SourceReport report = sources::readWindowsServices(host, {});
        REQUIRE(report.evidence.size() == 1);
        CHECK(report.evidence[0].readFrom == manager);
        CHECK(report.evidence[0].presence == Presence::absent);
        CHECK(report.coverage == Coverage::partial);
        CHECK_FALSE(report.machinePartComplete);
    }
    SECTION("one key, as a program that protects itself does")
    {
        host.denyKey(services + "AVP21.3");
        const SourceReport report = sources::readWindowsServices(host, {});
        REQUIRE(report.evidence.size() == 2);
        CHECK(report.evidence[0].id == "klif");
        CHECK(report.evidence[1].id == "AVP21.3");
        CHECK(report.evidence[1].running == true);
        CHECK(report.coverage == Coverage::partial);
    }
    SECTION("nobody may be asked")
    {
        host.denyKey(R"(HKLM\SYSTEM)");
        host.fakeManagers().serviceAnswer = fail(ErrorCode::accessDenied, manager, 5);
        const SourceReport report = sources::readWindowsServices(host, {});
        CHECK(report.coverage == Coverage::denied);
        CHECK(report.issues.size() == 2);
    }
    SECTION("the manager knows nothing")
    {
        host.denyKey(R"(HKLM\SYSTEM)");
        host.fakeManagers().serviceAnswer = std::vector<ServiceStatus>{};
        CHECK(sources::readWindowsServices(host, {}).coverage == Coverage::denied);
    }
}

TEST_CASE("a manager that may not be asked, or is not there, takes nothing from the registry")
{
    FakeHost host = twoServices();
    const SourceReport without = sources::readWindowsServices(host, {});
    host.fakeManagers().serviceAnswer = fail(ErrorCode::accessDenied, manager, 5);
    const SourceReport refused = sources::readWindowsServices(host, {});
    CHECK(refused.evidence == without.evidence);
    CHECK(refused.issues.empty());
    CHECK(refused.coverage == Coverage::complete);
    CHECK_FALSE(refused.evidence.at(0).running.has_value());
}

TEST_CASE("hostile names and huge lists of the manager are taken as they are, each once")
{
    FakeHost host(OsFamily::windows);
    host.addKey(services + "x");
    std::vector<ServiceStatus> told{{"", "nameless", false, true},
                                    {"\xFF\x1B[2J", std::string(40000, 'n'), false, true},
                                    {"..\\..", {}, false, true}};
    host.fakeManagers().serviceImages = {
        {"", "x.exe"}, {"\xFF\x1B[2J", std::string("a\0b", 3)}, {"..\\..", R"(\\server\share\x.exe)"}};
    for (int number = 0; number < 20000; ++number) {
        told.push_back({"service " + std::to_string(number % 10000), {}, false, true});
    }
    host.fakeManagers().serviceAnswer = std::move(told);
    const SourceReport report = sources::readWindowsServices(host, {});
    CHECK(report.evidence.size() == 10002);
    for (const Evidence& service : report.evidence) {
        CHECK(service.presence != Presence::present);
    }
    CHECK(report.coverage == Coverage::complete);
}
