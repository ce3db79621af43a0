#include "platform/platform.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"
#include "platform/windows/windows_files.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("text survives the way to UTF-16 and back, and damage becomes the replacement character", "[windows]")
{
    const std::string text("A\0\xD0\x90\xE2\x82\xAC\xF0\x9F\x9B\xA1", 11);
    CHECK(toUtf8(toWide(text)) == text);
    CHECK(toWide("\xF0\x9F\x9B\xA1") == L"\xD83D\xDEE1");
    CHECK(toWide("").empty());
    CHECK(toUtf8(L"").empty());
    CHECK(toUtf8(L"a\xD83D") == "a\xEF\xBF\xBD");
    CHECK(toUtf8(L"\xDEE1\xD83D") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(toWide("\xFFx").back() == L'x');
    CHECK(toWide("\xFFx").front() == L'\xFFFD');
}

TEST_CASE("an error of Windows keeps its number and says why in words", "[windows]")
{
    const Error denied = errorFromWin32(ERROR_ACCESS_DENIED, "HKLM\\SAM");
    CHECK(denied == Error{ErrorCode::accessDenied, "HKLM\\SAM", 5});
    CHECK(errorFromWin32(ERROR_FILE_NOT_FOUND, "x").code == ErrorCode::notFound);
    CHECK(errorFromWin32(ERROR_KEY_DELETED, "x").code == ErrorCode::notFound);
    CHECK(errorFromWin32(ERROR_SHARING_VIOLATION, "x").code == ErrorCode::io);
    CHECK(errorFromWin32(12345, "x").code == ErrorCode::io);
    CHECK(errorFromHresult(HRESULT_FROM_WIN32(ERROR_ACCESS_DENIED), "x") == Error{ErrorCode::accessDenied, "x", 5});
    CHECK(errorFromHresult(E_OUTOFMEMORY, "x").osCode == HRESULT_CODE(E_OUTOFMEMORY));
    CHECK(errorFromHresult(REGDB_E_CLASSNOTREG, "x").code == ErrorCode::unsupported);
    CHECK_FALSE(wordsOfWin32(ERROR_ACCESS_DENIED).empty());
    CHECK(wordsOfWin32(ERROR_ACCESS_DENIED).find_first_of("\r\n") == std::string::npos);
    CHECK(wordsOfWin32(0xC0DEC0DE) == "Windows error 0xC0DEC0DE");
}

TEST_CASE("the program knows its folder and its arguments", "[windows]")
{
    const auto folder = programFolder();
    CHECK(folder.is_absolute());
    char name[] = "x";
    char* arguments[] = {name, nullptr};
    const auto given = programArguments(1, arguments);
    REQUIRE_FALSE(given.empty());
    const std::string file = given[0].substr(given[0].find_last_of("\\/") + 1);
    CHECK(std::filesystem::is_regular_file(folder / toWide(file.ends_with(".exe") ? file : file + ".exe")));
}
