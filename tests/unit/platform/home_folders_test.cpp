#include "platform/home_folders.h"

#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string profiles = R"(HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList)";
const std::string ana = R"(\S-1-5-21-1-2-3-1001)";

std::vector<std::string> homesOf(const FakeHost& host, std::string own = {})
{
    return windowsHomes(host.registry(), host.files(), std::move(own)).value();
}

}   // namespace

TEST_CASE("homes are those of the list of profiles, the own one and what lies beside them, each once")
{
    FakeHost host(OsFamily::windows);
    host.addText(profiles + ana, "ProfileImagePath", R"(C:\Users\ana\)");
    host.addText(profiles + R"(\S-1-5-21-1-2-3-1002)", "ProfileImagePath", R"(D:\Homes\ben)");
    host.addText(profiles + R"(\S-1-12-1-4-5-6-7)", "ProfileImagePath", R"(%SystemDrive%\Users\cleo)");
    host.addText(profiles + R"(\S-1-5-21-1-2-3-1003)", "ProfileImagePath", R"(C:\Users\never signed in)");
    host.addText(profiles + R"(\S-1-5-80-1)", "ProfileImagePath", R"(C:\Users\MSSQL$X)");
    host.addText(profiles + R"(\S-1-5-18)", "ProfileImagePath", R"(%systemroot%\system32\config\systemprofile)");
    for (const std::string name : {"ANA", "cleo", "left behind", "MSSQL$X", "Public", "Default", ".NET v4.5"}) {
        host.addFolder(R"(C:\Users\)" + name);
    }
    host.addFile(R"(C:\Users\desktop.ini)");
    host.addFolder(R"(D:\Homes\ben)");
    host.addFolder(R"(E:\guest)");
    CHECK(homesOf(host, R"(E:\guest)")
          == std::vector<std::string>{R"(C:\Users\ana)", R"(C:\Users\cleo)", R"(C:\Users\left behind)",
                                      R"(D:\Homes\ben)", R"(E:\guest)"});
}

TEST_CASE("homes are looked for where Windows keeps them")
{
    FakeHost host(OsFamily::windows);
    host.addText(profiles, "ProfilesDirectory", R"(%SystemDrive%\People)");
    host.addText(R"(HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion)", "SystemRoot", R"(D:\Windows)");
    host.addFolder(R"(D:\People\ana)");
    host.addFolder(R"(C:\Users\not here)");
    CHECK(homesOf(host) == std::vector<std::string>{R"(D:\People\ana)"});
}

TEST_CASE("the usual folder is spelled as everybody spells it, however the registry does")
{
    FakeHost host(OsFamily::windows);
    host.addText(profiles, "ProfilesDirectory", R"(c:\users)");
    host.addFolder(R"(C:\Users\ana)");
    CHECK(homesOf(host) == std::vector<std::string>{R"(C:\Users\ana)"});
}

TEST_CASE("a home that may not be opened is one all the same")
{
    FakeHost host(OsFamily::windows);
    host.addText(profiles + ana, "ProfileImagePath", R"(D:\ana)");
    host.deny(R"(D:\ana)");
    CHECK(homesOf(host) == std::vector<std::string>{R"(D:\ana)"});
}

TEST_CASE("homes are found with either the list of profiles or the folder alone, and are unknown without both")
{
    FakeHost host(OsFamily::windows);
    host.addText(profiles + ana, "ProfileImagePath", R"(D:\ana)");
    host.addFolder(R"(D:\ana)");
    host.addFolder(R"(C:\Users\ben)");
    SECTION("no folder")
    {
        host.deny(R"(C:\Users)");
        CHECK(homesOf(host) == std::vector<std::string>{R"(D:\ana)"});
    }
    SECTION("no list")
    {
        host.denyKey("HKLM");
        CHECK(homesOf(host) == std::vector<std::string>{R"(C:\Users\ben)"});
    }
    SECTION("neither")
    {
        host.deny(R"(C:\Users)");
        host.denyKey("HKLM");
        CHECK(windowsHomes(host.registry(), host.files(), {}).error().code == ErrorCode::accessDenied);
    }
}

TEST_CASE("hostile entries of the list of profiles are no homes")
{
    FakeHost host(OsFamily::windows);
    const std::vector<std::string> folders{"", R"(%USERPROFILE%)", R"(..\..)", "\xFF\x1B[2J", std::string(40000, 'x')};
    for (std::size_t at = 0; at < folders.size(); ++at) {
        host.addText(profiles + R"(\S-1-5-21-1-2-3-)" + std::to_string(1001 + at), "ProfileImagePath", folders[at]);
    }
    host.addText(R"(HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion)", "SystemRoot", "x");
    host.addFolder(R"(C:\Users)");
    CHECK(homesOf(host).empty());
}
