#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"
#include "tests/unit/inventory/sources/mac_support.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

constexpr std::string_view daemonPath = "/Library/LaunchDaemons/com.kaspersky.kav.plist";
constexpr std::string_view daemonProgram = "/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav";

const std::string daemonItem =
    propertyListOf(textFields({{"Label", "com.kaspersky.kav"}}) + "<key>ProgramArguments</key><array><string>"
                   + std::string(daemonProgram) + "</string><string>-r</string></array><key>RunAtLoad</key><true/>");

}   // namespace

TEST_CASE("a launch daemon is read with its label and program")
{
    FakeHost host(OsFamily::macos);
    host.addFile(daemonPath, daemonItem);
    host.addFile(daemonProgram, "x");
    host.addFile("/Library/LaunchDaemons/notes.txt", "x");
    const SourceReport report = readLaunchItems(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 1);
    const Evidence& evidence = report.evidence.front();
    CHECK(evidence.kind == EvidenceKind::launchItem);
    CHECK(evidence.id == "com.kaspersky.kav");
    CHECK(evidence.location == daemonProgram);
    CHECK(evidence.readFrom == daemonPath);
    CHECK(evidence.presence == Presence::present);
}

TEST_CASE("a launch item whose program is gone says so")
{
    FakeHost host(OsFamily::macos);
    host.addFile(daemonPath, daemonItem);
    const SourceReport report = readLaunchItems(host, {});
    REQUIRE(report.evidence.size() == 1);
    CHECK(report.evidence.front().presence == Presence::absent);
}

TEST_CASE("Program wins over the arguments, and a person's agent belongs to that person")
{
    FakeHost host(OsFamily::macos);
    host.homes = std::vector<std::string>{"/Users/ana"};
    host.addFile("/Users/ana/Library/LaunchAgents/x.plist",
                 propertyListOf(textFields({{"Label", "com.example.agent"}, {"Program", "/bin/one"}})
                                + "<key>ProgramArguments</key><array><string>two</string></array>"));
    host.addFile("/Library/LaunchAgents/com.kaspersky.kav.gui.plist", propertyListOf(""));
    const SourceReport report = readLaunchItems(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "com.kaspersky.kav.gui");
    CHECK(report.evidence[0].location.empty());
    CHECK(report.evidence[1].id == "com.example.agent");
    CHECK(report.evidence[1].location == "/bin/one");
    CHECK(report.evidence[1].scope == Scope::user);
    CHECK(report.evidence[1].account == "ana");
}

TEST_CASE("a damaged launch item is still named by its file")
{
    FakeHost host(OsFamily::macos);
    host.addFile(daemonPath, "");
    host.addFile("/Library/LaunchAgents/com.kaspersky.kav.gui.plist",
                 propertyListOf("<key>ProgramArguments</key><array/><key>Label</key><integer>3</integer>"));
    const SourceReport report = readLaunchItems(host, {});
    CHECK(report.coverage == Coverage::partial);
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "com.kaspersky.kav");
    CHECK(report.evidence[1].id == "com.kaspersky.kav.gui");
}

TEST_CASE("refused launch folders are denied, those of one person leave the machine's part whole")
{
    FakeHost host(OsFamily::macos);
    host.homes = std::vector<std::string>{"/Users/ana"};
    host.addFile(daemonPath, daemonItem);
    host.addFolder("/Users/ana/Library/LaunchAgents");
    host.deny("/Users/ana");
    const SourceReport person = readLaunchItems(host, {});
    CHECK(person.coverage == Coverage::partial);
    CHECK(person.machinePartComplete);
    host.deny("/Library");
    CHECK(readLaunchItems(host, {}).coverage == Coverage::denied);
}

TEST_CASE("a machine without launch folders has no such items")
{
    CHECK(readLaunchItems(FakeHost(OsFamily::macos), {}).coverage == Coverage::complete);
}
