#include "platform/platform.h"
#include "platform/recorded/recorded_security.h"
#include "recording_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

namespace {

std::string problemOf(const RecordingFolder& folder)
{
    const Result<std::unique_ptr<Host>> host = openRecordedHost(folder.path());
    REQUIRE_FALSE(host);
    CHECK(host.error().code == ErrorCode::malformed);
    return host.error().context;
}

std::unique_ptr<Host> open(const RecordingFolder& folder)
{
    Result<std::unique_ptr<Host>> host = openRecordedHost(folder.path());
    REQUIRE(host);
    return std::move(*host);
}

bool mentions(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

}   // namespace

TEST_CASE("a folder that is no recording is refused with the reason")
{
    CHECK(openRecordedHost("/nonexistent/recording").error().code == ErrorCode::notFound);
    const RecordingFolder folder("{}");
    std::filesystem::remove(folder.path() / "machine.json");
    const auto missing = openRecordedHost(folder.path());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::notFound);
    CHECK(mentions(missing.error().context, "machine.json"));
}

TEST_CASE("a damaged or unusable description names the file and what is wrong")
{
    CHECK(mentions(problemOf(RecordingFolder("{\"os\":")), "machine.json"));
    CHECK(mentions(problemOf(RecordingFolder("[]")), "not a JSON object"));
    CHECK(mentions(problemOf(RecordingFolder("{}")), "\"os\" is missing"));
    CHECK(mentions(problemOf(RecordingFolder(R"({"os":"BeOS"})")), "BeOS"));
    CHECK(mentions(problemOf(RecordingFolder(R"({"os":"linux","recordedAt":"yesterday"})")), "recordedAt"));
    CHECK(mentions(problemOf(RecordingFolder(R"({"os":"linux","denied":"all"})")), "denied"));
    const RecordingFolder commands(R"({"os":"linux"})");
    commands.write("commands.json", "{");
    CHECK(mentions(problemOf(commands), "commands.json"));
}

TEST_CASE("the system is known by the names people give it")
{
    const auto osOf = [](const std::string& word) {
        return open(RecordingFolder("{\"os\":\"" + word + "\"}"))->machine().os;
    };
    CHECK(osOf("Windows 11 Home") == OsFamily::windows);
    CHECK(osOf("Darwin") == OsFamily::macos);
    CHECK(osOf("macOS 15") == OsFamily::macos);
    CHECK(osOf("Debian") == OsFamily::linux);
    CHECK(osOf("Ubuntu Linux 24.04") == OsFamily::linux);
}

TEST_CASE("the clock of a recording stands at its time")
{
    const auto host = open(RecordingFolder(R"({"os":"linux","recordedAt":"2026-11-20T10:00:00Z","managed":true})"));
    CHECK(toString(host->clock().now()) == "2026-11-20T10:00:00Z");
    const auto byHand = open(RecordingFolder(R"({"os":"linux","recordedAt":"2026-11-20"})"));
    CHECK(toString(byHand->clock().now()) == "2026-11-20T12:00:00Z");
    CHECK(host->machine().recorded);
    CHECK(host->machine().managedByOrganisation == true);
}

TEST_CASE("Windows paths are found in any case and in each spelling of the drive")
{
    for (const std::string drive : {"files/C/", "files/C:/", "files/"}) {
        if (drive.find(':') != std::string::npos && std::filesystem::path::preferred_separator != '/') {
            continue;   // such a folder cannot be made on Windows
        }
        const RecordingFolder folder(R"({"os":"windows"})");
        folder.write(drive + "Program Files/Kaspersky Lab/avp.exe", "MZ");
        const auto host = open(folder);
        CHECK(host->files().read(R"(c:\PROGRAM FILES\kaspersky lab\AVP.EXE)", 10).value() == "MZ");
        CHECK(host->files().list(R"(C:\Program Files)").value().size() == 1);
        CHECK(host->files().status(R"(C:\Program Files\Other)").error().code == ErrorCode::notFound);
        CHECK(host->files().status(R"(C:\ProgramData\Other)").error().code == ErrorCode::notRecorded);
        CHECK(host->files().read(R"(C:\Program Files\Kaspersky Lab\avp.exe)", 1).error().code == ErrorCode::tooLarge);
    }
}

