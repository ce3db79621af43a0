// A rehearsal on recorded machines: the whole way a person goes, with nothing real touched.
#include "session/removal_session.h"

#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "support/removal_walk.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace offramp;
using namespace offramp::test;
using Phase = RemovalState::Phase;

namespace {

struct Stage {
    Result<Catalog> catalog = openCatalog(OFFRAMP_CATALOG_DB);
    std::unique_ptr<Host> host;
    std::shared_ptr<const CheckResult> before;
    std::unique_ptr<RemovalSession> session;

    explicit Stage(const std::string& machine)
    {
        REQUIRE(catalog);
        auto opened = openRecordedHost(std::string(OFFRAMP_MACHINES_DIR) + "/" + machine);
        REQUIRE(opened);
        host = std::move(*opened);
        auto looked = check(*host, *catalog, {}, {}, {});
        REQUIRE(looked);
        before = std::make_shared<const CheckResult>(std::move(*looked));
        session = makeRehearsal(*host, *catalog, Person::us, std::chrono::milliseconds{0});
    }

    // Through restarts to the next thing only a person can decide.
    RemovalState onward()
    {
        RemovalState state = rested(*session);
        for (int turn = 0; turn < 5 && state.halt && state.halt->why == Halt::Why::restart; ++turn) {
            session->requestRestart(RestartWish::knowingTheWarning);
            REQUIRE(waitUntil([&] {
                const auto now = session->state();
                return now.halt && now.halt->why != Halt::Why::restart;
            }));
            CHECK(session->state().phase == Phase::halted);
            session->goOn();
            state = rested(*session);
        }
        return state;
    }

    RemovalState approved()
    {
        prepared(*session, before);
        const RemovalState ready = settledAll(*session);
        REQUIRE(mayGoOn(ready.guards));
        REQUIRE_FALSE(ready.digest.empty());
        session->approve(ready.digest);
        return onward();
    }
};

std::set<std::string> productsIn(const CheckResult& result)
{
    std::set<std::string> found;
    for (const Installation& installation : result.installations) {
        if (installation.state != InstallationState::leftover) {
            found.insert(installation.productId);
        }
    }
    return found;
}

}   // namespace

TEST_CASE("rehearsal: the whole way to the end, with leftovers taken away and put back")
{
    Stage stage("kaspersky-free");
    RemovalState state = stage.approved();
    INFO((state.error ? describe(*state.error) : std::string()));
    REQUIRE(state.phase == Phase::halted);
    CHECK(state.rehearsal);
    CHECK(state.halt->why == Halt::Why::needsPerson);
    CHECK(state.halt->step == "review-leftovers");
    REQUIRE(state.verification.has_value());
    CHECK((state.verification->result == RemovalResult::removed
           || state.verification->result == RemovalResult::leftovers));
    CHECK(productsIn(*state.before).size() > productsIn(*state.after).size());
    // The recording itself is as it was.
    const auto again = check(*stage.host, *stage.catalog, {}, {}, {});
    REQUIRE(again);
    CHECK(productsIn(*again) == productsIn(*stage.before));

    std::set<std::string> chosen;
    for (const Leftover& leftover : state.leftovers) {
        if (leftover.step) {
            chosen.insert(leftover.id);
        }
    }
    REQUIRE_FALSE(chosen.empty());
    const auto leftBefore = state.leftovers.size();
    const auto removal = state.record->id;
    stage.session->approveLeftovers(chosen);
    state = stage.onward();
    INFO((state.error ? describe(*state.error) : std::string()));
    REQUIRE(state.phase == Phase::ended);
    CHECK(state.record->plan.kind == RemovalPlan::Kind::leftovers);
    CHECK(state.leftovers.size() < leftBefore);
    CHECK(*stage.session->all() == std::vector<std::int64_t>{state.record->id, removal});

    stage.session->undo({});
    state = rested(*stage.session);
    REQUIRE(state.undone.has_value());
    CHECK(state.undone->undone.size() == chosen.size());
    CHECK(state.leftovers.size() == leftBefore);

    stage.session->open(removal);
    state = rested(*stage.session);
    CHECK(state.record->id == removal);
    CHECK(state.phase == Phase::ended);
}

