// Steps that a person's program has carried out by a broker.
#include "unit/removal/broker_bench.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::test;

TEST_CASE("the broker carries out a step of the approved plan that it would propose itself")
{
    BrokerBench bench;
    int asked = 0;
    bench.runner.script = [&](const StepWatch& watch, const std::stop_token&) {
        watch.fraction(0.25);
        watch.window(0x2004A);
        watch.window(0);
        CHECK(watch.remember("undo data"));
        CHECK(watch.silent(std::chrono::seconds{180}) == (asked++ == 0));   // only the first watch says yes
        return StepOutcome{StepOutcome::Kind::restartNeeded, 3010, Error{}, "undo data"};
    };
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    std::vector<std::string> heard;
    StepWatch watch;
    watch.fraction = [&](double value) { heard.push_back(std::to_string(value)); };
    watch.remember = [&](const std::string& undo) {
        heard.push_back(undo);
        return Result<void>{};
    };
    watch.window = [&](std::int32_t window) { heard.push_back("window " + std::to_string(window)); };
    watch.silent = [&](std::chrono::seconds time) {
        heard.push_back(std::to_string(time.count()));
        return true;
    };
    const StepOutcome outcome = person.run(removing("kesl-gui"), watch, {});
    CHECK(outcome.kind == StepOutcome::Kind::restartNeeded);
    CHECK(outcome.code == 3010);
    CHECK(outcome.undo == "undo data");
    CHECK(heard == std::vector<std::string>{"0.250000", "window 131146", "window 0", "undo data", "180"});
    CHECK(person.run(removing("kesl"), {}, {}).code == 3010);
    CHECK(bench.runner.ran == std::vector<std::string>{"remove:kesl-gui", "remove:kesl"});
    CHECK(bench.started == 1);
}

TEST_CASE("a password is asked of the person and reaches the step in memory, and the next one is asked again")
{
    BrokerBench bench;
    std::vector<std::string> given;
    bench.runner.script = [&](const StepWatch& watch, const std::stop_token&) {
        given.push_back(watch.password());
        return StepOutcome{};
    };
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    StepWatch watch;
    watch.password = [] { return std::string("open \"sesame\" \xC3\xA9"); };
    CHECK(person.run(removing("kesl-gui"), watch, {}).kind == StepOutcome::Kind::done);
    watch.password = [] { return std::string(brokerPasswordLimit + 1, 'x'); };
    CHECK(person.run(removing("kesl"), watch, {}).kind == StepOutcome::Kind::done);
    CHECK(given == std::vector<std::string>{"open \"sesame\" \xC3\xA9", ""});
    CHECK(bench.started == 1);
}

TEST_CASE("undo data that could not be written down stops the step before it changes anything")
{
    BrokerBench bench;
    bench.runner.script = [](const StepWatch& watch, const std::stop_token&) {
        const auto written = watch.remember("x");
        return StepOutcome{written ? StepOutcome::Kind::done : StepOutcome::Kind::failed, {}, {}, {}};
    };
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    StepWatch watch;
    watch.remember = [](const std::string&) -> Result<void> { return fail(ErrorCode::io, "disk full"); };
    CHECK(person.run(removing("kesl"), watch, {}).kind == StepOutcome::Kind::failed);
}

TEST_CASE("a removal goes on after its first steps are done and the machine calls for fewer")
{
    BrokerBench bench;
    const RemovalPlan approved = bench.anew;
    bench.anew.steps.erase(bench.anew.steps.begin());
    BrokerRunner person(approved, bench.runnerFor(), bench.start());
    CHECK(person.run(removing("kesl-gui"), {}, {}).kind == StepOutcome::Kind::refused);
    CHECK(person.run(removing("kesl"), {}, {}).kind == StepOutcome::Kind::done);
}

TEST_CASE("what was taken can be put back although no plan made now names it; what cannot be undone is refused")
{
    BrokerBench bench;
    const RemovalPlan approved = planOf({removing("kesl"), moving("/opt/kaspersky")});
    bench.anew = planOf({removing("kesl")});
    BrokerRunner person(approved, bench.runnerFor(), bench.start());
    CHECK(person.undo(moving("/opt/kaspersky"), "good"));
    CHECK(person.undo(moving("/opt/kaspersky"), "bad").error().osCode == 17);
    CHECK(person.undo(removing("kesl"), "good").error().code == ErrorCode::accessDenied);
    CHECK(bench.runner.undone
          == std::vector<std::string>{"leftover:/opt/kaspersky good", "leftover:/opt/kaspersky bad"});
}

TEST_CASE("a person who says no has declined, and where nobody may be asked the step is refused")
{
    struct Case {
        Error ended;
        StepOutcome::Kind kind;
        std::optional<int> code;
    };
    for (const Case& each : {Case{{ErrorCode::cancelled, "pkexec", 126}, StepOutcome::Kind::declined, 126},
                             Case{{ErrorCode::accessDenied, "pkexec", 127}, StepOutcome::Kind::refused, 127},
                             Case{{ErrorCode::accessDenied, "/usr/libexec", 13}, StepOutcome::Kind::refused, {}},
                             Case{{ErrorCode::io, "offramp-broker ended", 1}, StepOutcome::Kind::failed, {}}}) {
        const auto start = [&]() -> Result<std::unique_ptr<BrokerConnection>> {
            auto wire = std::make_shared<Wire>();
            wire->back.close();
            return std::unique_ptr<BrokerConnection>(
                std::make_unique<PersonEnd>(std::move(wire), std::thread{}, each.ended));
        };
        BrokerRunner person(
            planOf({removing("kesl")}), [](const Step&) { return nullptr; }, start);
        const StepOutcome outcome = person.run(removing("kesl"), {}, {});
        CHECK(outcome.kind == each.kind);
        CHECK(outcome.code == each.code);
        CHECK(person.check(removing("kesl")) == StepTruth::cannotTell);
    }
}

TEST_CASE("an idle broker ends, and is started again when it is needed")
{
    BrokerBench bench;
    bench.idle = std::chrono::milliseconds{50};
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    CHECK(person.run(removing("kesl"), {}, {}).kind == StepOutcome::Kind::done);
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    CHECK(person.run(removing("kesl-gui"), {}, {}).kind == StepOutcome::Kind::done);
    CHECK(bench.started == 2);
}
