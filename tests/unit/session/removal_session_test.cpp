// Halts, restarts, and what is met again by a later session.
#include "unit/session/scripted_stage.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <set>

using namespace offramp;
using namespace offramp::test;
using Kind = StepOutcome::Kind;
using Phase = RemovalState::Phase;

TEST_CASE("removal session: a step that fails waits for the person, who tries again or leaves it out")
{
    RemovalBench bench;
    bench.script.run = [](const Step& step, const StepWatch&, std::stop_token) {
        return removesProduct(step.action) ? StepOutcome{Kind::failed, 1603, Error{ErrorCode::io, "as scripted", 0}, {}}
                                           : StepOutcome{};
    };
    bench.approve();
    RemovalState state = rested(*bench.session);
    REQUIRE(state.halt);
    CHECK(state.halt->why == Halt::Why::needsPerson);
    CHECK(state.halt->state == StepState::failed);
    const std::string step = bench.removalStep();
    bench.session->goOn();
    state = rested(*bench.session);
    CHECK(state.halt->state == StepState::failed);
    CHECK(std::count(bench.script.ran.begin(), bench.script.ran.end(), step) == 2);
    bench.session->skip(step);
    state = rested(*bench.session);
    CHECK(stateOf(*state.record, step) == StepState::skipped);
    CHECK(state.halt->step != step);
    bench.session->skip("look-again");   // it does not need anybody
    state = rested(*bench.session);
    CHECK((state.error.has_value() || state.halt->step == "await-protection"));
    bench.session->abandon();
    state = rested(*bench.session);
    CHECK(state.phase == Phase::ended);
    CHECK(state.record->ending == Ending::abandoned);
}

TEST_CASE("removal session: who asks to stop is heard after the step that runs, and later goes on where it was")
{
    RemovalBench bench;
    std::atomic<bool> running = false;
    std::atomic<bool> end = false;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            watch.fraction(0.5);
            running = true;
            waitUntil([&] { return end.load(); });
        }
        return StepOutcome{};
    };
    bench.approve();
    REQUIRE(waitUntil([&] { return running.load(); }));
    CHECK(bench.session->state().running->fraction == 0.5);
    bench.session->stopAfterThisStep();
    CHECK(bench.session->state().running->stopAsked);
    end = true;
    RemovalState state = rested(*bench.session);
    CHECK(state.phase == Phase::halted);
    CHECK(state.halt->why == Halt::Why::stopped);
    const std::string step = bench.removalStep();
    CHECK(stateOf(*state.record, step) == StepState::done);

    bench.begin();
    state = rested(*bench.session);
    REQUIRE(state.phase == Phase::halted);
    CHECK(state.record->digest.size() == 64);
    bench.session->prepare(bench.before);   // an unfinished removal goes first
    state = rested(*bench.session);
    CHECK(state.phase == Phase::halted);
    bench.session->goOn();
    static_cast<void>(rested(*bench.session));
    CHECK(std::count(bench.script.ran.begin(), bench.script.ran.end(), step) == 1);
}

TEST_CASE("removal session: who leaves while a step runs finds the removal again")
{
    RemovalBench bench;
    std::atomic<bool> running = false;
    bench.script.run = [&](const Step& step, const StepWatch&, std::stop_token stop) {
        if (removesProduct(step.action)) {
            running = true;
            waitUntil([&] { return stop.stop_requested(); });
        }
        return StepOutcome{};
    };
    bench.approve();
    REQUIRE(waitUntil([&] { return running.load(); }));
    bench.begin();   // waits for the step, as the old one goes
    const RemovalState state = rested(*bench.session);
    CHECK(state.phase == Phase::halted);
    CHECK(state.halt->why == Halt::Why::stopped);
}

TEST_CASE("removal session: while a restart is waited for Offramp comes back at sign-in, and a restart is noticed")
{
    RemovalBench bench;
    bench.script.run = [](const Step& step, const StepWatch&, std::stop_token) {
        return removesProduct(step.action) ? StepOutcome{Kind::restartNeeded, 3010, Error{}, {}} : StepOutcome{};
    };
    bench.approve();
    RemovalState state = rested(*bench.session);
    CHECK(state.halt->why == Halt::Why::restart);
    CHECK(bench.script.comesBack == 1);
    REQUIRE(state.bootSafety);
    CHECK(state.bootSafety->verdict == BootSafety::Verdict::safe);
    bench.session->requestRestart(RestartWish::ifSafe);
    REQUIRE(waitUntil([&] { return bench.session->state().error.has_value(); }));
    CHECK(bench.session->state().error->code == ErrorCode::accessDenied);

    bench.script.boot = "boot-2";
    bench.script.done.insert(bench.removalStep());
    bench.begin();
    state = rested(*bench.session);
    CHECK(state.halt->why == Halt::Why::stopped);
    bench.session->goOn();
    state = rested(*bench.session);
    CHECK(stateOf(*state.record, "restart") == StepState::done);
    bench.session->abandon();
    static_cast<void>(rested(*bench.session));
    CHECK(bench.script.comesBack == 0);
}