TEST_CASE("rehearsal: one thing is put back and the others stay where they are")
{
    Stage stage("kaspersky-free");
    RemovalState state = stage.approved();
    std::set<std::string> chosen;
    for (const Leftover& leftover : state.leftovers) {
        if (leftover.step) {
            chosen.insert(leftover.id);
        }
    }
    REQUIRE(chosen.size() > 1);
    stage.session->approveLeftovers(chosen);
    state = stage.onward();
    const auto left = state.leftovers.size();
    // The last that was taken lies in no other.
    const auto& steps = state.record->plan.steps;
    const auto last =
        std::find_if(steps.rbegin(), steps.rend(), [](const Step& step) { return step.undo == Undo::possible; });
    REQUIRE(last != steps.rend());
    const std::string one = last->id;
    stage.session->undo(one);
    state = rested(*stage.session);
    REQUIRE(state.undone);
    CHECK(state.undone->undone == std::vector<std::string>{one});
    CHECK(state.leftovers.size() == left + 1);
    stage.session->undo("no-such-step");
    state = rested(*stage.session);
    REQUIRE(state.error);
    CHECK(state.error->code == ErrorCode::notFound);
    stage.session->undo({});
    state = rested(*stage.session);
    CHECK(state.undone->undone.size() == chosen.size() - 1);
}

TEST_CASE("rehearsal: who protects is told before and after, and the gap between")
{
    Stage stage("kaspersky-free");
    const RemovalState state = stage.approved();
    REQUIRE(state.record.has_value());
    INFO(toString(state.gap.state));
    CHECK(state.gap.state != ProtectionGap::State::open);
    CHECK_FALSE(state.record->protection.empty());
}

TEST_CASE("rehearsal: a managed computer gets no plan and nothing can be approved")
{
    Stage stage("managed-by-network-agent");
    RemovalState state = prepared(*stage.session, stage.before);
    CHECK(state.phase == Phase::proposed);
    CHECK_FALSE(state.proposal.plan.has_value());
    CHECK(state.digest.empty());
    stage.session->approve("");
    state = rested(*stage.session);
    CHECK(state.error.has_value());
    CHECK_FALSE(state.record.has_value());
    CHECK(stage.session->all()->empty());
}

TEST_CASE("rehearsal: where somebody else removed it, what was left is a plan of its own")
{
    Stage stage("traces-seven-things");
    RemovalState state = prepared(*stage.session, stage.before);
    REQUIRE(state.phase == Phase::proposed);
    CHECK_FALSE(state.proposal.plan.has_value());
    REQUIRE_FALSE(state.leftovers.empty());
    const auto takeable =
        std::find_if(state.leftovers.begin(), state.leftovers.end(), [](const Leftover& one) { return one.step; });
    REQUIRE(takeable != state.leftovers.end());
    const std::string id = takeable->id;
    stage.session->approveLeftovers({id});
    state = stage.onward();
    INFO((state.error ? describe(*state.error) : std::string()));
    REQUIRE(state.phase == Phase::ended);
    CHECK(std::none_of(state.leftovers.begin(), state.leftovers.end(), [&](const auto& one) { return one.id == id; }));
}

TEST_CASE("rehearsal: what nobody found cannot be chosen")
{
    Stage stage("traces-seven-things");
    prepared(*stage.session, stage.before);
    stage.session->approveLeftovers({"leftover:move:/etc"});
    const RemovalState state = rested(*stage.session);
    CHECK(state.phase == Phase::proposed);
    CHECK(state.error->code == ErrorCode::notFound);
    CHECK(stage.session->all()->empty());
}

