#include "platform/windows/windows_files.h"

#include "platform/windows/native_path.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>

using namespace offramp;
using test::OwnFolder;

namespace {

const DirectoryEntry* find(const std::vector<DirectoryEntry>& entries, std::string_view name)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const DirectoryEntry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

}   // namespace

TEST_CASE("a path becomes the long form, resolved as text", "[windows]")
{
    CHECK(nativePath("C:\\Program Files/X").value() == LR"(\\?\C:\Program Files\X)");
    CHECK(nativePath("c:").value() == LR"(\\?\c:\)");
    CHECK(nativePath("C:\\").value() == LR"(\\?\C:\)");
    CHECK(nativePath("C:\\a\\.\\b\\\\..\\c\\").value() == LR"(\\?\C:\a\c)");
    CHECK(nativePath("C:\\..\\..\\x").value() == LR"(\\?\C:\x)");
    CHECK(nativePath("\\\\?\\C:\\x").value() == LR"(\\?\C:\x)");
    CHECK(nativePath("\\?\?\\C:\\x").value() == LR"(\\?\C:\x)");
    CHECK(nativePath("C:\\\xD0\x90").value() == L"\\\\?\\C:\\\x0410");
}

TEST_CASE("devices, networks, relative paths and searches are never asked", "[windows]")
{
    for (const char* const path :
         {"\\\\.\\C:", "\\\\.\\pipe\\x", "\\\\server\\share\\file", "//server/share", "\\\\?\\UNC\\server\\share",
          "\\\\?\\GLOBALROOT\\Device", "file", "\\file", "C:file", ""}) {
        INFO(path);
        CHECK(nativePath(path).error().code == ErrorCode::unsupported);
    }
    for (const char* const path : {"C:\\*", "C:\\a?", "C:\\file:stream", "C:\\a|b", "C:\\\"a\"", "C:\\a\nb"}) {
        INFO(path);
        CHECK(nativePath(path).error().code == ErrorCode::notFound);
    }
    CHECK(nativePath(std::string_view("C:\\a\0b", 6)).error().code == ErrorCode::notFound);
}

TEST_CASE("a file on Windows is read whole, up to its limit", "[windows]")
{
    const OwnFolder folder;
    const std::string content = std::string("a\0b\r\n\x1A", 6) + std::string(100'000, 'x');
    folder.write(L"file", content);
    folder.write(L"empty", "");
    const WindowsFiles files;
    CHECK(files.read(folder.at("file"), content.size()).value() == content);
    CHECK(files.read(folder.at("FILE"), content.size()).value() == content);
    CHECK(files.read(folder.at("file"), content.size() - 1).error().code == ErrorCode::tooLarge);
    CHECK(files.read(folder.at("empty"), 0).value().empty());
    CHECK(files.read(folder.at("no"), 10).error().code == ErrorCode::notFound);
    CHECK(files.read(folder.at("file\\below"), 10).error().code == ErrorCode::notFound);
    CHECK(files.read(folder.at("no\\below"), 10).error().code == ErrorCode::notFound);
    CHECK(files.read(folder.at(""), 10).error().code == ErrorCode::unsupported);
    CHECK(files.read("Q:\\no such drive", 10).error().code == ErrorCode::notFound);
}

TEST_CASE("names of devices, long paths and letters of any script are plain names", "[windows]")
{
    const OwnFolder folder;
    folder.write(L"CON", "not the console");
    folder.write(L"\x041A\x0430\x0441\x043F \xD83D\xDEE1", "script");
    std::wstring deep;
    std::string deepUtf8;
    for (int at = 0; at < 6; ++at) {
        deep += (deep.empty() ? L"" : L"\\") + std::wstring(100, static_cast<wchar_t>(L'a' + at));
        deepUtf8 += (deepUtf8.empty() ? "" : "\\") + std::string(100, static_cast<char>('a' + at));
        REQUIRE(::CreateDirectoryW(folder.native(deep).c_str(), nullptr) != 0);
    }
    folder.write(deep + L"\\file", "deep");
    const WindowsFiles files;
    CHECK(files.read(folder.at("CON"), 100).value() == "not the console");
    CHECK(files.read(folder.at("\xD0\x9A\xD0\xB0\xD1\x81\xD0\xBF \xF0\x9F\x9B\xA1"), 100).value() == "script");
    CHECK(files.read(folder.at(deepUtf8 + "\\file"), 100).value() == "deep");
    CHECK(files.list(folder.at(deepUtf8)).value().size() == 1);
    CHECK(files.status(folder.at(deepUtf8)).value().directory);
}

TEST_CASE("a name UTF-8 cannot spell is listed, and found by that spelling", "[windows]")
{
    const OwnFolder folder;
    const std::wstring lone = L"lone \xD83D surrogate";
    if (::CreateDirectoryW(folder.native(lone).c_str(), nullptr) == 0) {
        WARN("this system makes no file with half a character in its name; not proven here");
        return;
    }
    folder.write(lone + L"\\file", "found");
    const WindowsFiles files;
    const auto entries = files.list(folder.at("")).value();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].name == "lone \xEF\xBF\xBD surrogate");
    CHECK(files.read(folder.at(entries[0].name + "\\file"), 100).value() == "found");
    CHECK(files.status(folder.at(entries[0].name)).value().directory);
    CHECK(files.status(folder.at("other \xEF\xBF\xBD")).error().code == ErrorCode::notFound);
}

