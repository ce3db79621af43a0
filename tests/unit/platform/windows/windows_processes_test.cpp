#include "platform/windows/windows_processes.h"

#include "platform/windows/command_line.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <shellapi.h>

#include <algorithm>
#include <chrono>

using namespace offramp;

namespace {

Result<CommandOutput> run(std::string executable, std::vector<std::string> arguments,
                          std::chrono::milliseconds timeout = std::chrono::seconds{20}, std::size_t limit = 1u << 20)
{
    return WindowsProcesses{}.run(Command{std::move(executable), std::move(arguments), timeout, limit});
}

std::vector<std::wstring> takenApart(const std::wstring& line)
{
    int count = 0;
    const LocalMemory<LPWSTR> arguments(::CommandLineToArgvW(line.c_str(), &count));
    return {arguments.get(), arguments.get() + count};
}

int runningPrograms(std::string_view name)
{
    const auto all = WindowsProcesses{}.list().value();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [&](const RunningProcess& process) { return process.name == name; }));
}

}   // namespace

TEST_CASE("arguments come out of a command line as they went in", "[windows]")
{
    const std::vector<std::vector<std::wstring>> lists{
        {L"C:\\x.exe"},
        {L"C:\\Program Files\\x.exe", L"a b", L"", L"c"},
        {L"x", L"\"quoted\"", L"in\"side", L"\"", L"\"\""},
        {L"x", L"ends\\", L"with blank\\", L"two \\\\", L"\\\\server\\share\\"},
        {L"x", L"\\\"", L"a\\\"b c", L"\\\\\"", L"a\\\\b"},
        {L"x", L"tab\there", L"line\nend", L"%PATH%", L"^&|<>*?", L"\x041A\xD83D\xDEE1"},
    };
    for (const auto& arguments : lists) {
        const std::wstring line = commandLineOf(arguments);
        INFO(toUtf8(line));
        CHECK(takenApart(line) == arguments);
    }
    CHECK(commandLineOf({L"plain", L"a\\b"}) == L"plain a\\b");
    CHECK(commandLineOf({L"x", L"a \\"}) == L"x \"a \\\\\"");
}

TEST_CASE("a Windows program's output and exit code come back, its errors do not", "[windows]")
{
    const auto output = run("cmd", {"/c", "echo one& echo two>&2& exit 3"});
    REQUIRE(output);
    CHECK(output->standardOutput == "one\r\n");
    CHECK(output->exitCode == 3);
}

TEST_CASE("a Windows program gets no input", "[windows]")
{
    const auto output = run("cmd.exe", {"/c", "set /p line= & exit 5"});
    REQUIRE(output);
    CHECK(output->exitCode == 5);
}

TEST_CASE("Windows programs are only looked up in the system folder", "[windows]")
{
    CHECK(run("no-such-program", {}).error().code == ErrorCode::notFound);
    CHECK(run("notepad\\cmd.exe", {}).error().code == ErrorCode::unsupported);
    CHECK(run("..\\cmd.exe", {}).error().code == ErrorCode::unsupported);
    CHECK(run("", {}).error().code == ErrorCode::unsupported);
    CHECK(run("C:\\nowhere\\x.exe", {}).error().code == ErrorCode::notFound);
    CHECK(run("\\\\server\\share\\x.exe", {}).error().code == ErrorCode::unsupported);
    const test::OwnFolder folder;
    folder.write(L"script.bat", "@echo off\r\n");
    folder.write(L"text.exe", "no program");
    CHECK(run(folder.at("script.bat"), {}).error().code == ErrorCode::unsupported);
    CHECK_FALSE(run(folder.at("text.exe"), {}));
    CHECK(run(folder.at("."), {}).error().code == ErrorCode::unsupported);
}

TEST_CASE("a Windows program that takes too long ends together with what it started", "[windows]")
{
    const int before = runningPrograms("cmd.exe");
    const auto start = std::chrono::steady_clock::now();
    const auto output = run("cmd", {"/c", "cmd", "/c", "for", "/l", "%i", "in", "(0,0,1)", "do", "@rem"},
                            std::chrono::milliseconds{700});
    REQUIRE_FALSE(output);
    CHECK(output.error().code == ErrorCode::timeout);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{10});
    for (int attempt = 0; attempt < 100 && runningPrograms("cmd.exe") > before; ++attempt) {
        ::Sleep(20);
    }
    CHECK(runningPrograms("cmd.exe") == before);
}

TEST_CASE("a Windows program that prints too much is stopped", "[windows]")
{
    const auto output =
        run("cmd", {"/c", "for /l %i in (0,0,1) do @echo more and more"}, std::chrono::seconds{20}, 1000);
    REQUIRE_FALSE(output);
    CHECK(output.error().code == ErrorCode::tooLarge);
}

TEST_CASE("nothing that this program has open reaches the programs it starts", "[windows]")
{
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    const test::OwnFolder folder;
    UniqueHandle file(
        ::CreateFileW(folder.native(L"mine").c_str(), GENERIC_WRITE, 0, &inherited, CREATE_NEW, 0, nullptr));
    REQUIRE(file);
    // The child would still hold the file when it is opened again.
    const auto output = run("cmd", {"/c", "echo ready"});
    REQUIRE(output);
    CHECK(output->standardOutput == "ready\r\n");
    file.reset();
    CHECK(UniqueHandle(
        ::CreateFileW(folder.native(L"mine").c_str(), GENERIC_READ, 0, nullptr, OPEN_EXISTING, 0, nullptr)));
}

TEST_CASE("the list of running programs holds this one with its path", "[windows]")
{
    const auto processes = WindowsProcesses{}.list().value();
    const auto found = std::find_if(processes.begin(), processes.end(), [](const RunningProcess& process) {
        return process.id == ::GetCurrentProcessId();
    });
    REQUIRE(found != processes.end());
    CHECK(found->name.ends_with(".exe"));
    CHECK(found->path.ends_with("\\" + found->name));
    CHECK(std::none_of(processes.begin(), processes.end(),
                       [](const RunningProcess& process) { return process.id == 0; }));
}
