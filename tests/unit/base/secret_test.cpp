#include "base/secret.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

using namespace offramp;

namespace {

bool isZero(const char* memory, std::size_t bytes)
{
    return std::all_of(memory, memory + bytes, [](char c) { return c == 0; });
}

}   // namespace

TEST_CASE("what is overwritten is zeros, and nothing beside it")
{
    std::array<char, 8> bytes{'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'};
    overwrite(bytes.data() + 2, 3);
    CHECK(bytes == std::array<char, 8>{'a', 'b', 0, 0, 0, 'f', 'g', 'h'});
}

TEST_CASE("a secret text is overwritten where it stands, also what it once held behind its end")
{
    const std::size_t length = GENERATE(std::size_t{5}, std::size_t{500});   // inside the object, and on the heap
    std::string secret(length, 'x');
    secret.resize(length - 2);
    const char* const memory = secret.data();
    const std::size_t room = secret.capacity();
    overwrite(secret);
    CHECK(secret.empty());
    CHECK(secret.data() == memory);
    CHECK(isZero(memory, room));
    overwrite(secret);
    CHECK(secret.empty());
}

TEST_CASE("a secret is overwritten at the end of its scope, however that is left")
{
    std::string secret = "correct horse battery staple";
    const auto length = [&secret] {
        const Overwritten ending(secret);
        return secret.size();
    }();
    CHECK(length == 28);
    CHECK(secret.empty());
}