TEST_CASE("a folder on Windows is listed with what its entries are", "[windows]")
{
    const OwnFolder folder;
    folder.write(L"file.txt", "x");
    REQUIRE(::CreateDirectoryW(folder.native(L"folder").c_str(), nullptr) != 0);
    REQUIRE(::CreateDirectoryW(folder.native(L"empty").c_str(), nullptr) != 0);
    const WindowsFiles files;
    const auto entries = files.list(folder.at("")).value();
    CHECK(entries.size() == 3);
    REQUIRE(find(entries, "file.txt") != nullptr);
    CHECK_FALSE(find(entries, "file.txt")->directory);
    REQUIRE(find(entries, "folder") != nullptr);
    CHECK(find(entries, "folder")->directory);
    CHECK_FALSE(find(entries, "folder")->link);
    CHECK(files.list(folder.at("empty")).value().empty());
    CHECK(files.list(folder.at("file.txt")).error().code == ErrorCode::notFound);
    CHECK(files.list(folder.at("no")).error().code == ErrorCode::notFound);
    CHECK_FALSE(files.list("C:\\").value().empty());
}

TEST_CASE("the status of a file on Windows is its size and the moment it was changed", "[windows]")
{
    const OwnFolder folder;
    folder.write(L"file", "12345");
    const WindowsFiles files;
    const FileStatus status = files.status(folder.at("file")).value();
    CHECK(status.size == 5);
    CHECK_FALSE(status.directory);
    const auto age = std::chrono::system_clock::now() - std::chrono::system_clock::time_point(status.modifiedAt);
    CHECK(age > std::chrono::minutes{-1});
    CHECK(age < std::chrono::minutes{5});
    CHECK(files.status(folder.at("")).value().directory);
    CHECK(files.status("C:").value().directory);
    CHECK(files.status(folder.at("no")).error().code == ErrorCode::notFound);
}

TEST_CASE("a file that a program has open is read when that program shares it, else told as a failure", "[windows]")
{
    const OwnFolder folder;
    folder.write(L"shared", "log");
    folder.write(L"taken", "data");
    const UniqueHandle writer(::CreateFileW(folder.native(L"shared").c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                                            OPEN_EXISTING, 0, nullptr));
    const UniqueHandle owner(
        ::CreateFileW(folder.native(L"taken").c_str(), GENERIC_READ, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    REQUIRE(writer);
    REQUIRE(owner);
    const WindowsFiles files;
    CHECK(files.read(folder.at("shared"), 100).value() == "log");
    const auto refused = files.read(folder.at("taken"), 100);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::io);
    CHECK(refused.error().osCode == ERROR_SHARING_VIOLATION);
    CHECK(files.status(folder.at("taken")).value().size == 4);
}

TEST_CASE("links on Windows are told as links and followed", "[windows]")
{
    const OwnFolder folder;
    REQUIRE(::CreateDirectoryW(folder.native(L"folder").c_str(), nullptr) != 0);
    folder.write(L"folder\\file", "target");
    const std::wstring target = folder.path().native() + L"\\folder";
    if (::CreateSymbolicLinkW(folder.native(L"link").c_str(), target.c_str(), SYMBOLIC_LINK_FLAG_DIRECTORY) == 0
        || ::GetFileAttributesW(folder.native(L"link").c_str()) == INVALID_FILE_ATTRIBUTES) {
        WARN("this system makes no links for this account; not proven here");
        return;
    }
    ::CreateSymbolicLinkW(folder.native(L"file link").c_str(), (target + L"\\file").c_str(), 0);
    ::CreateSymbolicLinkW(folder.native(L"broken").c_str(), L"C:\\nowhere\\at all", SYMBOLIC_LINK_FLAG_DIRECTORY);
    const WindowsFiles files;
    const auto entries = files.list(folder.at("")).value();
    REQUIRE(find(entries, "link") != nullptr);
    CHECK(find(entries, "link")->link);
    CHECK(find(entries, "link")->directory);
    REQUIRE(find(entries, "broken") != nullptr);
    CHECK(find(entries, "broken")->link);
    CHECK_FALSE(find(entries, "broken")->directory);
    CHECK(files.read(folder.at("link\\file"), 100).value() == "target");
    CHECK(files.status(folder.at("file link")).value().size == 6);
    CHECK(files.status(folder.at("broken")).error().code == ErrorCode::notFound);
    ::DeleteFileW(folder.native(L"file link").c_str());
}
