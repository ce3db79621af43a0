#include "inventory/sources/windows_programs.h"

#include "inventory/sources/sources.h"
#include "tests/support/effort.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

namespace {

const std::string list = R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall)";
const std::string list32 = R"(HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall)";

SourceReport read(const FakeHost& host)
{
    return sources::readWindowsPrograms(host, {});
}

}   // namespace

TEST_CASE("an empty uninstall list is a complete answer")
{
    FakeHost host(OsFamily::windows);
    host.addKey(list);
    const SourceReport report = read(host);
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.machinePartComplete);
    CHECK(report.evidence.empty());
}

TEST_CASE("a program is read with everything its entry tells")
{
    FakeHost host(OsFamily::windows);
    const std::string key = list32 + R"(\InstallWIX_{3de3615c-3799-3403-92e4-e0be00000001})";
    host.addText(key, "DisplayName", " Kaspersky ");
    host.addText(key, "DisplayVersion", "21.16.6.467");
    host.addText(key, "Publisher", "Kaspersky");
    host.addText(key, "InstallDate", "20240229");
    host.addText(key, "InstallLocation", R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.16\)");
    host.addText(key, "UninstallString", "MsiExec.exe /I{3DE3615C-3799-3403-92E4-E0BE00000001} REMOVE=ALL");
    host.addFolder(R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.16)");
    const SourceReport report = read(host);
    REQUIRE(report.evidence.size() == 1);
    const Evidence& entry = report.evidence[0];
    CHECK(entry.name == "Kaspersky");
    CHECK(entry.version == "21.16.6.467");
    CHECK(entry.wraps == "{3DE3615C-3799-3403-92E4-E0BE00000001}");
    CHECK(entry.presence == Presence::present);
    CHECK(entry.readFrom == key);
    CHECK(toString(entry.installedOn.value()) == "2024-02-29");
    CHECK(entry.uninstall
          == UninstallReference{UninstallReference::Kind::msiProduct, "{3DE3615C-3799-3403-92E4-E0BE00000001}", false});
    CHECK_FALSE(entry.hidden);
}

TEST_CASE("entries that Windows does not show are marked hidden and still reported")
{
    FakeHost host(OsFamily::windows);
    host.addText(list + "\\{7911E943-32CC-45D0-A29C-56E6EF762275}", "DisplayName", "Part");
    host.addNumber(list + "\\{7911E943-32CC-45D0-A29C-56E6EF762275}", "SystemComponent", 1);
    host.addNumber(list + "\\{7911E943-32CC-45D0-A29C-56E6EF762275}", "WindowsInstaller", 1);
    host.addText(list + "\\Update", "DisplayName", "Update");
    host.addText(list + "\\Update", "ParentKeyName", "Other");
    host.addKey(list + "\\Nameless");
    const SourceReport report = read(host);
    REQUIRE(report.evidence.size() == 3);
    for (const Evidence& entry : report.evidence) {
        CHECK(entry.hidden);
    }
    CHECK(report.evidence[0].uninstall->value == "{7911E943-32CC-45D0-A29C-56E6EF762275}");
    CHECK(report.evidence[2].name == "Nameless");
}

TEST_CASE("values of the wrong type or with hidden tails do no harm")
{
    FakeHost host(OsFamily::windows);
    host.addNumber(list + "\\A", "DisplayVersion", 12);
    host.addText(list + "\\A", "DisplayName", std::string_view("Visible\0Kaspersky", 17));
    host.addBytes(list + "\\A", "Publisher", "\x01\x02");
    host.addText(list + "\\A", "InstallDate", "20240231");
    host.addText(list + "\\A", "InstallLocation", R"(\\server\share\x)");
    host.addTexts(list + "\\A", "UninstallString", {"un.exe /S", "x"});
    const Evidence entry = read(host).evidence.at(0);
    CHECK(entry.version == "12");
    CHECK(entry.name == "Visible");
    CHECK(entry.publisher.empty());
    CHECK_FALSE(entry.installedOn);
    CHECK(entry.presence == Presence::unknown);
    CHECK(entry.uninstall->value == "un.exe /S");
}

