#include "catalog/catalog_delta.h"
#include "catalog/gzip.h"
#include "unit/catalog/signed_catalog.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

std::string number(std::size_t value)
{
    std::string out;
    for (int i = 0; i < 4; ++i) {
        out += static_cast<char>(value >> (8 * i) & 0xFF);
    }
    return out;
}

std::string copy(std::size_t offset, std::size_t length)
{
    return "C" + number(offset) + number(length);
}

std::string literal(const std::string& bytes)
{
    return "D" + number(bytes.size()) + bytes;
}

}   // namespace

TEST_CASE("what was packed is unpacked, up to the limit and not a byte further")
{
    const std::string text(100'000, 'x');
    const std::string packed = test::gzip(text);
    CHECK(gunzip(packed, text.size()).value() == text);
    CHECK(gunzip(packed, text.size() - 1).error().code == ErrorCode::tooLarge);
    CHECK(gunzip(test::gzip(""), 0).value().empty());
}

TEST_CASE("a bomb is stopped at the limit")
{
    const std::string bomb = test::gzip(std::string(64u << 20, '\0'));
    REQUIRE(bomb.size() < 400'000);
    CHECK(gunzip(bomb, 1'000'000).error().code == ErrorCode::tooLarge);
}

TEST_CASE("what is cut off, changed or continued is not unpacked")
{
    const std::string packed = test::gzip("a catalog that is long enough to be cut off somewhere");
    for (std::size_t length = 0; length < packed.size(); ++length) {
        CHECK_FALSE(gunzip(packed.substr(0, length), 1000).has_value());
    }
    CHECK_FALSE(gunzip(packed + "x", 1000).has_value());
    CHECK_FALSE(gunzip(packed + packed, 1000).has_value());
    std::string changed = packed;
    changed[packed.size() / 2] = static_cast<char>(changed[packed.size() / 2] ^ 1);
    CHECK_FALSE(gunzip(changed, 1000).has_value());
    CHECK_FALSE(gunzip("this is no gzip", 1000).has_value());
}

TEST_CASE("a delta copies from the old database and adds what is new")
{
    const std::string old = "0123456789";
    const std::string magic = "OFFRDLT1";
    CHECK(applyDelta(old, magic + copy(2, 3) + literal("xy") + copy(0, 10), 15).value() == "234xy0123456789");
    CHECK(applyDelta(old, magic, 0).value().empty());
    CHECK(applyDelta("", magic + literal("all of it"), 9).value() == "all of it");
}

TEST_CASE("a delta that reaches outside, makes too much or too little, or is cut off is refused")
{
    const std::string old = "0123456789";
    const std::string magic = "OFFRDLT1";
    const std::string whole = magic + copy(0, 10) + literal("ab");
    REQUIRE(applyDelta(old, whole, 12).has_value());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CHECK_FALSE(applyDelta(old, whole.substr(0, length), 12).has_value());
    }
    CHECK_FALSE(applyDelta(old, whole, 11).has_value());
    CHECK_FALSE(applyDelta(old, whole, 13).has_value());
    CHECK_FALSE(applyDelta(old, magic + copy(5, 6), 6).has_value());
    CHECK_FALSE(applyDelta(old, magic + copy(0xFFFFFFFF, 0xFFFFFFFF), 6).has_value());
    CHECK_FALSE(applyDelta(old, magic + "X", 0).has_value());
    CHECK_FALSE(applyDelta(old, "OFFRDLT2" + copy(0, 10), 10).has_value());
}