TEST_CASE("rehearsal: passwords keep the removal waiting until the person gives their word")
{
    Stage stage("plus-with-vpn-and-password-manager");
    RemovalState state = prepared(*stage.session, stage.before);
    REQUIRE_FALSE(state.digest.empty());
    REQUIRE_FALSE(mayGoOn(state.guards));
    stage.session->approve(state.digest);
    state = rested(*stage.session);
    CHECK(state.phase == Phase::proposed);
    CHECK(state.error->code == ErrorCode::unsupported);
    CHECK(stage.session->all()->empty());

    state = settledAll(*stage.session);
    stage.session->approve(state.digest);
    state = stage.onward();
    REQUIRE(state.record.has_value());
    const auto& answers = state.record->answers;
    CHECK(std::any_of(answers.begin(), answers.end(),
                      [](const Answer& each) { return each.question == "passwordVault" && each.answer == "waived"; }));
}

TEST_CASE("rehearsal: other wishes make another plan, and the old digest is refused")
{
    Stage stage("plus-with-vpn-and-password-manager");
    const RemovalState first = prepared(*stage.session, stage.before);
    settledAll(*stage.session);
    PlanWishes wishes;
    wishes.restorePoint = PlanWishes::RestorePoint::none;
    stage.session->setWishes(wishes);
    REQUIRE(waitUntil([&] { return stage.session->state().digest != first.digest; }));
    stage.session->approve(first.digest);
    const RemovalState state = rested(*stage.session);
    CHECK(state.phase == Phase::proposed);
    CHECK(state.error->code == ErrorCode::malformed);
    CHECK(stage.session->all()->empty());
}

TEST_CASE(
    "rehearsal: what is wished and settled before the plan is made counts, and the guards are looked up all the same")
{
    Stage stage("plus-with-vpn-and-password-manager");
    PlanWishes wishes;
    wishes.restorePoint = PlanWishes::RestorePoint::none;
    stage.session->setWishes(wishes);
    stage.session->settle(GuardId::passwordVault, true);
    const RemovalState state = prepared(*stage.session, stage.before);
    REQUIRE(state.guards.size() == guardCount);
    const auto vault = std::find_if(state.guards.begin(), state.guards.end(),
                                    [](const Guard& guard) { return guard.id == GuardId::passwordVault; });
    CHECK(vault->state == GuardState::waived);
    const auto& steps = state.proposal.plan->steps;
    CHECK(std::none_of(steps.begin(), steps.end(),
                       [](const Step& step) { return std::holds_alternative<MakeRestorePoint>(step.action); }));
}

TEST_CASE("rehearsal: a product that asks for its password gets it once, and it is asked for again without one")
{
    Stage stage("self-defence-and-password");
    prepared(*stage.session, stage.before);
    const RemovalState ready = settledAll(*stage.session);
    REQUIRE_FALSE(ready.digest.empty());
    const auto asks = [](const Step& step) {
        const auto* msi = std::get_if<RemoveMsiProduct>(&step.action);
        return msi != nullptr && msi->password != PasswordPass::none;
    };
    const auto& steps = ready.proposal.plan->steps;
    if (std::none_of(steps.begin(), steps.end(), asks)) {
        return;   // the recipe knows no way to hand one over
    }
    const auto given = [&](const std::string& password) {
        REQUIRE(waitUntil([&] {
            const auto now = stage.session->state();
            return now.phase != Phase::working || (now.running && now.running->needsPassword);
        }));
        stage.session->givePassword(password);
        return stage.onward();
    };
    stage.session->approve(ready.digest);
    RemovalState state = given("");
    CHECK(state.halt->state == StepState::needsPassword);
    stage.session->goOn();
    state = given("secret");
    CHECK(state.halt->step == "review-leftovers");
    for (const Transition& transition : state.record->transitions) {
        CHECK(transition.detail.find("secret") == std::string::npos);
    }
}
