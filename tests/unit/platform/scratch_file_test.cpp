#include "platform/scratch_file.h"

#include <catch2/catch.hpp>

#include <string>

using namespace offramp;

TEST_CASE("a scratch file gives back what was put into it, and nothing that was not")
{
    auto file = makeScratchFile();
    REQUIRE(file);
    REQUIRE((*file)->append("first"));
    REQUIRE((*file)->append(std::string("\0second", 7)));
    CHECK((*file)->read(0, 5) == std::string("first"));
    CHECK((*file)->read(5, 7) == std::string("\0second", 7));
    CHECK((*file)->read(3, 0) == std::string());
    const auto beyond = (*file)->read(8, 5);
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().code == ErrorCode::io);
    auto other = makeScratchFile();
    REQUIRE(other);
    CHECK_FALSE((*other)->read(0, 1));
}
