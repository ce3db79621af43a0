#include "inventory/sources/property_list.h"
#include "inventory/sources/property_list_limits.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace offramp;
using namespace offramp::sources;

namespace {

std::string fromHex(std::string_view digits)
{
    std::string bytes;
    const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    for (std::size_t index = 0; index + 1 < digits.size(); index += 2) {
        bytes += static_cast<char>(value(digits[index]) * 16 + value(digits[index + 1]));
    }
    return bytes;
}

// The same values as xmlInformation, written by another program.
const std::string binaryInformation =
    fromHex("62706c6973743030da0102030405060708090a0b0c0d0e0f10111213145f1012434642756e646c654964656e74696669"
            "65725c434642756e646c654e616d655f101a434642756e646c6553686f727456657273696f6e537472696e675f10184e"
            "5348756d616e5265616461626c65436f707972696768745b4c535549456c656d656e7455436f756e7455526174696f54"
            "5768656e5444617461544c6973745f1011636f6d2e6b6173706572736b792e6b6176594b6173706572736b795632342e"
            "312e306f10370043006f0070007900720069006700680074002000a90020003200300032003400200041004f0020004b"
            "006100730070006500720073006b00790020004c00610062002e00200041006c006c0020007200690067006800740073"
            "002000720065007300650072007600650064002e091007233ff80000000000003341c5821440000000430001ffa21516"
            "5161d1171851626100e90008001d0032003f005c007700830089008f00940099009e00b200bc00c30134013501370140"
            "0149014d0150015201550157000000000000020100000000000000190000000000000000000000000000015a");

const std::string xmlInformation = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleIdentifier</key><string>com.kaspersky.kav</string>
<key>CFBundleName</key><string>Kaspersky</string>
<key>CFBundleShortVersionString</key><string>24.1.0</string>
<!-- a <comment> that opens nothing -->
<key>NSHumanReadableCopyright</key><string>Copyright © 2024 AO Kaspersky Lab. All rights reserved.</string>
<key>LSUIElement</key><true/>
<key>Count</key><integer>7</integer>
<key>Ratio</key><real>1.5</real>
<key>When</key><date>2023-11-14T22:13:20Z</date>
<key>Data</key><data>AAH/</data>
<key>List</key><array><string>a</string><dict><key>b</key><string>é</string></dict></array>
</dict></plist>
)";

void checkInformation(const PropertyValue& value)
{
    REQUIRE(value.type == PropertyValue::Type::dictionary);
    CHECK(value.fields.size() == 10);
    CHECK(value.textOf("CFBundleIdentifier") == "com.kaspersky.kav");
    CHECK(value.textOf("NSHumanReadableCopyright") == "Copyright © 2024 AO Kaspersky Lab. All rights reserved.");
    CHECK(value.textOf("Count").empty());
    CHECK(value.textOf("Missing").empty());
    REQUIRE(value.find("LSUIElement") != nullptr);
    CHECK(value.find("LSUIElement")->flag);
    CHECK(value.find("Count")->integer == 7);
    CHECK(value.find("Ratio")->real == 1.5);
    CHECK(toString(value.find("When")->date) == "2023-11-14T22:13:20Z");
    CHECK(value.find("Data")->text == std::string("\x00\x01\xFF", 3));
    const PropertyValue* const list = value.find("List");
    REQUIRE(list->items.size() == 2);
    CHECK(list->items[0].text == "a");
    CHECK(list->items[1].textOf("b") == "é");
}

ErrorCode codeOf(std::string_view bytes)
{
    const auto value = parsePropertyList(bytes, "/x.plist");
    REQUIRE_FALSE(value);
    CHECK(value.error().context == "/x.plist");
    return value.error().code;
}

std::string nestedXml(std::size_t depth)
{
    std::string text = "<plist version=\"1.0\">";
    for (std::size_t level = 0; level < depth; ++level) {
        text += "<array>";
    }
    for (std::size_t level = 0; level < depth; ++level) {
        text += "</array>";
    }
    return text + "</plist>";
}

// `contents` are whole objects with one-byte references and less than 256 bytes in all.
std::string binaryList(const std::vector<std::string>& objects, unsigned root)
{
    std::string bytes = "bplist00";
    std::string offsets;
    for (const std::string& object : objects) {
        offsets += static_cast<char>(bytes.size());
        bytes += object;
    }
    const std::size_t table = bytes.size();
    bytes += offsets;
    bytes += std::string(6, '\0') + '\x01' + '\x01';
    bytes += std::string(7, '\0') + static_cast<char>(objects.size());
    bytes += std::string(7, '\0') + static_cast<char>(root);
    bytes += std::string(7, '\0') + static_cast<char>(table);
    return bytes;
}

std::string arrayOf(std::initializer_list<unsigned> references)
{
    std::string object(1, static_cast<char>(0xA0 | references.size()));
    for (const unsigned reference : references) {
        object += static_cast<char>(reference);
    }
    return object;
}

}   // namespace

TEST_CASE("an XML property list gives every kind of value")
{
    const auto value = parsePropertyList(xmlInformation, "x");
    REQUIRE(value);
    checkInformation(*value);
}

TEST_CASE("a binary property list gives the same values as its XML form")
{
    const auto value = parsePropertyList(binaryInformation, "x");
    REQUIRE(value);
    checkInformation(*value);
}

TEST_CASE("a property list with a byte order mark is read")
{
    CHECK(parsePropertyList("\xEF\xBB\xBF" + xmlInformation, "x"));
}

