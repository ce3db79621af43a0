#include "base/pattern.h"
#include "inventory/version.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

std::optional<std::string> version(std::string_view pattern, std::string_view text)
{
    const auto match = Pattern(pattern).match(text);
    return match ? std::optional(match->version) : std::nullopt;
}

}   // namespace

TEST_CASE("a pattern without wildcards is the whole text and nothing else")
{
    CHECK(version("klif", "klif") == "");
    CHECK_FALSE(version("klif", "klif2"));
    CHECK_FALSE(version("klif", "xklif"));
    CHECK(Pattern("klif").isExact());
    CHECK_FALSE(Pattern("kl*").isExact());
}

TEST_CASE("a version run takes digits and separators and tells the version")
{
    CHECK(version("avp#", "avp21.3") == "21.3");
    CHECK(version("klif.k4w-#", "klif.k4w-21-25") == "21.25");
    CHECK(version("klupd_k4w-#_arkmon", "klupd_k4w-21-25_arkmon") == "21.25");
    CHECK(version("klvssbridge64_#", "klvssbridge64_20.0") == "20.0");
    CHECK_FALSE(version("avp#", "avp"));
    CHECK_FALSE(version("avp#", "avpui"));
}

TEST_CASE("a star is any run and matching is anchored at both ends")
{
    CHECK(version("*/kaspersky lab/kaspersky total security #/*",
                  "c:/program files/kaspersky lab/kaspersky total security 21.2/avp.exe")
          == "21.2");
    CHECK(version("kaspersky*", "kaspersky") == "");
    CHECK(version("*", "") == "");
    CHECK_FALSE(version("kaspersky *", "kaspersky"));
    CHECK_FALSE(version("*security", "security center"));
}

TEST_CASE("hostile patterns and texts end quickly")
{
    const std::string text(4000, 'a');
    CHECK_FALSE(version("*a*a*a*a*a*a*a*a*b", text));
    CHECK_FALSE(version("#1#1#1#1#x", std::string(3000, '1')));
    CHECK_FALSE(version("*b#", std::string(100000, 'b')));
}

TEST_CASE("versions agree as far as both are known")
{
    CHECK(versionsAgree("21.16.6.467", "21.16", 2));
    CHECK(versionsAgree("21", "21.3", 2));
    CHECK(versionsAgree("", "19.0", 2));
    CHECK_FALSE(versionsAgree("21.3", "21.25", 2));
    CHECK(versionsAgree("21.3", "21.25", 1));
    CHECK_FALSE(versionsAgree("19.0.0", "21.3", 1));
}
