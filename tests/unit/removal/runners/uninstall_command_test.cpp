#include "removal/runners/uninstall_command.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

std::vector<std::string> paths(std::string_view command)
{
    std::vector<std::string> all;
    for (const ProgramNamed& program : programsNamedBy(command)) {
        all.push_back(program.path);
    }
    return all;
}

using Paths = std::vector<std::string>;

}   // namespace

TEST_CASE("a command in quotes names one program and its arguments")
{
    const auto programs = programsNamedBy(R"("C:\Program Files\K L\un.exe" /x {1-2} "a b" /D=C:\x y)");
    REQUIRE(programs.size() == 1);
    CHECK(programs[0].path == R"(C:\Program Files\K L\un.exe)");
    CHECK(programs[0].arguments == std::vector<std::string>{"/x", "{1-2}", "a b", "/D=C:\\x", "y"});
    CHECK(paths(R"(  "c:\a\UN.EXE"  )") == Paths{R"(c:\a\UN.EXE)"});
    CHECK(paths(R"("C:\a\un.exe"evil.exe /S)").empty());
    CHECK(paths(R"("C:\a\un.exe)").empty());
    CHECK(paths(R"("C:\a\un.exe /S")").empty());
}

TEST_CASE("without quotes every reading that ends in a program is told, the shortest first")
{
    CHECK(paths(R"(C:\Program Files\K\un.exe /S)") == Paths{R"(C:\Program Files\K\un.exe)"});
    CHECK(paths(R"(C:\a.exe b\un.exe /S)") == Paths{R"(C:\a.exe)", R"(C:\a.exe b\un.exe)"});
    CHECK(paths(R"(C:\a\un.exe C:\b\other.exe)") == Paths{R"(C:\a\un.exe)"});
    CHECK(paths(R"(C:\a\un.exe "C:\b\other.exe")") == Paths{R"(C:\a\un.exe)"});
    CHECK(programsNamedBy(R"(C:\a.exe b\un.exe /S)")[0].arguments == std::vector<std::string>{R"(b\un.exe)", "/S"});
    CHECK(programsNamedBy(R"(C:\a.exe b\un.exe /S)")[1].arguments == std::vector<std::string>{"/S"});
}

TEST_CASE("what is no program with its whole path on a drive names nothing")
{
    for (const auto* command : {"",
                                "  ",
                                "un.exe /S",
                                "rundll32.exe a.dll,b",
                                "msiexec /x {1}",
                                R"(\\server\share\un.exe)",
                                R"(\\?\C:\a\un.exe)",
                                R"(\??\C:\un.exe)",
                                R"(..\un.exe)",
                                R"(\un.exe)",
                                R"(C:un.exe)",
                                R"(C:\a\..\un.exe)",
                                R"(C:\a\un.bat /S)",
                                R"(C:\a\un.cmd)",
                                R"(C:\a\un.msi)",
                                R"(C:\a\un)",
                                R"(%ProgramFiles%\K\un.exe)",
                                R"(C:\%x%\un.exe)",
                                R"(C:\a\un.exe:stream.exe)",
                                R"(C:\a|b\un.exe)",
                                R"(C:/a/un.exe)",
                                R"(C:\a\\un.exe)",
                                R"(C:\a.\un.exe)",
                                R"(C:\a \un.exe)",
                                R"("C:\a\un.exe ")",
                                "C:\\a\xff\\un.exe",
                                "C:\\a\x01\\un.exe"}) {
        INFO(command);
        CHECK(paths(command).empty());
    }
    CHECK(programsNamedBy(std::string_view("C:\\a\\un.exe\0/S", 15)).empty());
}