TEST_CASE("Unix paths keep their case, and a place is held when its own folder is recorded")
{
    const RecordingFolder folder(R"({"os":"linux","denied":["/var/lib/secret"],"complete":["/srv"]})");
    folder.write("files/var/lib/dpkg/status", "Package: x\n");
    folder.write("files/opt/x", "");
    const auto host = open(folder);
    CHECK(host->files().read("/var/lib/dpkg/status", 100));
    CHECK(host->files().read("/var/lib/dpkg/Status", 100).error().code == ErrorCode::notFound);
    CHECK(host->files().list("/var/lib/rpm").error().code == ErrorCode::notFound);
    CHECK(host->files().list("/var/opt").error().code == ErrorCode::notRecorded);
    CHECK(host->files().list("/opt/kaspersky").error().code == ErrorCode::notFound);
    CHECK(host->files().list("/etc/opt").error().code == ErrorCode::notRecorded);
    CHECK(host->files().list("/srv/x").error().code == ErrorCode::notFound);
    CHECK(host->files().list("/var/lib/secret/x").error().code == ErrorCode::accessDenied);
    CHECK(open(RecordingFolder(R"({"os":"linux"})"))->files().list("/").error().code == ErrorCode::notRecorded);
}

TEST_CASE("no path and no link leads out of a recording")
{
    const RecordingFolder folder(R"({"os":"linux"})");
    folder.write("secret", "outside");
    folder.write("files/opt/inside", "inside");
    std::error_code fault;
    std::filesystem::create_symlink("../../secret", folder.path() / "files/opt/climbing", fault);
    if (fault) {
        WARN("this system makes no links for this account; not proven here");
        return;
    }
    std::filesystem::create_symlink(folder.path() / "secret", folder.path() / "files/opt/absolute");
    std::filesystem::create_symlink("/opt/inside", folder.path() / "files/opt/honest");
    std::filesystem::create_symlink("loop", folder.path() / "files/opt/loop");
    const auto host = open(folder);
    CHECK(host->files().read("/opt/../../secret", 100).error().code == ErrorCode::accessDenied);
    CHECK_FALSE(host->files().read("/opt/climbing", 100));
    CHECK_FALSE(host->files().read("/opt/absolute", 100));
    CHECK(host->files().read("/opt/honest", 100).value() == "inside");
    CHECK(host->files().read("/opt/loop", 100).error().code == ErrorCode::io);
}

TEST_CASE("no name of another system leads out of a recording")
{
    const RecordingFolder folder(R"({"os":"linux"})");
    folder.write("secret", "outside");
    folder.write("files/opt/inside", "inside");
    const auto host = open(folder);
    for (const char* const path : {R"(/opt/..\..\secret)", R"(/opt/..\..\secret)", "/C:/opt", "/opt/inside:stream"}) {
        INFO(path);
        CHECK_FALSE(host->files().read(path, 100));
    }
    CHECK(host->files().read("/opt/inside", 100).value() == "inside");
}

TEST_CASE("commands answer to their arguments, by list or by line")
{
    const RecordingFolder folder(R"({"os":"linux"})");
    folder.write("commands.json", R"({"commands":[{"argv":["/usr/bin/rpm","-qa"],"stdout":"a\n","exitCode":3}],
        "pacman -Q":"b\n","dpkg -l":{"stdout":"c","exitCode":1}})");
    const auto host = open(folder);
    const auto run = [&](const std::string& program, const std::string& argument) {
        return host->processes().run(Command{program, {argument}, std::chrono::milliseconds{1}, 100});
    };
    CHECK(run("rpm", "-qa").value().exitCode == 3);
    CHECK(run("pacman", "-Q").value().standardOutput == "b\n");
    CHECK(run("/usr/bin/dpkg", "-l").value().exitCode == 1);
    CHECK(run("rpm", "-qi").error().code == ErrorCode::notRecorded);
    CHECK(host->processes().list().error().code == ErrorCode::notRecorded);
}

TEST_CASE("a question recorded with another output format answers, an exact one first")
{
    const RecordingFolder folder(R"({"os":"linux"})");
    folder.write("commands.json", R"([{"argv":["rpm","-qa","--qf","%{NAME}\\t%{VERSION}\\n"],"stdout":"kesl\t11.3.0\n"},
        {"argv":["rpm","-qa"],"stdout":"kesl-11.3.0-7441.x86_64\n"}])");
    const auto host = open(folder);
    const auto run = [&](std::vector<std::string> arguments) {
        return host->processes().run(Command{"rpm", std::move(arguments), std::chrono::milliseconds{1}, 100});
    };
    CHECK(run({"-qa"}).value().standardOutput == "kesl-11.3.0-7441.x86_64\n");
    CHECK(run({"-qa", "--queryformat", "%{NAME}"}).value().standardOutput == "kesl\t11.3.0\n");
    CHECK(run({"-q"}).error().code == ErrorCode::notRecorded);
}

