#include "platform/recorded/reg_file.h"

#include "tests/support/effort.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace offramp;

namespace {

std::string wide(std::string_view ascii)
{
    std::string bytes = "\xFF\xFE";
    for (const char letter : ascii) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

constexpr std::string_view header = "Windows Registry Editor Version 5.00\r\n\r\n";

RegFile decodeWide(std::string_view body)
{
    return decodeRegFile(wide(std::string(header).append(body)));
}

}   // namespace

TEST_CASE("an empty .reg file holds nothing and says so")
{
    const RegFile file = decodeRegFile("");
    CHECK(file.keys.empty());
    CHECK(file.issues.size() == 1);
}

TEST_CASE("every type of value that regedit writes is read")
{
    const RegFile file = decodeWide("[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r\n"
                                    "@=\"default\"\r\n"
                                    "\"Path\"=\"C:\\\\Program Files\\\\X \\\"quoted\\\"\"\r\n"
                                    "\"Number\"=dword:0001000f\r\n"
                                    "\"Long\"=hex(b):01,00,00,00,00,00,00,80\r\n"
                                    "\"List\"=hex(7):61,00,62,00,00,00,63,00,\\\r\n  00,00,00,00\r\n"
                                    "\"Expand\"=hex(2):25,00,41,00,25,00,00,00\r\n"
                                    "\"Raw\"=hex:de,ad,be,ef\r\n"
                                    "\"Nothing\"=hex(0):\r\n\r\n");
    REQUIRE(file.issues.empty());
    REQUIRE(file.keys.size() == 1);
    const std::vector<RegistryValue>& values = file.keys[0].values;
    REQUIRE(values.size() == 8);
    CHECK(file.keys[0].path == R"(HKEY_LOCAL_MACHINE\SOFTWARE\X)");
    CHECK(values[0].name.empty());
    CHECK(values[0].text == "default");
    CHECK(values[1].text == R"(C:\Program Files\X "quoted")");
    CHECK(values[2].number == 0x1000F);
    CHECK(values[3].type == RegistryValue::Type::qword);
    CHECK(values[3].number == 0x8000000000000001u);
    CHECK(values[4].texts == std::vector<std::string>{"ab", "c"});
    CHECK(values[5].type == RegistryValue::Type::expandString);
    CHECK(values[5].text == "%A%");
    CHECK(values[6].bytes == "\xDE\xAD\xBE\xEF");
    CHECK(values[7].type == RegistryValue::Type::none);
}

TEST_CASE("REGEDIT4 text is Windows-1252 and UTF-8 is recognised with either header")
{
    const RegFile ansi = decodeRegFile("REGEDIT4\n\n[HKLM\\X]\n\"a\"=\"caf\xE9\"\n\"b\"=hex(2):63,61,66,e9,00\n");
    REQUIRE(ansi.keys.size() == 1);
    CHECK(ansi.issues.empty());
    CHECK(ansi.keys[0].values.at(0).text == "caf\xC3\xA9");
    CHECK(ansi.keys[0].values.at(1).text == "caf\xC3\xA9");
    const RegFile utf8 = decodeRegFile("\xEF\xBB\xBF" + std::string(header) + "[HKLM\\X]\n\"a\"=\"\xD0\x90\"");
    REQUIRE(utf8.keys.size() == 1);
    CHECK(utf8.issues.empty());
    CHECK(utf8.keys[0].values.at(0).text == "\xD0\x90");
}

TEST_CASE("lone carriage returns, stray zero bytes, comments and a missing last line end are no damage")
{
    std::string body = "; exported by hand\r[HKLM\\X]\r\"a\"=\"1\"\r";
    body += std::string("\0\0", 2) + "\"b\"=dword:00000002";
    const RegFile file = decodeWide(body);
    CHECK(file.issues.empty());
    REQUIRE(file.keys.size() == 1);
    CHECK(file.keys[0].values.size() == 2);
}

TEST_CASE("a string that holds line ends is read whole")
{
    const RegFile file = decodeWide("[HKLM\\X]\r\n\"Comments\"=\"first\r\nsecond\"\r\n\"b\"=\"c\"\r\n");
    CHECK(file.issues.empty());
    REQUIRE(file.keys.at(0).values.size() == 2);
    CHECK(file.keys[0].values[0].text == "first\r\nsecond");
}

TEST_CASE("a string without an end costs only itself")
{
    const RegFile file = decodeWide("[HKLM\\X]\r\n\"a\"=\"never closed\r\n\"b\"=\"c\"\r\n[HKLM\\Y]\r\n\"d\"=\"e\"\r\n");
    REQUIRE(file.issues.size() == 1);
    CHECK(file.issues[0].line == 4);
    REQUIRE(file.keys.size() == 2);
    CHECK(file.keys[0].values.size() == 2);
    CHECK(file.keys[1].values.size() == 1);
}

TEST_CASE("a file cut off anywhere in an entry is told as damaged")
{
    const std::string whole = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r\n\"Name\"=\"value\"\r\n\"Number\"=dword:0000000a\r\n"
                              "\"Bytes\"=hex:01,02,\\\r\n  03,04\r\n";
    const std::size_t lastEntry = whole.find("\"Bytes\"");
    // Right after a complete line nothing can be noticed; everywhere else it must be.
    for (std::size_t length = 1; length < lastEntry; ++length) {
        const std::string cut = whole.substr(0, length);
        const bool complete = cut.ends_with("]") || cut.ends_with("]\r") || cut.ends_with("\n")
                              || cut.ends_with("value\"") || cut.ends_with("value\"\r") || cut.ends_with("0000000a")
                              || cut.ends_with("0000000a\r");
        INFO("cut after " << length << ": " << cut);
        CHECK(decodeWide(cut).issues.empty() == complete);
    }
    CHECK_FALSE(decodeWide(whole.substr(0, whole.find("02,") + 1)).issues.empty());
    CHECK_FALSE(decodeWide(whole.substr(0, whole.find("\\\r\n  03") + 3)).issues.empty());
    CHECK_FALSE(decodeRegFile(wide(std::string(header) + whole).substr(0, 101)).issues.empty());
}

TEST_CASE("deletions are not carried out, and values below them belong nowhere")
{
    const RegFile file = decodeWide("[HKLM\\X]\r\n\"a\"=-\r\n[-HKLM\\Y]\r\n\"b\"=\"c\"\r\n");
    CHECK(file.issues.size() == 2);
    REQUIRE(file.keys.size() == 1);
    CHECK(file.keys[0].values.empty());
}

TEST_CASE("a hole of zero bytes is damage")
{
    std::string body = "[HKLM\\X]\r\n\"a\"=\"1\"\r\n";
    body.append(4096, '\0');
    CHECK(decodeWide(body).issues.size() == 1);
}

TEST_CASE("bytes that are no registry export give issues, not keys")
{
    std::string noise;
    for (int at = 0; at < 5000; ++at) {
        noise += static_cast<char>((at * 7919 + 13) % 251);
        if (at % 9 == 0) {
            noise += '\n';
        }
    }
    const RegFile file = decodeRegFile(noise);
    CHECK_FALSE(file.issues.empty());
    CHECK(file.issues.size() <= RegFile::issueLimit);
}

TEST_CASE("the effort for many keys and for many open strings stays linear")
{
    const auto manyKeys = [](int keys) {
        std::string text(header);
        for (int at = 0; at < keys; ++at) {
            text += "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\K" + std::to_string(at)
                    + "]\r\n\"DisplayName\"=\"Name\"\r\n";
        }
        return wide(text);
    };
    const auto openStrings = [](int strings) {
        std::string text(header);
        text += "[HKLM\\X]\r\n";
        for (int at = 0; at < strings; ++at) {
            text += "\"a\"=\"b\r\n";
        }
        return text;
    };
    CHECK(decodeRegFile(manyKeys(60000)).keys.size() == 60000);
    CHECK(decodeRegFile(openStrings(200000)).keys.size() == 1);
    // Eight times as many; with quadratic effort it would be 64.
    CHECK(effortRatio(5000, 40000, [&](int keys) { (void)decodeRegFile(manyKeys(keys)); }) < 32);
    CHECK(effortRatio(20000, 160000, [&](int strings) { (void)decodeRegFile(openStrings(strings)); }) < 32);
}
