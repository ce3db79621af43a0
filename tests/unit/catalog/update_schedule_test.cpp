#include "catalog/update_schedule.h"

#include "catalog/vault_state.h"

#include <catch2/catch.hpp>
#include <set>

using namespace offramp;
using namespace std::chrono_literals;

namespace {

const Instant monday = parseInstant("2026-11-23T12:00:00Z")->instant;

}   // namespace

TEST_CASE("nobody is asked until the person allowed it")
{
    CHECK(dueAt({}, monday) == Due::notAllowed);
    CHECK(dueAt({Automatic::off, monday - 100 * 24h}, monday) == Due::notAllowed);
    CHECK(dueAt({Automatic::weekly, std::nullopt}, monday) == Due::now);
    CHECK(dueAt({Automatic::weekly, monday}, monday) == Due::now);
    CHECK(dueAt({Automatic::weekly, monday + 1s}, monday) == Due::notYet);
}

TEST_CASE("a clock that was wrong does not end updates for years")
{
    CHECK(dueAt({Automatic::weekly, monday + 9 * 24h}, monday) == Due::notYet);
    CHECK(dueAt({Automatic::weekly, monday + 9 * 24h + 1s}, monday) == Due::now);
    CHECK(dueAt({Automatic::weekly, monday + 3650 * 24h}, monday) == Due::now);
}

TEST_CASE("two tries are never less than a week apart, and people are spread over time")
{
    std::set<Instant> first;
    std::set<Instant> next;
    for (std::uint64_t random = 0; random < 1000; ++random) {
        const std::uint64_t spread = random * 0x9E3779B97F4A7C15ull;
        const Instant started = firstTryAfter(monday, spread);
        const Instant again = nextTryAfter(monday, spread);
        CHECK((started >= monday && started < monday + 7 * 24h));
        CHECK((again >= monday + 7 * 24h && again < monday + 9 * 24h));
        CHECK(dueAt({Automatic::weekly, again}, monday) == Due::notYet);
        first.insert(started);
        next.insert(again);
    }
    CHECK(first.size() > 900);
    CHECK(next.size() > 900);
}

TEST_CASE("what the vault remembers is read back as it was written")
{
    VaultState state;
    state.current = 43;
    state.highest = 44;
    state.schedule = {Automatic::weekly, monday + 8 * 24h};
    state.lastTry = LastTry{monday, UpdateResult::refused,
                            Reason{ReasonCode::updateExpired, {std::string("44"), dayIn(Zone{}, monday)}, {}},
                            "https://example.org/"};
    const auto read = parseState(writeState(state));
    REQUIRE(read.has_value());
    CHECK(read->current == 43);
    CHECK_FALSE(read->previous.has_value());
    CHECK(read->highest == 44);
    CHECK(read->schedule.automatic == Automatic::weekly);
    CHECK(read->schedule.nextTry == state.schedule.nextTry);
    CHECK(read->lastTry == state.lastTry);
}

TEST_CASE("a damaged state is no state")
{
    VaultState state;
    state.current = 43;
    const std::string good = writeState(state);
    REQUIRE(parseState(good).has_value());
    for (const std::string& bad :
         {std::string(), std::string("null"), good.substr(0, good.size() / 2), std::string("{\"format\": \"other/1\"}"),
          std::string("{\"format\": \"offramp.catalogVault/1\", \"current\": \"43\", \"previous\": null, \"highest\": "
                      "1, \"automatic\": false}"),
          std::string("{\"format\": \"offramp.catalogVault/1\", \"current\": -1, \"previous\": null, \"highest\": 1, "
                      "\"automatic\": false}")}) {
        CHECK_FALSE(parseState(bad).has_value());
    }
}
