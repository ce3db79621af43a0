// The walk through a plan: what is on the disk before anything happens, and what is met again afterwards.
#include "unit/removal/scripted_machine.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace std::chrono_literals;
using test::step;
using Removal = test::ScriptedRemoval;
using Kind = StepOutcome::Kind;

namespace {

using Heard = std::vector<std::string>;

}   // namespace

TEST_CASE("a plan is walked from its first step to its last, each written down before it acts", "[executor]")
{
    Removal removal({step("a", RemovePackage{}), step("b", RemoveMsiProduct{}), step("wait", AwaitProtection{}),
                     step("look", LookAgain{}), step("review", ReviewLeftovers{})});
    removal.machine.onRun = [&](const Step& running) {
        CHECK(removal.state(running.id) == StepState::running);   // on the disk
    };
    removal.machine.gone = {"b"};
    auto halt = removal.goOn();
    CHECK(halt.why == Halt::Why::needsPerson);
    CHECK(halt.step == "review");
    CHECK(removal.machine.ran == std::vector<std::string>{"a"});
    CHECK(removal.heard
          == Heard{"a:running", "a:done", "b:alreadyDone", "wait:done", "look:running", "look:done",
                   "review:waitingForPerson"});
    CHECK(removal.journal->read(removal.id)->after == *removal.report);
    CHECK(removal.executor().reviewed("look").error().code == ErrorCode::unsupported);
    REQUIRE(removal.executor().reviewed("review"));
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.journal->read(removal.id)->ending == Ending::finished);
    CHECK(removal.goOn().why == Halt::Why::finished);
}

TEST_CASE("only with the approved digest does anything run", "[executor]")
{
    Removal removal({step("a", RemovePackage{})});
    CHECK(removal.executor().goOn("0000", {}).error().code == ErrorCode::malformed);
    CHECK(removal.machine.ran.empty());
    const auto lock = removal.journal->lockForWork();
    CHECK(removal.executor().goOn(planDigest(removal.plan), {}).error().code == ErrorCode::timeout);
    CHECK(removal.machine.ran.empty());
}

TEST_CASE("a step that was cut off is checked first and only run again if it has to be", "[executor]")
{
    Removal removal({step("a", RemovePackage{})});
    const auto cutOff = Transition{"a", StepState::running, removal.now, std::nullopt, ""};
    REQUIRE(removal.journal->note(removal.id, cutOff));

    SECTION("it was complete")
    {
        removal.machine.gone = {"a"};
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.machine.ran.empty());
        CHECK(removal.state("a") == StepState::done);
    }
    SECTION("it was not")
    {
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.machine.ran == std::vector<std::string>{"a"});
    }
    SECTION("nobody can tell: the person decides")
    {
        removal.machine.blind = {"a"};
        const auto halt = removal.goOn();
        CHECK(halt.state == StepState::interrupted);
        CHECK(removal.machine.ran.empty());
        CHECK(removal.goOn().why == Halt::Why::finished);   // tried again at the person's word
        CHECK(removal.machine.ran == std::vector<std::string>{"a"});
        CHECK(removal.state("a") == StepState::doneUnchecked);
    }
}

TEST_CASE("what decides is the check, not what the program says", "[executor]")
{
    struct Row {
        Kind says;
        bool works;
        bool blind;
        StepState state;
    };
    const Row rows[] = {
        {Kind::done, true, false, StepState::done},
        {Kind::done, false, false, StepState::stillThere},
        {Kind::done, true, true, StepState::doneUnchecked},
        {Kind::failed, true, false, StepState::done},
        {Kind::failed, false, false, StepState::failed},
        {Kind::failed, false, true, StepState::failed},
        {Kind::busy, false, false, StepState::busy},
        {Kind::busy, true, false, StepState::done},
        {Kind::refused, false, false, StepState::refused},
        {Kind::declined, false, false, StepState::declined},
        {Kind::needsPassword, false, false, StepState::needsPassword},
        {Kind::restartNeeded, false, false, StepState::doneAfterRestart},
        {Kind::restartNeeded, true, false, StepState::done},
    };
    for (const Row& row : rows) {
        Removal removal({step("a", RemovePackage{})});
        removal.machine.script["a"] = {{row.says, row.works, 7, ""}};
        if (row.blind) {
            removal.machine.blind = {"a"};
        }
        const auto halt = removal.goOn();
        INFO(toString(row.says) << " works " << row.works << " blind " << row.blind);
        CHECK(removal.state("a") == row.state);
        CHECK((halt.why == Halt::Why::finished) == isSettled(row.state));
        CHECK(removal.journal->read(removal.id)->transitions.back().code == 7);
    }
}

