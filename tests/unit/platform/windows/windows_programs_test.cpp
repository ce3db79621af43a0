#include "platform/windows/windows_programs.h"

#include "base/text.h"
#include "platform/windows/program_environment.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>

using namespace offramp;

namespace {

ProgramRun command(std::string line, ProgramRun::WaitFor waitFor = ProgramRun::WaitFor::itself)
{
    ProgramRun run;
    run.executable = "cmd.exe";
    run.arguments = {"/c", std::move(line)};
    run.waitFor = waitFor;
    return run;
}

bool never(std::chrono::seconds /*time*/)
{
    return false;
}

}   // namespace

TEST_CASE("a Windows program that acts tells all it printed and how it ended", "[windows]")
{
    const auto end = WindowsPrograms{}.run(command("echo out& echo err>&2& exit 3010"), never);
    REQUIRE(end);
    CHECK(end->exitCode == 3010);
    CHECK(end->output == "out\r\nerr\r\n");
    CHECK_FALSE(end->stillRunning);
}

TEST_CASE("nothing of our environment reaches a Windows program that acts", "[windows]")
{
    ::SetEnvironmentVariableW(L"OFFRAMP_SECRET", L"value");
    ::SetEnvironmentVariableW(L"windir", LR"(C:\nowhere)");
    auto run = command("set & cd");
    run.environment = {"OFFRAMP_GIVEN=yes"};
    const auto end = WindowsPrograms{}.run(run, never);
    ::SetEnvironmentVariableW(L"OFFRAMP_SECRET", nullptr);
    ::SetEnvironmentVariableW(L"windir", LR"(C:\windows)");
    REQUIRE(end);
    CHECK(end->output.find("OFFRAMP_SECRET") == std::string::npos);
    CHECK(end->output.find("nowhere") == std::string::npos);
    CHECK(end->output.find("OFFRAMP_GIVEN=yes\r\n") != std::string::npos);
    CHECK(end->output.find("SystemDrive=C:\r\n") != std::string::npos);
    const auto folder = end->output.substr(end->output.rfind("\r\n", end->output.size() - 3) + 2);
    CHECK(text::fold(folder) == "c:\\windows\\system32\r\n");
}

TEST_CASE("the environment of this program becomes the fresh one and nothing else", "[windows]")
{
    wchar_t* const before = ::GetEnvironmentStringsW();
    ::SetEnvironmentVariableW(L"OFFRAMP_SECRET", L"value");
    Environment fresh = freshEnvironment();
    CHECK(fresh.find(L"OFFRAMP_SECRET") == fresh.end());
    fresh[L"OFFRAMP_KEPT"] = L"1";
    replaceOwnEnvironment(fresh);
    std::array<wchar_t, 16> value{};
    CHECK(::GetEnvironmentVariableW(L"OFFRAMP_SECRET", value.data(), 16) == 0);
    CHECK(::GetEnvironmentVariableW(L"offramp_kept", value.data(), 16) == 1);
    for (const wchar_t* line = before; *line != L'\0'; line += std::wstring_view(line).size() + 1) {
        const std::wstring_view all(line);
        const std::size_t equals = all.find(L'=', 1);
        ::SetEnvironmentVariableW(std::wstring(all.substr(0, equals)).c_str(),
                                  std::wstring(all.substr(equals + 1)).c_str());
    }
    ::SetEnvironmentVariableW(L"OFFRAMP_KEPT", nullptr);
    ::FreeEnvironmentStringsW(before);
}

TEST_CASE("what a Windows program left running is waited for when that is asked", "[windows]")
{
    const test::OwnFolder folder;
    folder.write(L"late.bat", "@ping -n 3 127.0.0.1 >NUL\r\n@echo x>" + folder.at("mark") + "\r\n");
    const std::string late = "start /b " + folder.at("late.bat") + " & exit 3";
    const auto alone = WindowsPrograms{}.run(command(late), never);
    REQUIRE(alone);
    CHECK(alone->exitCode == 3);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "mark"));
    for (int i = 0; i < 100 && !std::filesystem::exists(folder.path() / "mark"); ++i) {
        ::Sleep(100);
    }
    REQUIRE(std::filesystem::remove(folder.path() / "mark"));
    const auto whole = WindowsPrograms{}.run(command(late, ProgramRun::WaitFor::everythingItStarted), never);
    REQUIRE(whole);
    CHECK(whole->exitCode == 3);
    CHECK(std::filesystem::exists(folder.path() / "mark"));
}

TEST_CASE("a silent Windows program makes somebody ask, and is not stopped", "[windows]")
{
    const test::OwnFolder folder;
    int asked = 0;
    auto run = command("ping -n 4 127.0.0.1 >NUL & exit 4");
    run.silence = std::chrono::milliseconds{400};
    const auto waited = WindowsPrograms{}.run(run, [&](std::chrono::seconds) {
        ++asked;
        return false;
    });
    REQUIRE(waited);
    CHECK(waited->exitCode == 4);
    CHECK(asked >= 1);

    auto left = command("ping -n 4 127.0.0.1 >NUL & echo x>" + folder.at("mark"));
    left.silence = std::chrono::milliseconds{400};
    const auto end = WindowsPrograms{}.run(left, [](std::chrono::seconds) { return true; });
    REQUIRE(end);
    CHECK(end->stillRunning);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "mark"));
    for (int i = 0; i < 100 && !std::filesystem::exists(folder.path() / "mark"); ++i) {
        ::Sleep(100);
    }
    CHECK(std::filesystem::exists(folder.path() / "mark"));
}

TEST_CASE("a Windows program that uses the processor is not silent", "[windows]")
{
    int asked = 0;
    auto run = command("for /l %i in (1,1,60000) do @rem");
    run.silence = std::chrono::milliseconds{1500};
    const auto end = WindowsPrograms{}.run(run, [&](std::chrono::seconds) {
        ++asked;
        return true;
    });
    REQUIRE(end);
    CHECK(asked == 0);
}

TEST_CASE("whoever runs a Windows program hears that it has started before it acted", "[windows]")
{
    const test::OwnFolder folder;
    auto run = command("echo x>" + folder.at("mark"));
    bool acted = true;
    run.started = [&] { acted = std::filesystem::exists(folder.path() / "mark"); };
    REQUIRE(WindowsPrograms{}.run(run, never));
    CHECK_FALSE(acted);
    CHECK(std::filesystem::exists(folder.path() / "mark"));
}