TEST_CASE("a missing folder is told, a folder that may not be looked at is not called missing")
{
    FakeHost host(OsFamily::windows);
    host.addText(list + "\\A", "InstallLocation", R"(%ProgramFiles%\Gone)");
    host.addText(list + "\\B", "InstallLocation", R"("C:\Closed\X")");
    host.deny(R"(C:\Closed)");
    const SourceReport report = read(host);
    CHECK(report.evidence.at(0).presence == Presence::absent);
    CHECK(report.evidence.at(1).presence == Presence::unknown);
}

TEST_CASE("what a person's own list says is marked as writable by that person")
{
    FakeHost host(OsFamily::windows);
    host.addKey(list);
    host.addUser("S-1-5-21-1", "ana");
    host.addText(R"(HKU\S-1-5-21-1\Software\Microsoft\Windows\CurrentVersion\Uninstall\X)", "UninstallString", "x.exe");
    host.addText(R"(HKU\S-1-5-21-1\Software\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall\Y)", "DisplayName",
                 "Y");
    const SourceReport report = read(host);
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].scope == Scope::user);
    CHECK(report.evidence[0].account == "S-1-5-21-1");
    CHECK(report.evidence[0].uninstall->userWritable);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a signed-out person makes the report partial but not the machine's part")
{
    FakeHost host(OsFamily::windows);
    host.addKey(list);
    host.addUser("S-1-5-21-2", "ben", false);
    const SourceReport report = read(host);
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.machinePartComplete);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0] == Error{ErrorCode::accessDenied, "user ben is signed out", 0});
}

TEST_CASE("a denied registry never yields a complete list")
{
    FakeHost host(OsFamily::windows);
    host.denyKey("HKLM");
    const SourceReport report = read(host);
    CHECK(report.coverage == Coverage::denied);
    CHECK_FALSE(report.machinePartComplete);
}

TEST_CASE("one denied entry makes the machine's part incomplete, a vanished one does not")
{
    FakeHost denied(OsFamily::windows);
    denied.addText(list + "\\A", "DisplayName", "A");
    denied.addKey(list + "\\B");
    denied.denyKey(list + "\\B");
    CHECK(read(denied).coverage == Coverage::partial);
    CHECK(read(denied).evidence.size() == 1);
    CHECK_FALSE(read(denied).machinePartComplete);

    FakeHost vanished(OsFamily::windows);
    vanished.addText(list + "\\A", "DisplayName", "A");
    vanished.fakeRegistry().vanish(list + "\\B");
    CHECK(read(vanished).coverage == Coverage::complete);
    CHECK(read(vanished).machinePartComplete);
}

TEST_CASE("a damaged registry makes the list incomplete although everything answered")
{
    FakeHost host(OsFamily::windows);
    host.addText(list + "\\A", "DisplayName", "A");
    host.fakeRegistry().addDamage({ErrorCode::malformed, "a.reg, line 7", 0});
    const SourceReport report = read(host);
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
    CHECK(report.evidence.size() == 1);
}

TEST_CASE("a request to stop is honoured and told")
{
    FakeHost host(OsFamily::windows);
    host.addKey(list + "\\A");
    std::stop_source stop;
    stop.request_stop();
    const SourceReport report = sources::readWindowsPrograms(host, stop.get_token());
    CHECK(report.evidence.empty());
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
}

TEST_CASE("tens of thousands of entries are read without quadratic effort")
{
    const auto machine = [](int entries) {
        FakeHost host(OsFamily::windows);
        for (int at = 0; at < entries; ++at) {
            host.addText(list + "\\Key" + std::to_string(at), "DisplayName", "Name");
        }
        return host;
    };
    const FakeHost small = machine(4000);
    const FakeHost large = machine(32000);
    const SourceReport report = read(large);
    CHECK(report.examined >= 32000);
    CHECK(report.evidence.size() == 32000);
    // Eight times as many; with quadratic effort it would be 64.
    CHECK(effortRatio(4000, 32000, [&](int entries) { (void)read(entries == 4000 ? small : large); }) < 32);
}