TEST_CASE("a step that needs the person can be tried again, left out, or left there", "[executor]")
{
    Removal removal({step("a", RemovePackage{}), step("b", RemovePackage{})});
    removal.machine.script["a"] = {{Kind::busy, false, 1618, ""}, {Kind::needsPassword, false, {}, ""}};
    CHECK(removal.executor().skip("a").error().code == ErrorCode::unsupported);   // it was not even tried
    CHECK(removal.goOn().state == StepState::busy);
    CHECK(removal.machine.ran == std::vector<std::string>{"a"});   // b waits
    CHECK(removal.goOn().state == StepState::needsPassword);

    SECTION("again")
    {
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.state("a") == StepState::done);
    }
    SECTION("without it")
    {
        REQUIRE(removal.executor().skip("a"));
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.state("a") == StepState::skipped);
        CHECK(removal.state("b") == StepState::done);
    }
    SECTION("not at all")
    {
        REQUIRE(removal.executor().abandon());
        CHECK(removal.executor().goOn(planDigest(removal.plan), {}).error().code == ErrorCode::unsupported);
        CHECK_FALSE(*removal.journal->unfinished());
    }
}

TEST_CASE("a step this system has no way for is refused in words", "[executor]")
{
    Removal removal({step("a", RemoveCertificate{})});
    CHECK(removal.goOn().state == StepState::refused);
}

TEST_CASE("a stop is between two steps, and the removal goes on from there", "[executor]")
{
    Removal removal({step("a", RemovePackage{}), step("b", RemovePackage{})});
    removal.machine.onRun = [&](const Step&) { removal.stop.request_stop(); };
    auto halt = removal.goOn();
    CHECK(halt.why == Halt::Why::stopped);
    CHECK(halt.step == "b");
    CHECK(removal.state("a") == StepState::done);
    removal.stop = {};
    removal.machine.onRun = [](const Step&) {};
    removal.reopen();
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.machine.ran == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a restart is waited for, and known by the boot id", "[executor]")
{
    Removal removal({step("a", RemoveMsiProduct{}), step("restart", RestartMachine{RestartMachine::When::ifAsked}),
                     step("b", RemovePackage{})});
    removal.machine.script["a"] = {{Kind::restartNeeded, false, 3010, ""}};
    auto halt = removal.goOn();
    CHECK(halt.why == Halt::Why::restart);
    removal.reopen();
    CHECK(removal.goOn().why == Halt::Why::restart);   // only started again, not restarted
    removal.restartComputer();

    SECTION("what waited for it is gone")
    {
        removal.machine.gone.insert("a");
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.state("a") == StepState::done);
        CHECK(removal.machine.ran == std::vector<std::string>{"a", "b"});
    }
    SECTION("it is not, so it is run again")
    {
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.machine.ran == std::vector<std::string>{"a", "a", "b"});
    }
}

TEST_CASE("a restart its program asked for is waited for also where the product is gone already", "[executor]")
{
    Removal removal({step("a", RemoveMsiProduct{}), step("restart", RestartMachine{RestartMachine::When::ifAsked}),
                     step("b", RemovePackage{})});
    removal.machine.script["a"] = {{Kind::restartNeeded, true, 3010, ""}};
    CHECK(removal.goOn().why == Halt::Why::restart);
    CHECK(removal.state("a") == StepState::doneAfterRestart);
    removal.restartComputer();
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.state("a") == StepState::done);
    CHECK(removal.machine.ran == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a restart nobody asked for is not asked of the person", "[executor]")
{
    using When = RestartMachine::When;
    const auto stateAfter = [](When when, bool removed, bool pending) {
        Removal removal({step("a", RemoveMsiProduct{}), step("restart", RestartMachine{when})});
        removal.restartPending = pending;
        if (!removed) {
            removal.machine.gone = {"a"};
        }
        (void)removal.goOn();
        return removal.state("restart");
    };
    CHECK(stateAfter(When::ifAsked, true, false) == StepState::notNeeded);
    CHECK(stateAfter(When::ifAsked, true, true) == StepState::waitingForRestart);
    CHECK(stateAfter(When::always, true, false) == StepState::waitingForRestart);
    CHECK(stateAfter(When::always, false, false) == StepState::notNeeded);

    // The person restarted before Offramp could ask.
    Removal removal({step("a", RemoveMsiProduct{}), step("restart", RestartMachine{})});
    removal.machine.onRun = [&](const Step&) { removal.stop.request_stop(); };
    CHECK(removal.goOn().why == Halt::Why::stopped);
    removal.stop = {};
    removal.restartComputer();
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.state("restart") == StepState::done);
}

