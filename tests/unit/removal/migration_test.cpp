#include "removal/migration.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace std::chrono_literals;

namespace {

Moment momentAt(int minutes, const std::string& boot = "one")
{
    return {Instant{std::chrono::minutes{30'000'000 + minutes}}, boot, std::chrono::minutes{60 + minutes}};
}

using Readings = std::vector<ProtectionReading>;
using GapState = ProtectionGap::State;

}   // namespace

TEST_CASE("the words of a removal are read back as what they were", "[migration]")
{
    for (auto state = StepState::waiting; state <= StepState::undone;
         state = static_cast<StepState>(static_cast<int>(state) + 1)) {
        CHECK(stepStateFromString(toString(state)) == state);
    }
    for (const auto protection : {Protection::on, Protection::off, Protection::notKnown}) {
        CHECK(protectionFromString(toString(protection)) == protection);
    }
    for (const auto ending : {Ending::finished, Ending::abandoned}) {
        CHECK(endingFromString(toString(ending)) == ending);
    }
}

TEST_CASE("time is counted by the time since boot, and by the clock only across a restart", "[migration]")
{
    Moment setBack = momentAt(10);
    setBack.at -= std::chrono::hours{48};
    CHECK(timeBetween(momentAt(0), setBack) == 10min);
    CHECK(timeBetween(momentAt(0, "one"), momentAt(5, "two")) == 5min);
    setBack.boot = "two";
    CHECK_FALSE(timeBetween(momentAt(0), setBack));
}

TEST_CASE("the gap is what was seen without protection, and at most what nobody looked at", "[migration]")
{
    const Readings closed{{Protection::on, momentAt(0)},
                          {Protection::on, momentAt(10)},
                          {Protection::off, momentAt(13)},
                          {Protection::off, momentAt(15)},
                          {Protection::on, momentAt(16)}};
    auto gap = gapOf(closed, momentAt(100));
    CHECK(gap.state == GapState::closed);
    CHECK(gap.least == 2min);
    CHECK(gap.most == 6min);
    CHECK(gap.since == momentAt(13).at);
    CHECK_FALSE(gap.partlyUnknown);

    gap = gapOf({{Protection::on, momentAt(0)}, {Protection::off, momentAt(1)}}, momentAt(21));
    CHECK(gap.state == GapState::open);
    CHECK(gap.least == 20min);
    CHECK(gap.most == 21min);

    gap = gapOf({{Protection::on, momentAt(0)}, {Protection::on, momentAt(9)}}, momentAt(10));
    CHECK(gap.state == GapState::none);
    CHECK(gap.most == 0min);
}

TEST_CASE("a gap nobody could see is not known, and never none", "[migration]")
{
    CHECK(gapOf({}, momentAt(1)).state == GapState::notKnown);
    CHECK(gapOf({{Protection::notKnown, momentAt(0)}}, momentAt(1)).state == GapState::notKnown);
    auto gap =
        gapOf({{Protection::on, momentAt(0)}, {Protection::notKnown, momentAt(1)}, {Protection::on, momentAt(9)}},
              momentAt(10));
    CHECK(gap.state == GapState::notKnown);
    CHECK(gap.partlyUnknown);

    // The clock was set back while the computer was off.
    gap = gapOf({{Protection::off, momentAt(60, "one")}, {Protection::on, momentAt(0, "two")}}, momentAt(1, "two"));
    CHECK(gap.state == GapState::closed);
    CHECK(gap.partlyUnknown);
    CHECK(gap.most == 0min);
}
