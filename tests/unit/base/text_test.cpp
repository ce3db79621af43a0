#include "base/text.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace std::string_literals;

TEST_CASE("names are compared without case in Latin, Greek and Cyrillic")
{
    CHECK(text::fold("KASPERSKY") == "kaspersky");
    CHECK(text::fold("ЛАБОРАТОРИЯ Касперского Ё") == "лаборатория касперского ё");
    CHECK(text::fold("ÉÀÜß Š ŁÓDŹ") == "éàüß š łódź");
    CHECK(text::fold("ΚΑΛΗΜΕΡΑ") == "καλημερα");
    CHECK(text::fold("卡巴斯基") == "卡巴斯基");
}

TEST_CASE("a display name loses quotation marks, trademark signs and odd blanks")
{
    CHECK(text::foldName("\"Лаборатория Касперского\"") == "лаборатория касперского");
    CHECK(text::foldName("Kaspersky®  Internet\u00A0Security™ ") == "kaspersky internet security");
    CHECK(text::foldName("Agent d'administration") == "agent dadministration");
    CHECK(text::foldName("Agent d\u2019administration") == "agent dadministration");
    CHECK(text::foldName("«Антивирус»\tКасперского") == "антивирус касперского");
    CHECK(text::foldName("\u200E\0 x"s) == "x");
}

TEST_CASE("a path is the same however Windows spells it")
{
    CHECK(text::foldPath("\"C:\\Program Files (x86)\\Kaspersky Lab\\\"") == "c:/program files (x86)/kaspersky lab/");
    CHECK(text::foldPath("\\??\\C:\\ProgramData\\x.sys") == "c:/programdata/x.sys");
    CHECK(text::foldPath("\\\\?\\C:\\a\\\\b") == "c:/a/b");
    CHECK(text::foldPath("\"C:\\a b\\avp.exe\" -r") == "c:/a b/avp.exe\" -r");
    CHECK(text::foldPath("/opt/Kaspersky") == "/opt/kaspersky");
}

TEST_CASE("UTF-16 and Windows-1252 become UTF-8, damaged parts included")
{
    CHECK(text::fromUtf16le("K\0\x3a\x04"s) == "Kк");
    CHECK(text::fromUtf16le("\x3d\xd8\x00\xde"s) == "😀");
    CHECK(text::fromUtf16le("\x3d\xd8"s) == "\uFFFD");
    CHECK(text::fromUtf16le("A\0B"s) == "A");
    CHECK(text::fromWindows1252("\xc4\x80\xdf") == "Ä€ß");
    CHECK(text::isUtf8("Лаб"));
    CHECK_FALSE(text::isUtf8("\xc4"));
    CHECK_FALSE(text::isUtf8("\xed\xa0\x80"));
    CHECK_FALSE(text::isUtf8("\xc0\xaf"));
}

TEST_CASE("bytes that are no text survive folding unchanged")
{
    CHECK(text::fold("A\xff\xfe") == "a\xff\xfe");
    CHECK(text::split("a;;b", ';') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(text::trim("\t x \r\n\0"s) == "x");
}