TEST_CASE("protection is awaited, and a system that never says is told as that", "[executor]")
{
    Removal removal({step("wait", AwaitProtection{})});
    SECTION("on")
    {
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.waits == 0);
    }
    SECTION("never")
    {
        removal.protection = fail(ErrorCode::unsupported, "no Security Center");
        CHECK(removal.goOn().why == Halt::Why::finished);
        CHECK(removal.state("wait") == StepState::doneUnchecked);
    }
    SECTION("off: the person is asked after a while, and may go on")
    {
        removal.protection = false;
        const auto halt = removal.goOn();
        CHECK(halt.why == Halt::Why::needsPerson);
        CHECK(halt.state == StepState::waitingForProtection);
        CHECK(removal.waits == 3);
        REQUIRE(removal.executor().skip("wait"));
        CHECK(removal.goOn().why == Halt::Why::finished);
    }
    SECTION("off, then on")
    {
        removal.protection = false;
        removal.stop.request_stop();
        CHECK(removal.goOn().why == Halt::Why::stopped);
        removal.stop = {};
        removal.protection = true;
        CHECK(removal.goOn().why == Halt::Why::finished);
    }
}

TEST_CASE("the protection gap is measured around the steps that take products away", "[executor]")
{
    Removal removal({step("a", RemoveMsiProduct{}), step("wait", AwaitProtection{})});
    removal.machine.onRun = [&](const Step&) {
        removal.protection = false;
        removal.now.at += 10min;
        *removal.now.sinceBoot += 10min;
    };
    CHECK(removal.goOn().why == Halt::Why::needsPerson);
    auto gap = gapOf(removal.journal->read(removal.id)->protection, removal.now);
    CHECK(gap.state == ProtectionGap::State::open);
    removal.now.at -= std::chrono::hours{5};   // somebody sets the clock
    *removal.now.sinceBoot += 4min;
    removal.protection = true;
    CHECK(removal.goOn().why == Halt::Why::finished);
    gap = gapOf(removal.journal->read(removal.id)->protection, removal.now);
    CHECK(gap.state == ProtectionGap::State::closed);
    CHECK(gap.most >= 14min);
    CHECK(gap.most < 15min);
    CHECK_FALSE(gap.partlyUnknown);
}

TEST_CASE("a check that could not look again is tried again", "[executor]")
{
    Removal removal({step("look", LookAgain{})});
    removal.report = fail(ErrorCode::io, "the disk");
    CHECK(removal.goOn().state == StepState::failed);
    removal.report = std::string("{}");
    CHECK(removal.goOn().why == Halt::Why::finished);
}

TEST_CASE("undo puts back the last first, says what cannot be undone, and can be asked again", "[executor]")
{
    Removal removal({step("uninstall", RemovePackage{}), step("a", MovePath{"/a", true}, Undo::possible),
                     step("b", MovePath{"/b", true}, Undo::possible), step("c", MovePath{"/c", true}, Undo::possible)});
    removal.machine.script["a"] = {{Kind::done, true, {}, "1"}};
    removal.machine.script["b"] = {{Kind::done, true, {}, "lost"}};
    removal.machine.script["c"] = {{Kind::failed, false, {}, "3"}};   // half-done counts too
    CHECK(removal.goOn().state == StepState::failed);
    auto answer = removal.executor().undo();
    REQUIRE(answer);
    CHECK(answer->undone == std::vector<std::string>{"c", "a"});
    CHECK(removal.machine.putBack == std::vector<std::string>{"c:3", "a:1"});
    REQUIRE(answer->failed.size() == 1);
    CHECK(answer->failed[0].first == "b");
    CHECK(answer->impossible == std::vector<std::string>{"uninstall"});
    CHECK(removal.state("a") == StepState::undone);
    answer = removal.executor().undo();
    CHECK(answer->undone.empty());
    CHECK(removal.machine.putBack.size() == 2);
}

TEST_CASE("one thing is put back alone, but never before the folder it lay in", "[executor]")
{
    Removal removal({step("in", MovePath{"/a/b", true}, Undo::possible),
                     step("a", MovePath{"/a", true}, Undo::possible),
                     step("other", MovePath{"/ab", true}, Undo::possible)});
    for (const char* id : {"in", "a", "other"}) {
        removal.machine.script[id] = {{Kind::done, true, {}, "1"}};
    }
    CHECK(removal.goOn().why == Halt::Why::finished);
    CHECK(removal.executor().undo("none").error().code == ErrorCode::notFound);
    CHECK(removal.executor().undo("in").error().code == ErrorCode::unsupported);
    CHECK(removal.machine.putBack.empty());
    CHECK(removal.executor().undo("other")->undone == Heard{"other"});
    CHECK(removal.executor().undo("a")->undone == Heard{"a"});
    CHECK(removal.executor().undo("in")->undone == Heard{"in"});
    CHECK(removal.machine.putBack == Heard{"other:1", "a:1", "in:1"});
}

TEST_CASE("when the journal cannot be written, nothing is done", "[executor]")
{
    Removal removal({step("a", RemovePackage{})});
    SQLite::Database other((removal.folder / "removals.db").string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    const auto halt = removal.executor().goOn(planDigest(removal.plan), {});
    CHECK(halt.error().code == ErrorCode::timeout);
    CHECK(removal.machine.ran.empty());
}
