#include "removal/plan_runners.h"

#include "support/fake_actions.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

Step moving(Rights rights)
{
    Step step;
    step.id = "leftover:x";
    step.action = MovePath{"/opt/kaspersky", true};
    step.rights = rights;
    return step;
}

struct Bench {
    FakeHost host{OsFamily::linux};
    FakeActions actions;
    int started = 0;

    [[nodiscard]] BrokerRunner::Start start()
    {
        return [this]() -> Result<std::unique_ptr<BrokerConnection>> {
            ++started;
            return fail(ErrorCode::cancelled, "pkexec", 126);
        };
    }
};

}   // namespace

TEST_CASE("only a step that needs rights asks for them, and only when it is carried out")
{
    Bench bench;
    bench.actions.fakeQuarantine().add("/opt/kaspersky", PathFacts::Kind::folder);
    PlanRunners runners(bench.host, bench.actions, RemovalPlan{}, bench.start());
    const RunnerFor runnerFor = runners.asFunction();
    const Step needsRights = moving(Rights::administrator);
    CHECK(runnerFor(needsRights)->check(needsRights) == StepTruth::doesNotHold);
    CHECK(bench.started == 0);
    CHECK(runnerFor(needsRights)->run(needsRights, {}, {}).kind == StepOutcome::Kind::declined);
    CHECK(bench.started == 1);
    CHECK(bench.actions.fakeQuarantine().has("/opt/kaspersky"));

    const Step personal = moving(Rights::person);
    CHECK(runnerFor(personal)->run(personal, {}, {}).kind == StepOutcome::Kind::done);
    CHECK(bench.started == 1);
}

TEST_CASE("a program an administrator started asks nobody")
{
    Bench bench;
    bench.host.info.elevated = true;
    bench.actions.fakeQuarantine().add("/opt/kaspersky", PathFacts::Kind::folder);
    PlanRunners runners(bench.host, bench.actions, RemovalPlan{}, bench.start());
    const Step step = moving(Rights::administrator);
    CHECK(runners.asFunction()(step)->run(step, {}, {}).kind == StepOutcome::Kind::done);
    CHECK(bench.started == 0);
}

TEST_CASE("a recorded computer and a step without a runner here have none")
{
    Bench bench;
    PlanRunners runners(bench.host, bench.actions, RemovalPlan{}, bench.start());
    Step msi = moving(Rights::administrator);
    msi.action = RemoveMsiProduct{"{00000000-0000-0000-0000-000000000000}", PasswordPass::none};
    CHECK(runners.asFunction()(msi) == nullptr);
    bench.host.info.recorded = true;
    PlanRunners recorded(bench.host, bench.actions, RemovalPlan{}, bench.start());
    CHECK(recorded.asFunction()(moving(Rights::person)) == nullptr);
}
