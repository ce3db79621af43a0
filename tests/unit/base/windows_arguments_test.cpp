#include "base/windows_arguments.h"

#include <catch2/catch.hpp>

using namespace offramp;

using Words = std::vector<std::string>;

TEST_CASE("quotation marks keep blanks together, and backslashes matter before them only")
{
    CHECK(windowsArguments("") == Words{});
    CHECK(windowsArguments(" /S \t -x ") == Words{"/S", "-x"});
    CHECK(windowsArguments(R"("a b" c"d e"f)") == Words{"a b", "cd ef"});
    CHECK(windowsArguments(R"(C:\a\ "C:\b c\\" \"q\")") == Words{R"(C:\a\)", R"(C:\b c\)", R"("q")"});
    CHECK(windowsArguments(R"("" "a""b")") == Words{"", "a\"b"});
    CHECK(windowsArguments(R"("never closed /S)") == Words{"never closed /S"});
}