TEST_CASE("what is no property list is malformed")
{
    CHECK(codeOf("") == ErrorCode::malformed);
    CHECK(codeOf("hello") == ErrorCode::malformed);
    CHECK(codeOf("bplist00") == ErrorCode::malformed);
    CHECK(codeOf(std::string(100, '\0')) == ErrorCode::malformed);
    CHECK(codeOf("<html><body></body></html>") == ErrorCode::malformed);
    CHECK(codeOf("{ \"json\": true }") == ErrorCode::malformed);
}

TEST_CASE("a cut property list is malformed wherever it is cut")
{
    for (std::size_t length = 0; length < binaryInformation.size(); ++length) {
        INFO("binary cut after " << length);
        CHECK_FALSE(parsePropertyList(std::string_view(binaryInformation).substr(0, length), "x"));
    }
    const std::size_t end = xmlInformation.find("</plist>");
    for (std::size_t length = 0; length < end; length += 7) {
        INFO("xml cut after " << length);
        CHECK_FALSE(parsePropertyList(std::string_view(xmlInformation).substr(0, length), "x"));
    }
}

TEST_CASE("a property list that is too large is refused unread")
{
    CHECK(codeOf(std::string(propertyListLimit + 1, ' ')) == ErrorCode::tooLarge);
}

TEST_CASE("a document type with its own entities is refused")
{
    CHECK(codeOf("<?xml version=\"1.0\"?><!DOCTYPE plist [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                 "<plist version=\"1.0\"><string>&b;</string></plist>")
          == ErrorCode::malformed);
}

TEST_CASE("text with a NUL character is refused in every spelling")
{
    const auto xml = [](std::string_view content) {
        return "<plist version=\"1.0\"><dict><key>" + std::string(content) + "</key><string>" + std::string(content)
               + "</string></dict></plist>";
    };
    CHECK(parsePropertyList(xml("a&#233;&#xe9;&#x1F600;"), "x"));
    CHECK(codeOf(xml(std::string_view("a\0b", 3))) == ErrorCode::malformed);
    for (const std::string_view reference :
         {"&#0;", "&#00;", "&#x0;", "&#X00;", "&#;", "&#zz;", "&#a;", "&#4294967296;"}) {
        INFO(reference);
        CHECK(codeOf(xml(reference)) == ErrorCode::malformed);
    }
    CHECK(codeOf(binaryList({std::string("\x53"
                                         "a\0b",
                                         4)},
                            0))
          == ErrorCode::malformed);
    CHECK(codeOf(binaryList({std::string("\x62\0a\0\0", 5)}, 0)) == ErrorCode::malformed);
    CHECK(parsePropertyList(binaryList({std::string("\x62\0a\1\0", 5)}, 0), "x"));
    const std::string keyed("\xD1\x01\x02", 3);
    CHECK(codeOf(binaryList({keyed, std::string("\x52k\0", 3), std::string("\x51v", 2)}, 0)) == ErrorCode::malformed);
    CHECK(parsePropertyList(binaryList({keyed, "\x51k", "\x51v"}, 0), "x"));
}

TEST_CASE("a list with more character references than anybody writes is refused")
{
    std::string text = "<plist version=\"1.0\"><string>";
    for (int count = 0; count < 300000; ++count) {
        text += "&amp;";
    }
    CHECK(codeOf(text + "</string></plist>") == ErrorCode::malformed);
}

TEST_CASE("nesting is limited in XML")
{
    CHECK(parsePropertyList(nestedXml(propertyListDepth - 2), "x"));
    CHECK(codeOf(nestedXml(propertyListDepth + 1)) == ErrorCode::malformed);
    CHECK(codeOf(nestedXml(100000)) == ErrorCode::malformed);
    std::string quoted = "<plist version=\"1.0\">";
    for (int level = 0; level < 100000; ++level) {
        quoted += "<array x=\"/>\">";
    }
    CHECK(codeOf(quoted) == ErrorCode::malformed);
}

TEST_CASE("a binary list that contains itself is refused")
{
    CHECK(codeOf(binaryList({arrayOf({0})}, 0)) == ErrorCode::malformed);
    CHECK(codeOf(binaryList({arrayOf({1}), arrayOf({0})}, 0)) == ErrorCode::malformed);
}

TEST_CASE("a binary list that names one object many times is counted written out")
{
    // Fifteen references per level: seven levels are 15^7 = 170 million values in some hundred bytes.
    std::vector<std::string> objects{std::string("\x51x", 2)};
    for (unsigned level = 0; level < 7; ++level) {
        objects.push_back(
            arrayOf({level, level, level, level, level, level, level, level, level, level, level, level}));
    }
    CHECK(codeOf(binaryList(objects, 7)) == ErrorCode::malformed);
    CHECK(parsePropertyList(binaryList(objects, 2), "x"));
}

TEST_CASE("a binary list is as deep as its longest path, in whatever order objects are named")
{
    std::vector<std::string> objects{arrayOf({})};
    for (unsigned level = 0; level < 100; ++level) {
        objects.push_back(arrayOf({level}));
    }
    CHECK(codeOf(binaryList(objects, 100)) == ErrorCode::malformed);
    // Naming the shallow ones first must not hide the depth of the last.
    std::vector<std::string> shared = objects;
    shared.push_back(arrayOf({10, 20, 30, 40, 50, 60, 70, 80, 90, 100}));
    CHECK_FALSE(binaryPropertyListIsModest(binaryList(shared, 101)));
    shared.back() = arrayOf({10, 20, 30, 40, 50, 60});
    CHECK(binaryPropertyListIsModest(binaryList(shared, 101)));
}
