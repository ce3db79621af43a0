#include "inventory/sources/task_xml.h"

#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string tree = R"(HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tree)";

std::string wide(std::string_view ascii)
{
    std::string bytes = "\xFF\xFE";
    for (const char letter : ascii) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

}   // namespace

TEST_CASE("the program of a task is read from either encoding")
{
    const std::string xml = "<Task><Actions><Exec><Command> \"C:\\A &amp; B\\x.exe\"</Command></Exec></Actions></Task>";
    CHECK(sources::commandOfTask(xml) == "\"C:\\A & B\\x.exe\"");
    CHECK(sources::commandOfTask(wide(xml)) == "\"C:\\A & B\\x.exe\"");
    CHECK(sources::commandOfTask("").empty());
    CHECK(sources::commandOfTask("<Command>never closed").empty());
    CHECK(sources::commandOfTask("<Task/>").empty());
}

TEST_CASE("tasks are listed with their whole path and joined with their files")
{
    FakeHost host(OsFamily::windows);
    host.addText(tree + R"(\Microsoft\Windows\PLA\UltraAV)", "Id", "{1}");
    host.addFile(R"(C:\Windows\System32\Tasks\Microsoft\Windows\PLA\UltraAV)",
                 wide("<Command>C:\\Program Files\\UltraAV\\AuTray.exe</Command>"));
    host.addFile(R"(C:\Windows\System32\Tasks\Orphan)", "<Command>x.exe</Command>");
    const SourceReport report = sources::readScheduledTasks(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == R"(\Microsoft\Windows\PLA\UltraAV)");
    CHECK(report.evidence[0].name == "UltraAV");
    CHECK(report.evidence[0].presence == Presence::absent);
    CHECK(report.evidence[1].id == R"(\Orphan)");
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("files that may not be read only count when the index could not be read either")
{
    FakeHost host(OsFamily::windows);
    host.addText(tree + R"(\A)", "Id", "{1}");
    host.deny(R"(C:\Windows\System32\Tasks)");
    CHECK(sources::readScheduledTasks(host, {}).coverage == Coverage::complete);
    host.addKey(tree + R"(\B)");
    host.denyKey(tree + R"(\B)");
    CHECK(sources::readScheduledTasks(host, {}).coverage == Coverage::partial);
    host.denyKey("HKLM");
    CHECK(sources::readScheduledTasks(host, {}).coverage == Coverage::denied);
}
