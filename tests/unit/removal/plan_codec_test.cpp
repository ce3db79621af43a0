#include "removal/plan_codec.h"

#include "unit/removal/sample_plan.h"

#include <catch2/catch.hpp>
#include <set>

using namespace offramp;

namespace {

std::string changed(std::string bytes, const std::string& from, const std::string& to)
{
    const auto at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, from.size(), to);
}

}   // namespace

TEST_CASE("a plan with a step of every kind comes back from its bytes as it was", "[plan]")
{
    const auto plan = test::planOfEveryKind();
    std::set<std::string_view> kinds;
    for (const Step& step : plan.steps) {
        kinds.insert(kindOf(step.action));
    }
    CHECK(kinds.size() == std::variant_size_v<StepAction>);
    const auto back = decodePlan(encodePlan(plan));
    REQUIRE(back);
    CHECK(*back == plan);
}

TEST_CASE("the digest of a plan is the same everywhere", "[plan]")
{
    RemovalPlan plan;
    plan.machine = "pc";
    plan.catalogSerial = 7;
    CHECK(encodePlan(plan)
          == R"({"catalogSerial":7,"format":"offramp.plan/1","kept":[],"kind":"removal","machine":"pc","steps":[]})");
    // printf '%s' '…' | sha256sum
    CHECK(planDigest(plan) == "e8e57370e968250e5f5fe47c8b14e48d73a7b9c0efa1384736859734861a61dc");
}

TEST_CASE("every change of a plan is another digest", "[plan]")
{
    const auto plan = test::planOfEveryKind();
    std::set<std::string> digests{planDigest(plan)};
    const auto with = [&](auto change) {
        auto other = plan;
        change(other);
        digests.insert(planDigest(other));
    };
    with([](RemovalPlan& other) { std::swap(other.steps[1], other.steps[2]); });
    with([](RemovalPlan& other) { other.steps.pop_back(); });
    with([](RemovalPlan& other) { other.steps[1].rights = Rights::person; });
    with([](RemovalPlan& other) { std::get<RunUninstaller>(other.steps[1].action).registered += " "; });
    with([](RemovalPlan& other) { std::get<RunUninstaller>(other.steps[1].action).signers.clear(); });
    with([](RemovalPlan& other) { std::get<RemovePackage>(other.steps[3].action).manager = PackageManager::dpkg; });
    with([](RemovalPlan& other) { other.steps[0].says.clear(); });
    with([](RemovalPlan& other) { other.kept.clear(); });
    with([](RemovalPlan& other) { other.kind = RemovalPlan::Kind::leftovers; });
    with([](RemovalPlan& other) { other.machine.clear(); });
    with([](RemovalPlan& other) { ++other.catalogSerial; });
    CHECK(digests.size() == 12);
}

TEST_CASE("bytes that are not exactly a plan are refused with the place", "[plan]")
{
    const std::string good = encodePlan(test::planOfEveryKind());
    const auto refused = [](const std::string& bytes) {
        const auto plan = decodePlan(bytes);
        return plan ? std::string("taken") : plan.error().context;
    };
    CHECK(refused("").find("removal plan") == 0);
    CHECK(refused("[]") == "removal plan: plan is not an object");
    CHECK(refused(good.substr(0, good.size() - 1)) != "taken");
    CHECK(refused(" " + good) == "removal plan: not in the spelling a plan has");
    CHECK(refused(changed(good, R"("catalogSerial":2026112301)", R"("catalogSerial":2026112301.0)"))
          == "removal plan: plan.catalogSerial is not a serial number");
    CHECK(refused(changed(good, R"("catalogSerial":2026112301)", R"("catalogSerial":1,"catalogSerial":2)")) != "taken");
    CHECK(refused(changed(good, "offramp.plan/1", "offramp.plan/2"))
          == "removal plan: plan.format is not offramp.plan/1");
    CHECK(refused(changed(good, R"("do":"lookAgain")", R"("do":"lookAround")"))
          == "removal plan: plan.steps[6].action asks for something this program does not do");
    CHECK(refused(changed(good, R"("do":"lookAgain")", R"("command":"rm","do":"lookAgain")"))
          == "removal plan: plan.steps[6].action has an unknown member \"command\"");
    CHECK(refused(changed(good, R"("id":"b")", R"("id":"a")"))
          == "removal plan: plan.steps[2].id is empty or not the only one");
    CHECK(refused(changed(good, R"("rights":"administrator")", R"("rights":"root")"))
          == "removal plan: plan.steps[0].rights is not a word this program knows");
    CHECK(refused(changed(good, R"({"day":"2024-09-29"})", R"({"day":"2024-09-31"})"))
          == "removal plan: plan.kept.arguments holds no such day");
    CHECK(decodePlan(std::string(planBytesLimit + 1, ' ')).error().code == ErrorCode::tooLarge);
}

TEST_CASE("a step is confirmed only if the machine still asks for the same thing", "[plan]")
{
    const auto approved = test::planOfEveryKind();
    auto now = approved;
    CHECK(confirmedStep(approved, now, "c")->subject == "Kaspersky Plus");

    now.steps.erase(now.steps.begin(), now.steps.begin() + 2);   // carried out already
    now.steps[1].says.clear();                                   // the catalog says it in other words now
    CHECK(confirmedStep(approved, now, "c"));
    CHECK(confirmedStep(approved, now, "a").error().code == ErrorCode::notFound);
    CHECK(confirmedStep(approved, now, "z").error().code == ErrorCode::notFound);

    std::get<RemovePackage>(now.steps[1].action).package = "openssh-server";
    CHECK(confirmedStep(approved, now, "c").error().code == ErrorCode::malformed);
    now = approved;
    now.steps[1].rights = Rights::person;
    CHECK(confirmedStep(approved, now, "a").error().code == ErrorCode::malformed);
}