TEST_CASE("processes and Security Center are read in both spellings")
{
    const RecordingFolder folder(R"({"os":"windows"})");
    folder.write("processes.json", R"([{"path":"C:\\x\\avp.exe"},{"name":"explorer.exe"}])");
    folder.write("security_center.json", R"([{"displayName":"Kaspersky","instanceGuid":"{1}","productState":397312,
        "pathToSignedProductExe":"C:\\x\\wmiav.exe"},{"kind":"firewall","name":"Y","state":"snoozed",
        "signatures":"outOfDate"}])");
    const auto host = open(folder);
    CHECK(host->processes().list().value().at(0).name == "avp.exe");
    const auto products = host->securityStatus().products().value();
    REQUIRE(products.size() == 2);
    CHECK(products[0].name == "Kaspersky");
    CHECK(products[0].state == SecurityState{SecurityState::Role::antivirus, true, true});
    CHECK(products[1].state == SecurityState{SecurityState::Role::firewall, false, false});
}

TEST_CASE("servers and other systems have no Security Center, clients without a file have not recorded it")
{
    const auto codeOf = [](const std::string& machine) {
        return open(RecordingFolder(machine))->securityStatus().products().error().code;
    };
    CHECK(codeOf(R"({"os":"linux"})") == ErrorCode::unsupported);
    CHECK(codeOf(R"({"os":"windows","server":true})") == ErrorCode::unsupported);
    CHECK(codeOf(R"({"os":"windows"})") == ErrorCode::notRecorded);
    CHECK(codeOf(R"({"os":"windows","denied":["security_center"]})") == ErrorCode::accessDenied);
}

TEST_CASE("the state number of a product is taken apart as Windows composes it")
{
    CHECK(decodeProductState(0x61000) == SecurityState{SecurityState::Role::antivirus, true, true});
    CHECK(decodeProductState(0x41110) == SecurityState{SecurityState::Role::antivirus, true, false});
    CHECK(decodeProductState(0x40100).active == false);
    CHECK(decodeProductState(0x12000) == SecurityState{SecurityState::Role::firewall, false, true});
    CHECK_FALSE(decodeProductState(0x0455FF).active.has_value());
}

TEST_CASE("homes leave out the folders that are no person's")
{
    const RecordingFolder folder(R"({"os":"windows"})");
    for (const std::string name : {"ana", "Public", "Default", "defaultuser0"}) {
        folder.write("files/C/Users/" + name + "/x", "");
    }
    CHECK(open(folder)->homeFolders().value() == std::vector<std::string>{R"(C:\Users\ana)"});
    CHECK(open(RecordingFolder(R"({"os":"macos"})"))->homeFolders().error().code == ErrorCode::notRecorded);
}

TEST_CASE("a recording of Windows knows whether a restart is pending, as far as its registry goes")
{
    const RecordingFolder waiting(R"({"os":"windows"})");
    waiting.writeReg("update.reg", "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate"
                                   "\\Auto Update\\RebootRequired]\r\n");
    const auto restart = open(waiting)->conditions().pendingRestart();
    REQUIRE(restart);
    CHECK(restart->pending);
    CHECK(restart->reasons == std::vector<std::string>{"Windows Update"});

    const auto unknown = open(RecordingFolder(R"({"os":"windows"})"))->conditions().pendingRestart();
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::notRecorded);

    const auto none = open(RecordingFolder(R"({"os":"windows","complete":["HKLM"]})"))->conditions().pendingRestart();
    REQUIRE(none);
    CHECK_FALSE(none->pending);
}

TEST_CASE("no other condition of a moment is ever recorded")
{
    for (const std::string_view system : {R"({"os":"windows","complete":["HKLM"]})", R"({"os":"linux"})"}) {
        const RecordingFolder folder(system);
        const auto host = open(folder);
        CHECK(host->conditions().bootId().error().code == ErrorCode::notRecorded);
        CHECK(host->conditions().power().error().code == ErrorCode::notRecorded);
        CHECK(host->conditions().notifications().error().code == ErrorCode::notRecorded);
        CHECK(host->conditions().freeSystemSpace().error().code == ErrorCode::notRecorded);
    }
    const RecordingFolder linux(R"({"os":"linux"})");
    CHECK(open(linux)->conditions().pendingRestart().error().code == ErrorCode::notRecorded);
}
