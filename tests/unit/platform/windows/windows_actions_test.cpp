#include "platform/windows/windows_actions.h"

#include "base/text.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

TEST_CASE("a program that is held can be read and run, not changed, exchanged or moved", "[windows]")
{
    const test::OwnFolder folder;
    folder.write(L"un.exe", "program");
    const LiveWindowsActions windows;
    const auto opened = [&](DWORD access, DWORD sharing) {
        return UniqueHandle(
                   ::CreateFileW(folder.native(L"un.exe").c_str(), access, sharing, nullptr, OPEN_EXISTING, 0, nullptr))
            .valid();
    };
    {
        auto held = windows.holdProgram(folder.at("un.exe"));
        REQUIRE(held);
        CHECK(text::fold((*held)->path()) == text::fold(folder.at("un.exe")));
        CHECK((*held)->signature()->trust == ProgramSignature::Trust::none);
        CHECK(opened(GENERIC_READ, FILE_SHARE_READ));
        CHECK_FALSE(opened(GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE));
        CHECK(::DeleteFileW(folder.native(L"un.exe").c_str()) == 0);
        CHECK(::MoveFileW(folder.native(L"un.exe").c_str(), folder.native(L"other.exe").c_str()) == 0);
    }
    CHECK(opened(GENERIC_WRITE, FILE_SHARE_READ));
}

TEST_CASE("only a program file on a drive of this computer can be held", "[windows]")
{
    const test::OwnFolder folder;
    folder.write(L"un.bat", "@echo off");
    const LiveWindowsActions windows;
    CHECK(windows.holdProgram(folder.at("un.bat")).error().code == ErrorCode::unsupported);
    CHECK(windows.holdProgram(folder.at("no.exe")).error().code == ErrorCode::notFound);
    CHECK(windows.holdProgram(folder.at(".")).error().code == ErrorCode::unsupported);
    CHECK(windows.holdProgram(R"(\\server\share\un.exe)").error().code == ErrorCode::unsupported);
    CHECK(windows.holdProgram("un.exe").error().code == ErrorCode::unsupported);
    // Somebody who writes to it keeps it from being held, else they could go on writing.
    folder.write(L"un.exe", "program");
    const UniqueHandle writer(::CreateFileW(folder.native(L"un.exe").c_str(), GENERIC_WRITE,
                                            FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr));
    REQUIRE(writer);
    CHECK_FALSE(windows.holdProgram(folder.at("un.exe")));
}

TEST_CASE("the folders of programs are what the system says, whatever the environment says", "[windows]")
{
    ::SetEnvironmentVariableW(L"ProgramFiles", LR"(C:\users\public)");
    ::SetEnvironmentVariableW(L"ProgramData", LR"(C:\users\public)");
    const auto folders = LiveWindowsActions{}.programFolders();
    ::SetEnvironmentVariableW(L"ProgramFiles", LR"(C:\Program Files)");
    ::SetEnvironmentVariableW(L"ProgramData", LR"(C:\ProgramData)");
    CHECK(std::find(folders.begin(), folders.end(), R"(C:\Program Files)") != folders.end());
    CHECK(std::find(folders.begin(), folders.end(), R"(C:\Program Files (x86))") != folders.end());
    CHECK(std::find(folders.begin(), folders.end(), R"(C:\ProgramData\Package Cache)") != folders.end());
    CHECK(folders.size() == 3);
}

TEST_CASE("Windows Installer says that it does not know a product, and the password is gone from memory", "[windows]")
{
    LiveWindowsActions windows;
    std::string properties = "KLPASSWD=\"secret\"";
    const auto answer = windows.removeMsiProduct(
        "{00000000-1111-2222-3333-444444444444}", properties, [](double) {},
        [](std::chrono::seconds) { return false; });
    REQUIRE(answer);
    CHECK(answer->code == ERROR_UNKNOWN_PRODUCT);
    CHECK_FALSE(answer->stillRunning);
    CHECK(properties == std::string(properties.size(), '\0'));
}
