// A removal in bad company: no room, a locked journal, a clock that jumps. Whatever happens, nothing is done twice and
// nothing is lost.
#include "unit/removal/full_disk.h"
#include "unit/removal/scripted_machine.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace std::chrono_literals;
using test::FullDisk;
using test::step;
using Removal = test::ScriptedRemoval;
using Kind = StepOutcome::Kind;
using Ids = std::vector<std::string>;

TEST_CASE("a disk that is full at any moment stops the removal, and with room again it goes on and does nothing twice",
          "[executor]")
{
    FullDisk disk;
    int tried = 0;
    bool enough = false;
    for (int growths = 0; !enough; ++growths) {
        Removal removal(
            {step("a", RemovePackage{}), step("b", MovePath{"/b", true}, Undo::possible), step("look", LookAgain{})});
        removal.machine.script["b"] = {{Kind::done, true, {}, "where it went"},
                                       {Kind::done, true, {}, "where it went"}};
        disk.growths = growths;
        const auto first = removal.executor().goOn(planDigest(removal.plan), {});
        disk.growths.reset();
        INFO("after " << growths << " writes the disk was full");
        enough = first.has_value();
        if (!enough) {
            ++tried;
            CHECK(first.error().code == ErrorCode::io);
            CHECK(first.error().context.find("the disk is full") != std::string::npos);
            removal.reopen();
        }
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.machine.taken == Ids{"a", "b"});
        CHECK(removal.journal->read(removal.id)->ending == Ending::finished);
        CHECK(removal.executor().undo()->undone == Ids{"b"});
        REQUIRE(growths < 500);
    }
    CHECK(tried > 10);
}

TEST_CASE("a journal somebody locks while a step runs loses nothing: the next look finds what the step did",
          "[executor]")
{
    Removal removal({step("a", RemovePackage{}), step("b", RemovePackage{})});
    SQLite::Database other((removal.folder / "removals.db").string(), SQLite::OPEN_READWRITE);
    removal.machine.onRun = [&](const Step& running) {
        if (running.id == "a") {
            other.exec("BEGIN IMMEDIATE");
        }
    };
    const auto halt = removal.executor().goOn(planDigest(removal.plan), {});
    REQUIRE_FALSE(halt);
    CHECK(halt.error().code == ErrorCode::timeout);
    CHECK(removal.machine.ran == Ids{"a"});   // b did not begin
    CHECK(removal.state("a") == StepState::running);
    other.exec("ROLLBACK");
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.machine.ran == Ids{"a", "b"});
    CHECK(removal.state("a") == StepState::done);
}

TEST_CASE("a clock that jumps by years changes neither the order of what happened nor the length of the gap",
          "[executor]")
{
    const auto years = GENERATE(std::chrono::hours{24 * 365 * 20}, std::chrono::hours{-24 * 365 * 20});
    Removal removal({step("a", RemovePackage{}), step("b", RemovePackage{}), step("wait", AwaitProtection{})});
    removal.machine.onRun = [&](const Step& running) {
        removal.now.at += running.id == "a" ? years : -years / 2;
        *removal.now.sinceBoot += 3min;
        removal.protection = running.id != "a";
    };
    CHECK(removal.goOn().why == Halt::Why::finished);
    removal.reopen();
    const auto record = removal.journal->read(removal.id);
    REQUIRE(record);
    Ids order;
    for (const Transition& transition : record->transitions) {
        order.push_back(transition.step + ":" + std::string(toString(transition.state)));
    }
    CHECK(order == Ids{"a:running", "a:done", "b:running", "b:done", "wait:done"});
    const ProtectionGap gap = gapOf(record->protection, removal.now);
    CHECK(gap.state == ProtectionGap::State::closed);
    CHECK(gap.least <= gap.most);
    CHECK(gap.most >= 3min);
    CHECK(gap.most < 7min);
}

TEST_CASE("a plan made since from other facts is not the approved one, and the approved one is what is carried out",
          "[executor]")
{
    Removal removal({step("a", RemovePackage{}), step("b", RemovePackage{})});
    RemovalPlan newer = removal.plan;
    newer.catalogSerial += 1;
    CHECK(removal.executor().goOn(planDigest(newer), {}).error().code == ErrorCode::malformed);
    newer = removal.plan;
    newer.steps.push_back(step("c", RemovePackage{}));
    CHECK(removal.executor().goOn(planDigest(newer), {}).error().code == ErrorCode::malformed);
    CHECK(removal.machine.ran.empty());
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.machine.ran == Ids{"a", "b"});
}
