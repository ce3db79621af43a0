#include "platform/registry_data.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

using Type = RegistryValue::Type;

RegistryValue decode(unsigned type, std::string_view bytes)
{
    return decodeRegistryData("name", type, bytes, RegistryText::utf16);
}

std::string wide(std::string_view ascii)
{
    std::string bytes;
    for (const char letter : ascii) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

}   // namespace

TEST_CASE("registry text ends with or without a terminator, and an odd byte is dropped")
{
    CHECK(decode(1, wide("AVP21")).text == "AVP21");
    CHECK(decode(1, wide(std::string("AVP21\0\0", 7))).text == "AVP21");
    CHECK(decode(1, wide(std::string("in\0side", 7))).text == std::string("in\0side", 7));
    CHECK(decode(1, wide("odd") + "x").text == "odd");
    CHECK(decode(1, "").text.empty());
    CHECK(decode(1, "\x01").text.empty());
    CHECK(decode(1, std::string("\0", 1)).text.empty());
    CHECK(decode(2, wide("%A%")).type == Type::expandString);
    CHECK(decode(1, std::string("\x3D\xD8", 2)).text == "\xEF\xBF\xBD");
}

TEST_CASE("text stored as 8-bit characters is read when it cannot be anything else")
{
    CHECK(decode(1, std::string("Kaspersky Lab\0", 14)).text == "Kaspersky Lab");
    CHECK(decode(1, "KSDE5").text == "KSDE5");
    CHECK(decode(7, std::string("first\0", 6)).texts == std::vector<std::string>{"first"});
    // An even number of letters without an end could be Chinese.
    CHECK(decode(1, "AVP21x").text != "AVP21x");
    // "\u4E2D\u6587" and a terminator.
    CHECK(decode(1, std::string("\x2D\x4E\x87\x65\0\0", 6)).text == "\xE4\xB8\xAD\xE6\x96\x87");
    CHECK(decode(1, wide("a")).text == "a");
    CHECK(decode(1, std::string("ab\0", 3)).text == "\xE6\x89\xA1");   // too short to be sure
}

TEST_CASE("lists of texts need no terminator and drop empty ones")
{
    CHECK(decode(7, wide(std::string("a\0b\0\0", 5))).texts == std::vector<std::string>{"a", "b"});
    CHECK(decode(7, wide(std::string("a\0b", 3))).texts == std::vector<std::string>{"a", "b"});
    CHECK(decode(7, wide(std::string("\0\0a", 3))).texts == std::vector<std::string>{"a"});
    CHECK(decode(7, "").texts.empty());
}

TEST_CASE("numbers of the wrong size keep their bytes")
{
    CHECK(decode(4, std::string("\x01\0\0\0", 4)).number == 1);
    CHECK(decode(4, std::string("\x02\0\0\0\xFF", 5)).number == 2);
    CHECK(decode(4, "\x01").type == Type::other);
    CHECK(decode(4, "\x01").bytes == "\x01");
    CHECK(decode(11, std::string("\0\0\0\0\0\0\0\x80", 8)).number == 0x8000000000000000u);
    CHECK(decode(11, std::string("\x01\0\0\0", 4)).type == Type::other);
    CHECK(decode(5, std::string("\0\0\0\x01", 4)).type == Type::other);
    CHECK(decode(0, "x").type == Type::none);
    CHECK(decode(3, "x").type == Type::binary);
    CHECK(decode(0xFFFFFFFF, "x").bytes == "x");
}

TEST_CASE("people are local, domain and cloud accounts, whatever the case")
{
    CHECK(isPersonSid("S-1-5-21-1004336348-1177238915-682003330-1001"));
    CHECK(isPersonSid("s-1-12-1-1-2-3-4"));
    CHECK_FALSE(isPersonSid("S-1-5-18"));
    CHECK_FALSE(isPersonSid(".DEFAULT"));
    CHECK_FALSE(isPersonSid("S-1-5-21-1-2-3-1001_Classes"));
    CHECK_FALSE(isPersonSid("S-1-5-21-1-2-3-1001.bak"));
}

TEST_CASE("a person is called like the folder of the profile")
{
    RegistryValue folder;
    folder.name = "profileImagePath";
    folder.type = Type::expandString;
    folder.text = "%SystemDrive%\\Users\\ana";
    CHECK(profileFolderFrom({folder}) == "%SystemDrive%\\Users\\ana");
    CHECK(userNameFrom({folder}) == "ana");
    folder.text = "ana";
    CHECK(userNameFrom({folder}) == "ana");
    CHECK(userNameFrom({}).empty());
}
