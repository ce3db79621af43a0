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

namespace {

const std::string taskFiles = R"(C:\Windows\System32\Tasks)";

TaskDefinition told(std::string path, const std::string& program)
{
    // The scheduler says UTF-16 in the first line and answers in UTF-8 all the same.
    return {std::move(path), R"(<?xml version="1.0" encoding="UTF-16"?><Task><Actions><Exec><Command>)" + program
                                 + "</Command></Exec></Actions></Task>"};
}

}   // namespace

TEST_CASE("the scheduler is not asked while its files and its index can be read")
{
    FakeHost host(OsFamily::windows);
    host.addText(tree + R"(\A)", "Id", "{1}");
    host.addFile(taskFiles + R"(\A)", "<Command>C:\\a.exe</Command>");
    host.fakeManagers().taskAnswer = std::vector<TaskDefinition>{told(R"(\B)", R"(C:\b.exe)")};
    const SourceReport report = sources::readScheduledTasks(host, {});
    CHECK(report.evidence.size() == 1);
    CHECK(host.fakeManagers().tasksAskedFor == 0);
}

TEST_CASE("the scheduler is not asked on a machine without an index of tasks")
{
    FakeHost host(OsFamily::windows);
    host.addFile(taskFiles + R"(\A)", "<Command>C:\\a.exe</Command>");
    CHECK(sources::readScheduledTasks(host, {}).evidence.size() == 1);
    CHECK(host.fakeManagers().tasksAskedFor == 0);
}

TEST_CASE("what a task starts is asked of the scheduler when the files may not be read")
{
    FakeHost host(OsFamily::windows);
    host.addText(tree + R"(\Folder\UltraAV)", "Id", "{1}");
    host.addText(tree + R"(\Other)", "Id", "{2}");
    host.addFile(R"(C:\Program Files\UltraAV\AuTray.exe)");
    host.fakeManagers().taskAnswer =
        std::vector<TaskDefinition>{told(R"(\folder\ultraav)", R"("C:\Program Files\UltraAV\AuTray.exe")")};
    SECTION("the whole folder")
    {
        host.deny(taskFiles);
    }
    SECTION("one file")
    {
        host.addFile(taskFiles + R"(\Folder\UltraAV)", "<Command>C:\\not this.exe</Command>");
        host.deny(taskFiles + R"(\Folder\UltraAV)");
    }
    const SourceReport report = sources::readScheduledTasks(host, {});
    REQUIRE(report.evidence.size() == 2);
    const Evidence& task = report.evidence[0].name == "UltraAV" ? report.evidence[0] : report.evidence[1];
    CHECK(task.id == R"(\Folder\UltraAV)");
    CHECK(task.location == R"("C:\Program Files\UltraAV\AuTray.exe")");
    CHECK(task.presence == Presence::present);
    CHECK(task.readFrom == tree + R"(\Folder\UltraAV)");
    CHECK(report.coverage == Coverage::complete);
    CHECK(host.fakeManagers().tasksAskedFor == 1);
}

TEST_CASE("the scheduler makes up for an index that may not be read, but never for all of it")
{
    FakeHost host(OsFamily::windows);
    host.addText(tree + R"(\A)", "Id", "{1}");
    host.addFile(taskFiles + R"(\A)", "<Command>C:\\a.exe</Command>");
    host.denyKey("HKLM");
    host.fakeManagers().taskAnswer =
        std::vector<TaskDefinition>{told(R"(\A)", R"(C:\other.exe)"), told(R"(\B)", R"(C:\b.exe)"),
                                    told(R"(\b)", R"(C:\twice.exe)"), told("", R"(C:\nameless.exe)")};
    const SourceReport report = sources::readScheduledTasks(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == R"(\A)");
    CHECK(report.evidence[0].location == R"(C:\a.exe)");
    CHECK(report.evidence[1].id == R"(\B)");
    CHECK(report.evidence[1].location == R"(C:\b.exe)");
    CHECK(report.evidence[1].readFrom == "Task Scheduler");
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
}

TEST_CASE("a scheduler that may not be asked either is told when it matters")
{
    FakeHost host(OsFamily::windows);
    host.addText(tree + R"(\A)", "Id", "{1}");
    host.deny(taskFiles);
    host.fakeManagers().taskAnswer = fail(ErrorCode::accessDenied, "Task Scheduler", 5);
    const SourceReport whole = sources::readScheduledTasks(host, {});
    CHECK(whole.coverage == Coverage::complete);
    CHECK(whole.issues.empty());
    host.denyKey("HKLM");
    const SourceReport refused = sources::readScheduledTasks(host, {});
    CHECK(refused.coverage == Coverage::denied);
    CHECK(refused.issues.back().context == "Task Scheduler");
}

TEST_CASE("hostile paths and huge lists of the scheduler are taken as they are")
{
    FakeHost host(OsFamily::windows);
    host.deny(taskFiles);
    host.addKey(tree);
    std::vector<TaskDefinition> tasks{
        told("no root", R"(\\server\share\x.exe)"), told("\\", "x"), {"\\\xFF\x1B[2J", std::string(100000, '<')}};
    for (int number = 0; number < 20000; ++number) {
        tasks.push_back(told("\\Task " + std::to_string(number), "x.exe"));
    }
    host.fakeManagers().taskAnswer = std::move(tasks);
    const SourceReport report = sources::readScheduledTasks(host, {});
    CHECK(report.evidence.size() == 20003);
    CHECK(report.coverage == Coverage::complete);
}
