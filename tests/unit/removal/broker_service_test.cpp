// What the broker refuses, and how it ends: it is told bytes, and its answers are read.
#include "unit/removal/broker_bench.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::test;

TEST_CASE("attack: a plan whose digest was not approved is refused")
{
    BrokerBench bench;
    OpenPlan swapped = opening(bench.anew);
    swapped.plan = encodePlan(planOf({removing("bash")}));
    const auto replies = answersTo(encodeRequest(swapped) + encodeRequest(RunStep{"remove:bash"}), bench.duties());
    REQUIRE(last<BrokerRefuses>(replies) != nullptr);
    CHECK(replies.size() == 1);
    CHECK(bench.runner.ran.empty());
}

TEST_CASE("attack: a well-signed plan with a step this machine does not call for is refused")
{
    BrokerBench bench;
    RemovalPlan evil = bench.anew;
    evil.steps.push_back(removing("bash"));
    evil.steps.front().action = RemovePackage{PackageManager::dpkg, "sudo"};   // the same id, another thing
    Step sneaky = removing("kesl");
    sneaky.id = "remove:other";
    evil.steps.push_back(sneaky);
    for (const char* const id : {"remove:bash", "remove:kesl-gui", "remove:other", "remove:nothing", ""}) {
        INFO(id);
        const auto replies = answersTo(encodeRequest(opening(evil)) + encodeRequest(RunStep{id}), bench.duties());
        REQUIRE(last<StepEnded>(replies) != nullptr);
        CHECK(last<StepEnded>(replies)->kind == StepOutcome::Kind::refused);
    }
    CHECK(bench.runner.ran.empty());
    const auto replies =
        answersTo(encodeRequest(opening(evil)) + encodeRequest(RunStep{"remove:kesl"}), bench.duties());
    CHECK(last<StepEnded>(replies)->kind == StepOutcome::Kind::done);
}

TEST_CASE("messages out of turn, a second plan, another protocol and noise end the conversation")
{
    BrokerBench bench;
    const std::string open = encodeRequest(opening(bench.anew));
    OpenPlan newer = opening(bench.anew);
    newer.protocol = brokerProtocol + 1;
    for (const std::string& bytes :
         {encodeRequest(RunStep{"remove:kesl"}), encodeRequest(UndoStep{"remove:kesl", "good"}), open + open,
          open + encodeRequest(BrokerAnswer{true}), open + encodeRequest(GivePassword{"x"}), encodeRequest(newer),
          std::string("GET / HTTP/1.1\r\n\r\n"), open + std::string("\0\0\0\x02{]", 6)}) {
        const auto replies = answersTo(bytes, bench.duties());
        CHECK(last<BrokerRefuses>(replies) != nullptr);
    }
    CHECK(bench.runner.ran.empty());
    CHECK(bench.runner.undone.empty());
    CHECK(answersTo("", bench.duties()).empty());
}

TEST_CASE("a step that needs no rights gets none")
{
    BrokerBench bench;
    Step personal = removing("kesl");
    personal.rights = Rights::person;
    bench.anew = planOf({personal});
    const auto replies =
        answersTo(encodeRequest(opening(bench.anew)) + encodeRequest(RunStep{personal.id}), bench.duties());
    REQUIRE(last<StepEnded>(replies) != nullptr);
    CHECK(last<StepEnded>(replies)->kind == StepOutcome::Kind::refused);
}

TEST_CASE("a person's program that ends while a step runs lets it end, and nothing new begins")
{
    BrokerBench bench;
    bool stopAsked = false;
    bench.runner.script = [&](const StepWatch& watch, const std::stop_token& stop) {
        CHECK_FALSE(watch.remember("x"));
        stopAsked = stop.stop_requested();
        return StepOutcome{};
    };
    const auto replies =
        answersTo(encodeRequest(opening(bench.anew)) + encodeRequest(RunStep{"remove:kesl"}), bench.duties());
    CHECK(stopAsked);
    CHECK(bench.runner.ran.size() == 1);
    CHECK(last<StepEnded>(replies) != nullptr);
}
