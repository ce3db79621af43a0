// The history grows when something is new, and only then.
#include "state/check_history.h"

#include "state/migrations.h"
#include "unit/catalog/mini_catalog.h"

#include <SQLiteCpp/Statement.h>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace std::chrono_literals;
using test::ScratchFolder;

namespace {

const Instant noon{std::chrono::seconds{1'795'453'200}};

CheckOutcome affected()
{
    CheckOutcome outcome;
    outcome.verdict = Verdict::affected;
    outcome.person = Person::us;
    outcome.catalogSerial = 41;
    outcome.factsAsOf = *parseDay("2026-11-23");
    outcome.conclusive = true;
    outcome.found = {
        {"kaspersky.plus", "Kaspersky Plus", "21.3", InstallationState::installed, Status::updatesEnded, 4}};
    outcome.places = {{SourceKind::windowsPrograms, Coverage::complete}};
    return outcome;
}

struct Remembering {
    ScratchFolder folder;
    std::unique_ptr<StateDatabase> state =
        std::move(StateDatabase::open(folder.path() / "state.db", stateMigrations()).value());
    CheckHistory history{*state};

    std::vector<RememberedCheck> all() const { return history.all().value(); }
};

}   // namespace

TEST_CASE("a check that says the same again moves the last time, one that says something new is added")
{
    Remembering remembering;
    REQUIRE(remembering.history.remember(affected(), noon, "first"));
    REQUIRE(remembering.history.remember(affected(), noon + 24h, "second"));
    auto all = remembering.all();
    REQUIRE(all.size() == 1);
    CHECK(all[0].outcome == affected());
    CHECK(all[0].firstSeen == noon);
    CHECK(all[0].lastSeen == noon + 24h);
    CHECK(all[0].times == 2);
    CHECK(remembering.history.report(all[0].id).value() == "second");

    CheckOutcome clean = affected();
    clean.verdict = Verdict::clean;
    clean.found.clear();
    REQUIRE(remembering.history.remember(clean, noon + 48h, "third"));
    REQUIRE(remembering.history.remember(affected(), noon + 72h, "fourth"));
    all = remembering.all();
    REQUIRE(all.size() == 3);   // the same as two before, but not as the newest
    CHECK(all[0].outcome == affected());
    CHECK(all[1].outcome == clean);
}

TEST_CASE("each difference makes a check a new one")
{
    for (int difference = 0; difference < 7; ++difference) {
        INFO(difference);
        CheckOutcome other = affected();
        switch (difference) {
        case 0: other.verdict = Verdict::unclear; break;
        case 1: other.person = Person::federal; break;
        case 2: other.catalogSerial = 42; break;
        case 3: other.conclusive = false; break;
        case 4: other.found[0].version = "21.4"; break;
        case 5: other.found[0].traces = 5; break;
        default: other.places[0].coverage = Coverage::denied;
        }
        Remembering remembering;
        REQUIRE(remembering.history.remember(affected(), noon, "{}"));
        REQUIRE(remembering.history.remember(other, noon, "{}"));
        CHECK(remembering.all().size() == 2);
    }
}

TEST_CASE("the history does not grow without end, and can be cleared")
{
    Remembering remembering;
    CheckOutcome outcome = affected();
    for (std::int64_t i = 0; i < mostRemembered + 5; ++i) {
        outcome.catalogSerial = i;
        REQUIRE(remembering.history.remember(outcome, noon + i * 1h, "{}"));
    }
    const auto all = remembering.all();
    REQUIRE(all.size() == static_cast<std::size_t>(mostRemembered));
    CHECK(all.front().outcome.catalogSerial == mostRemembered + 4);
    CHECK(all.back().outcome.catalogSerial == 5);
    REQUIRE(remembering.history.clear());
    CHECK(remembering.all().empty());
    CHECK(remembering.history.report(all.front().id).error().code == ErrorCode::notFound);
}

TEST_CASE("a clock that was set back does not take the last time back")
{
    Remembering remembering;
    REQUIRE(remembering.history.remember(affected(), noon, "{}"));
    REQUIRE(remembering.history.remember(affected(), noon - 48h, "{}"));
    CHECK(remembering.all()[0].lastSeen == noon);
}

TEST_CASE("names that are not UTF-8 are remembered, and rows of a later version are left out")
{
    Remembering remembering;
    CheckOutcome odd = affected();
    odd.found[0].title = "Kasper\xFFsky";
    REQUIRE(remembering.history.remember(odd, noon, "{}"));
    CHECK(remembering.all().size() == 1);
    REQUIRE(remembering.state->change(
        [](SQLite::Database& database) { database.exec("UPDATE check_history SET verdict = 'somethingNew'"); }));
    CHECK(remembering.all().empty());
    REQUIRE(remembering.state->change(
        [](SQLite::Database& database) { database.exec("UPDATE check_history SET verdict = 'clean', found = '{'"); }));
    CHECK(remembering.all().empty());
}

TEST_CASE("what changed between two checks is told in order, verdict first")
{
    using Kind = CheckChange::Kind;
    CheckOutcome before = affected();
    before.found.push_back({"ultraav", "UltraAV", "1.0", InstallationState::installed, Status::moved, 1});
    CheckOutcome after = affected();
    CHECK(changesBetween(after, after).empty());
    after.verdict = Verdict::traces;
    after.found[0].state = InstallationState::leftover;
    after.found[0].status = Status::leftover;
    after.found[0].traces = 2;
    after.found.push_back({"kaspersky.vpn", "Kaspersky VPN", "21", InstallationState::installed, Status::unclear, 1});
    after.person = Person::federal;
    after.catalogSerial = 42;
    after.factsAsOf = *parseDay("2026-12-01");
    after.places[0].coverage = Coverage::denied;
    const std::vector<CheckChange> expected{
        {Kind::verdict, {}, "affected", "traces"},
        {Kind::state, "Kaspersky Plus", "installed", "leftover"},
        {Kind::appeared, "Kaspersky VPN", {}, "21"},
        {Kind::gone, "UltraAV", "1.0", {}},
        {Kind::person, {}, "us", "federal"},
        {Kind::facts, {}, "2026-11-23", "2026-12-01"},
        {Kind::places, {}, "0", "1"},
    };
    CHECK(changesBetween(before, after) == expected);
    CheckOutcome updated = affected();
    updated.found[0].version = "21.4";
    updated.found[0].status = Status::useProhibited;
    updated.found[0].traces = 5;
    const std::vector<CheckChange> inPlace{{Kind::version, "Kaspersky Plus", "21.3", "21.4"},
                                           {Kind::status, "Kaspersky Plus", "updatesEnded", "useProhibited"},
                                           {Kind::tracesLeft, "Kaspersky Plus", "4", "5"}};
    CHECK(changesBetween(affected(), updated) == inPlace);
}
