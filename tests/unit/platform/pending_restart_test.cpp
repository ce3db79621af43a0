#include "platform/pending_restart.h"

#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string session = R"(HKLM\SYSTEM\CurrentControlSet\Control\Session Manager)";
const std::string names = R"(HKLM\SYSTEM\CurrentControlSet\Control\ComputerName)";

}   // namespace

TEST_CASE("a computer that nobody asked to restart has no pending restart")
{
    FakeHost host(OsFamily::windows);
    host.addTexts(session, "PendingFileRenameOperations", {"", ""});
    host.addText(names + R"(\ActiveComputerName)", "ComputerName", "PC");
    host.addText(names + R"(\ComputerName)", "ComputerName", "pc");
    const auto restart = pendingRestartFrom(host.registry());
    REQUIRE(restart);
    CHECK_FALSE(restart->pending);
    CHECK(restart->reasons.empty());
}

TEST_CASE("everybody who waits for a restart is named once")
{
    FakeHost host(OsFamily::windows);
    const std::string current = R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion)";
    host.addKey(current + R"(\Component Based Servicing\RebootPending)");
    host.addKey(current + R"(\Component Based Servicing\RebootInProgress)");
    host.addKey(current + R"(\WindowsUpdate\Auto Update\RebootRequired)");
    host.addTexts(session, "PendingFileRenameOperations", {R"(\??\C:\old.sys)", ""});
    host.addText(names + R"(\ActiveComputerName)", "ComputerName", "PC");
    host.addText(names + R"(\ComputerName)", "ComputerName", "NEW");
    const auto restart = pendingRestartFrom(host.registry());
    REQUIRE(restart);
    CHECK(restart->pending);
    CHECK(restart->reasons
          == std::vector<std::string>{"Windows servicing", "Windows Update", "files to be replaced or deleted",
                                      "new computer name"});
}

TEST_CASE("a place that may not be read never yields 'no restart pending'")
{
    FakeHost host(OsFamily::windows);
    host.denyKey(session);
    const auto unknown = pendingRestartFrom(host.registry());
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::accessDenied);
    host.addKey(R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress)");
    const auto restart = pendingRestartFrom(host.registry());
    REQUIRE(restart);
    CHECK(restart->reasons == std::vector<std::string>{"Windows Installer"});
}