TEST_CASE("removal session: a restart that may go wrong is not asked for before the person was warned")
{
    RemovalBench bench;
    bench.loseDrivers();
    bench.script.run = [](const Step& step, const StepWatch&, std::stop_token) {
        return removesProduct(step.action) ? StepOutcome{Kind::restartNeeded, 3010, Error{}, {}} : StepOutcome{};
    };
    bench.approve();
    const RemovalState state = rested(*bench.session);
    REQUIRE(state.halt->why == Halt::Why::restart);
    REQUIRE(state.bootSafety);
    CHECK(state.bootSafety->verdict == BootSafety::Verdict::couldNotTell);
    CHECK_FALSE(state.bootSafety->findings.empty());
    // It is in the journal with the step.
    CHECK(newestOf(*state.record, "restart")->detail.find("klif.sys") != std::string::npos);

    bench.session->requestRestart(RestartWish::ifSafe);
    bench.session->requestRestart(RestartWish::knowingTheWarning);
    REQUIRE(waitUntil([&] { return bench.session->state().error.has_value(); }));
    CHECK(bench.script.restarts == 1);
}

TEST_CASE("removal session: what shall protect afterwards is still known after a restart, and is no part of the plan")
{
    RemovalBench bench;
    const std::string digest = prepared(*bench.session, bench.before).digest;
    PlanWishes wishes;
    wishes.replacement = "norton-360-deluxe";
    bench.session->setWishes(wishes);
    bench.script.run = [&](const Step&, const StepWatch&, std::stop_token) {
        return StepOutcome{Kind::failed, 1603, Error{ErrorCode::io, "as scripted", 0}, {}};
    };
    bench.approve();
    CHECK(rested(*bench.session).record->digest == digest);
    bench.begin();
    const RemovalState state = rested(*bench.session);
    CHECK(state.phase == Phase::halted);
    CHECK(state.wishes.replacement == "norton-360-deluxe");
}

TEST_CASE("removal session: facts that change before the approval make another plan, and the old mark is refused")
{
    RemovalBench bench;
    const std::string shown = prepared(*bench.session, bench.before).digest;
    bench.changeFacts();
    const RemovalState ready = prepared(*bench.session, bench.before);
    CHECK(ready.digest != shown);
    settledAll(*bench.session);
    bench.session->approve(shown);
    const RemovalState state = rested(*bench.session);
    REQUIRE(state.error);
    CHECK(state.error->code == ErrorCode::malformed);
    CHECK_FALSE(state.record);
    CHECK(bench.script.ran.empty());
}

TEST_CASE("removal session: facts that change after the approval change nothing of what was approved")
{
    RemovalBench bench;
    bench.script.run = [&](const Step& step, const StepWatch&, std::stop_token) {
        if (removesProduct(step.action)) {
            bench.session->stopAfterThisStep();
        }
        return StepOutcome{};
    };
    bench.approve();
    RemovalState state = rested(*bench.session);
    REQUIRE(state.halt);
    CHECK(state.halt->why == Halt::Why::stopped);
    const std::string approved = state.record->digest;
    bench.changeFacts();
    state = rested(*bench.session);
    REQUIRE(state.record);
    CHECK(state.record->digest == approved);
    bench.session->goOn();
    state = rested(*bench.session);
    CHECK_FALSE(state.error);
    CHECK(state.halt->step != bench.removalStep());
    CHECK(stateOf(*state.record, bench.removalStep()) == StepState::done);
    CHECK(std::set<std::string>(bench.script.ran.begin(), bench.script.ran.end()).size() == bench.script.ran.size());
}

TEST_CASE("removal session: two sessions never carry out the same removal at once")
{
    RemovalBench bench;
    std::atomic<bool> running = false;
    std::atomic<bool> end = false;
    bench.script.run = [&](const Step& step, const StepWatch&, std::stop_token) {
        if (removesProduct(step.action)) {
            running = true;
            waitUntil([&] { return end.load(); });
        }
        return StepOutcome{};
    };
    bench.approve();
    REQUIRE(waitUntil([&] { return running.load(); }));
    Script other;
    const auto second = makeRemovalSession(std::make_unique<ScriptedStage>(other, *bench.host, *bench.catalog),
                                           *bench.catalog, bench.folder / "removals.db");
    REQUIRE(rested(*second).phase == Phase::halted);
    second->goOn();
    const RemovalState state = rested(*second);
    REQUIRE(state.error);
    CHECK(state.error->code == ErrorCode::timeout);
    CHECK(other.ran.empty());
    end = true;
    static_cast<void>(rested(*bench.session));
}
