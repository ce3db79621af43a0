#include "domain/plan.h"

#include <catch2/catch.hpp>
#include <set>

using namespace offramp;

TEST_CASE("the words of a plan are read back as what they were", "[plan]")
{
    for (const auto manager : {PackageManager::dpkg, PackageManager::rpm, PackageManager::pacman}) {
        CHECK(packageManagerFromString(toString(manager)) == manager);
    }
    for (const auto pass : {PasswordPass::none, PasswordPass::loginAndPassword, PasswordPass::hexPassword}) {
        CHECK(passwordPassFromString(toString(pass)) == pass);
    }
    for (const auto when : {RestartMachine::When::always, RestartMachine::When::ifAsked}) {
        CHECK(restartWhenFromString(toString(when)) == when);
    }
    for (const auto undo : {Undo::nothingToUndo, Undo::possible, Undo::impossible}) {
        CHECK(undoFromString(toString(undo)) == undo);
    }
    for (const auto rights : {Rights::person, Rights::administrator}) {
        CHECK(rightsFromString(toString(rights)) == rights);
    }
    for (const auto kind : {RemovalPlan::Kind::removal, RemovalPlan::Kind::leftovers}) {
        CHECK(planKindFromString(toString(kind)) == kind);
    }
    CHECK_FALSE(rightsFromString("root"));
}

TEST_CASE("a step is found by its id, and each kind has a word of its own", "[plan]")
{
    RemovalPlan plan;
    plan.steps.resize(2);
    plan.steps[0].id = "first";
    plan.steps[1].id = "second";
    plan.steps[1].action = LookAgain{};
    REQUIRE(stepOf(plan, "second") != nullptr);
    CHECK(kindOf(stepOf(plan, "second")->action) == "lookAgain");
    CHECK(kindOf(stepOf(plan, "first")->action) == "makeRestorePoint");
    CHECK(stepOf(plan, "third") == nullptr);
    CHECK(removesProduct(StepAction{RemovePackage{}}));
    CHECK_FALSE(removesProduct(StepAction{PurgePackage{}}));
}
