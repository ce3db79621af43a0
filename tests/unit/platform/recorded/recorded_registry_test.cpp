#include "platform/platform.h"
#include "recording_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

namespace {

RegistryKey machine(std::string path, RegistryView view = RegistryView::native64)
{
    return {Hive::localMachine, view, std::move(path)};
}

std::unique_ptr<Host> open(const RecordingFolder& folder)
{
    Result<std::unique_ptr<Host>> host = openRecordedHost(folder.path());
    REQUIRE(host);
    return std::move(*host);
}

constexpr std::string_view windows = R"({"os":"windows"})";
const std::string uninstall = R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall)";

}   // namespace

TEST_CASE("a recording without a registry folder has recorded no key")
{
    const RecordingFolder folder(windows);
    const auto host = open(folder);
    CHECK(host->registry().subkeys(machine(uninstall)).error().code == ErrorCode::notRecorded);
    CHECK(host->registry().userHives().error().code == ErrorCode::notRecorded);
    CHECK(host->registry().damage().empty());
}

TEST_CASE("having one half of the uninstall list means the other half is absent, and nothing else is known")
{
    const RecordingFolder folder(windows);
    folder.writeReg("a.reg", "[HKEY_LOCAL_MACHINE\\" + uninstall + "\\X]\r\n\"DisplayName\"=\"X\"\r\n");
    const auto host = open(folder);
    const Registry& registry = host->registry();
    CHECK(registry.subkeys(machine(uninstall)).value() == std::vector<std::string>{"X"});
    CHECK(registry.subkeys(machine(uninstall, RegistryView::wow32)).error().code == ErrorCode::notFound);
    CHECK(registry.subkeys(machine(R"(SYSTEM\CurrentControlSet\Services)")).error().code == ErrorCode::notRecorded);
}

TEST_CASE("files merge, the later value stands, and neither case nor order matters")
{
    const RecordingFolder folder(windows);
    folder.writeReg("a.reg", "[HKLM\\" + uninstall + "\\X]\r\n\"DisplayName\"=\"old\"\r\n\"Version\"=\"1\"\r\n");
    folder.writeReg("b.REG", "[hkey_local_machine\\software\\MICROSOFT\\Windows\\CurrentVersion\\uninstall\\x]\r\n"
                             "\"displayname\"=\"new\"\r\n");
    const auto host = open(folder);
    const auto values = host->registry().values(machine(uninstall).child("X")).value();
    REQUIRE(values.size() == 2);
    CHECK(values[0].text == "new");
    CHECK(host->registry().subkeys(machine(uninstall)).value().size() == 1);
}

TEST_CASE("a numbered control set stands for the current one")
{
    const RecordingFolder folder(windows);
    folder.writeReg("s.reg", "[HKLM\\SYSTEM\\ControlSet001\\Services\\klif]\r\n\"Type\"=dword:00000002\r\n");
    const auto host = open(folder);
    const RegistryKey services = machine(R"(SYSTEM\CurrentControlSet\Services)");
    CHECK(host->registry().subkeys(services).value() == std::vector<std::string>{"klif"});
    CHECK(host->registry().values(services.child("nobody")).error().code == ErrorCode::notFound);
}

TEST_CASE("the current user is the only person recorded, else a stand-in")
{
    SECTION("one person")
    {
        const RecordingFolder folder(windows);
        folder.writeReg("u.reg",
                        "[HKEY_CURRENT_USER\\Software\\KasperskyLab]\r\n[HKU\\S-1-5-21-1-2-3-1004\\Software]\r\n"
                        "[HKU\\S-1-5-21-1-2-3-1004_Classes\\Local Settings]\r\n[HKU\\.DEFAULT\\Software]\r\n"
                        "[HKU\\S-1-5-18\\Software]\r\n");
        const auto host = open(folder);
        const auto hives = host->registry().userHives().value();
        REQUIRE(hives.size() == 1);
        CHECK(hives[0].loaded);
        const RegistryKey person{Hive::users, RegistryView::native64, hives[0].sid};
        CHECK(host->registry().values(person.child(R"(Software\KasperskyLab)")));
        CHECK(host->registry().values(person.child(R"(Software\Classes\Local Settings)")));
        CHECK(host->registry().values(person.child(R"(Software\Other)")).error().code == ErrorCode::notFound);
    }
    SECTION("nobody")
    {
        const RecordingFolder folder(windows);
        folder.writeReg("u.reg", "[HKEY_CURRENT_USER\\Software\\KasperskyLab]\r\n");
        CHECK(open(folder)->registry().userHives().value().at(0).sid == "S-1-5-21-0-0-0-1001");
    }
}

TEST_CASE("people of the profile list whose tree is not recorded are signed out")
{
    const RecordingFolder folder(windows);
    folder.writeReg("p.reg",
                    "[HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1-5-18]\r\n"
                    "[HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1-5-21-1-2-3-1001]\r\n"
                    "\"ProfileImagePath\"=\"C:\\\\Users\\\\ana\"\r\n"
                    "[HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1-5-21-1-2-3-1002]\r\n"
                    "[HKU\\S-1-5-21-1-2-3-1002\\Software]\r\n");
    const auto hives = open(folder)->registry().userHives().value();
    REQUIRE(hives.size() == 2);
    const auto ana = std::find_if(hives.begin(), hives.end(), [](const UserHive& hive) { return !hive.loaded; });
    REQUIRE(ana != hives.end());
    CHECK(ana->userName == "ana");
}

TEST_CASE("a damaged export keeps what was read and tells its damage")
{
    const RecordingFolder folder(windows);
    folder.writeReg("a.reg", "[HKLM\\" + uninstall + "\\X]\r\n\"DisplayName\"=\"X\"\r\n[HKLM\\" + uninstall + "\\Y");
    const auto host = open(folder);
    CHECK(host->registry().subkeys(machine(uninstall)).value().size() == 1);
    REQUIRE(host->registry().damage().size() == 1);
    CHECK(host->registry().damage()[0].code == ErrorCode::malformed);
    CHECK(host->registry().damage()[0].context.find("a.reg, line 5") != std::string::npos);
}

TEST_CASE("places named as denied or as complete answer so")
{
    const RecordingFolder folder(R"({"os":"Windows 11","denied":["HKLM\\SYSTEM\\CurrentControlSet\\Services"],
        "complete":["HKEY_LOCAL_MACHINE\\SOFTWARE"]})");
    folder.writeReg("s.reg", "[HKLM\\SYSTEM\\CurrentControlSet\\Services\\klif]\r\n");
    const auto host = open(folder);
    const Registry& registry = host->registry();
    CHECK(registry.values(machine(R"(SYSTEM\CurrentControlSet\Services\klif)")).error().code
          == ErrorCode::accessDenied);
    CHECK(registry.values(machine(R"(SOFTWARE\UltraAV)")).error().code == ErrorCode::notFound);
}

TEST_CASE("an exported parent makes its missing children absent only when it lies deep enough")
{
    const RecordingFolder folder(windows);
    folder.writeReg("s.reg", "[HKLM\\SOFTWARE]\r\n[HKLM\\SOFTWARE\\Google]\r\n[HKLM\\SOFTWARE\\Google\\Chrome]\r\n");
    const auto host = open(folder);
    CHECK(host->registry().values(machine(R"(SOFTWARE\Google\Chrome\Extensions)")).error().code == ErrorCode::notFound);
    CHECK(host->registry().values(machine(R"(SOFTWARE\Google\Other)")).error().code == ErrorCode::notRecorded);
    CHECK(host->registry().values(machine("SOFTWARE\\UltraAV")).error().code == ErrorCode::notRecorded);
}
