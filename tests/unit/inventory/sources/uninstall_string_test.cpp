#include "inventory/sources/uninstall_string.h"

#include <catch2/catch.hpp>

using namespace offramp::sources;

namespace {

UninstallCommand decode(std::string_view written)
{
    return decodeUninstallString(written).value();
}

}   // namespace

TEST_CASE("nothing to run is no command")
{
    CHECK_FALSE(decodeUninstallString(""));
    CHECK_FALSE(decodeUninstallString("  \t"));
    CHECK_FALSE(decodeUninstallString("\"\" /S"));
    CHECK_FALSE(decodeUninstallString(std::string_view("\0evil.exe", 9)));
}

TEST_CASE("a product code is found however msiexec is written")
{
    const std::string code = "{7911E943-32CC-45D0-A29C-56E6EF762275}";
    CHECK(decode("MsiExec.exe /X{7911E943-32CC-45D0-A29C-56E6EF762275}").productCode == code);
    CHECK(decode("msiexec /i {7911e943-32cc-45d0-a29c-56e6ef762275} REMOVE=ALL").productCode == code);
    CHECK(decode("\"C:\\Windows\\System32\\msiexec.exe\" /qn /x \"{7911E943-32CC-45D0-A29C-56E6EF762275}\"").productCode
          == code);
    CHECK(decode("C:\\Windows\\SysWOW64\\msiexec.exe -x {7911E943-32CC-45D0-A29C-56E6EF762275}").productCode == code);
    CHECK(decode("msiexec.exe /x setup.msi").productCode.empty());
    CHECK(decode("msiexec.exe /f {7911E943-32CC-45D0-A29C-56E6EF762275}").productCode.empty());
    CHECK(decode("evil-msiexec.exe /x{7911E943-32CC-45D0-A29C-56E6EF762275}").productCode.empty());
    CHECK(decode("msiexec.exe /x{7911E943-32CC-45D0-A29C-56E6EF76227}").productCode.empty());
}

TEST_CASE("paths with spaces are kept together with and without quotes")
{
    CHECK(decode(R"("C:\Program Files\X\un.exe" /S "a b")")
          == UninstallCommand{R"(C:\Program Files\X\un.exe)", {"/S", "a b"}, ""});
    CHECK(decode(R"(C:\Program Files (x86)\X\un.exe /S)")
          == UninstallCommand{R"(C:\Program Files (x86)\X\un.exe)", {"/S"}, ""});
    CHECK(decode(R"(C:\Program Files\X\uninstall /S)").executable == R"(C:\Program Files\X\uninstall)");
    CHECK(decode(R"("C:\never closed)").executable == R"(C:\never closed)");
}

TEST_CASE("bare names, variables and rundll32 stay as they are")
{
    CHECK(decode("rundll32 dfshim.dll,ShArpMaintain x")
          == UninstallCommand{"rundll32", {"dfshim.dll,ShArpMaintain", "x"}, ""});
    CHECK(decode(R"(rundll32.exe C:\x\y.dll,Remove)").arguments.at(0) == R"(C:\x\y.dll,Remove)");
    CHECK(decode(R"(%ProgramFiles%\X Y\un.exe -q)") == UninstallCommand{R"(%ProgramFiles%\X Y\un.exe)", {"-q"}, ""});
}

TEST_CASE("driver images end at .sys")
{
    CHECK(decode(R"(\??\C:\ProgramData\Kaspersky Lab\AVP21.25\Bases\klids.sys)").executable.ends_with("klids.sys"));
    CHECK(decode(R"(system32\DRIVERS\klif.sys)").executable == R"(system32\DRIVERS\klif.sys)");
}

TEST_CASE("arguments are split as Windows splits them")
{
    CHECK(decode(R"(x.exe a\\b "c\\" d\"e "f""g")").arguments
          == std::vector<std::string>{R"(a\\b)", R"(c\)", R"(d"e)", R"(f"g)"});
    CHECK(decode(R"(x.exe "")").arguments == std::vector<std::string>{""});
}
