// The session over a stage whose steps do what the test says: questions, halts, and what is met again by a later
// session.
#include "session/removal_session.h"

#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "removal/machine_moment.h"
#include "session/removal_stage.h"
#include "support/removal_walk.h"
#include "unit/catalog/mini_catalog.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

using namespace offramp;
using namespace offramp::test;
using Kind = StepOutcome::Kind;
using Phase = RemovalState::Phase;

namespace {

// What outlives a session: the machine.
struct Script {
    std::set<std::string> done;
    std::function<StepOutcome(const Step&, const StepWatch&, std::stop_token)> run =
        [](const Step&, const StepWatch&, std::stop_token) { return StepOutcome{}; };
    std::vector<std::string> ran;
    std::string boot = "boot-1";
    bool restartPending = false;
    int comesBack = 0;
    int restarts = 0;
    std::vector<std::string> putBack;
};

class ScriptedStage final : public RemovalStage, public StepRunner {
public:
    ScriptedStage(Script& script, const Host& host, const Catalog& catalog)
        : m_script(script), m_host(host), m_catalog(catalog)
    {}
    [[nodiscard]] bool isRehearsal() const override { return false; }
    [[nodiscard]] const Host& host() const override { return m_host; }
    [[nodiscard]] Moment now() const override
    {
        return {Instant{std::chrono::seconds{1'795'000'000}}, m_script.boot, std::chrono::seconds{50}};
    }
    [[nodiscard]] Result<CheckResult> look(std::stop_token stop) override
    {
        return offramp::check(m_host, m_catalog, {}, {}, std::move(stop));
    }
    [[nodiscard]] std::unique_ptr<StageHands> handsFor(const RemovalPlan& /*plan*/) override
    {
        struct Hands final : StageHands {
            explicit Hands(StepRunner& runner) : m_runner(runner) {}
            RunnerFor runnerFor() override
            {
                return [this](const Step&) { return &m_runner; };
            }
            StepRunner& m_runner;
        };
        return std::make_unique<Hands>(*this);
    }
    [[nodiscard]] std::chrono::seconds patience() const override { return std::chrono::seconds{0}; }
    [[nodiscard]] Result<void> restart() override
    {
        ++m_script.restarts;
        return fail(ErrorCode::accessDenied, "restart");
    }
    [[nodiscard]] tl::expected<VaultCount, Reason> countVault(const std::filesystem::path& /*file*/) const override
    {
        return VaultCount{{{VaultSection::websites, 3}}};
    }
    [[nodiscard]] Result<void> comeBack(ComeBack when) override
    {
        m_script.comesBack = when == ComeBack::atSignIn ? 1 : 0;
        return {};
    }
    [[nodiscard]] StepTruth check(const Step& step) override
    {
        return m_script.done.contains(step.id) ? StepTruth::holds : StepTruth::doesNotHold;
    }
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override
    {
        m_script.ran.push_back(step.id);
        StepOutcome outcome = m_script.run(step, watch, std::move(stop));
        if (outcome.kind == Kind::done) {
            m_script.done.insert(step.id);
        }
        return outcome;
    }
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& /*undo*/) override
    {
        m_script.putBack.push_back(step.id);
        m_script.done.erase(step.id);
        return {};
    }

private:
    Script& m_script;
    const Host& m_host;
    const Catalog& m_catalog;
};

struct Bench {
    ScratchFolder folder;
    Result<Catalog> catalog = openCatalog(OFFRAMP_CATALOG_DB);
    std::unique_ptr<Host> host;
    std::shared_ptr<const CheckResult> before;
    Script script;
    std::unique_ptr<RemovalSession> session;

    Bench()
    {
        REQUIRE(catalog);
        auto opened = openRecordedHost(std::string(OFFRAMP_MACHINES_DIR) + "/kaspersky-free");
        REQUIRE(opened);
        host = std::move(*opened);
        auto looked = check(*host, *catalog, {}, {}, {});
        REQUIRE(looked);
        before = std::make_shared<const CheckResult>(std::move(*looked));
        begin();
    }
    // As when Offramp is started.
    void begin()
    {
        session.reset();
        session = makeRemovalSession(std::make_unique<ScriptedStage>(script, *host, *catalog), *catalog,
                                     folder / "removals.db");
    }
    // As when somebody deleted the files of its drivers by hand.
    void loseDrivers()
    {
        namespace fs = std::filesystem;
        session.reset();
        const fs::path copy = folder / "machine";
        fs::copy(fs::path(OFFRAMP_MACHINES_DIR) / "kaspersky-free", copy, fs::copy_options::recursive);
        fs::remove_all(copy / "files/C/Windows/System32/drivers");
        auto opened = openRecordedHost(copy);
        REQUIRE(opened);
        host = std::move(*opened);
        begin();
    }
    // As when a newer catalog came while Offramp was not running.
    void changeFacts()
    {
        session.reset();
        catalog->info.serial += 1;
        catalog->recipes = {};
        auto looked = check(*host, *catalog, {}, {}, {});
        REQUIRE(looked);
        before = std::make_shared<const CheckResult>(std::move(*looked));
        begin();
    }
    void approve()
    {
        prepared(*session, before);
        for (const Guard& guard : session->state().guards) {
            session->settle(guard.id, true);
        }
        const RemovalState ready = session->state();
        for (const Guard& guard : ready.guards) {
            INFO(toString(guard.id));
            REQUIRE_FALSE(guard.holdsUp);
        }
        session->approve(ready.digest);
    }
    [[nodiscard]] std::string removalStep() const
    {
        const RemovalState state = session->state();
        for (const Step& step : state.record->plan.steps) {
            if (removesProduct(step.action)) {
                return step.id;
            }
        }
        return {};
    }
};

}   // namespace

TEST_CASE("removal session: a step that fails waits for the person, who tries again or leaves it out")
{
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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

TEST_CASE("removal session: a password is asked for, handed over once and kept nowhere")
{
    Bench bench;
    std::string got;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            got = watch.password();
        }
        return StepOutcome{};
    };
    bench.approve();
    REQUIRE(waitUntil([&] {
        const auto now = bench.session->state();
        return now.running && now.running->needsPassword;
    }));
    bench.session->givePassword("open sesame");
    const RemovalState state = rested(*bench.session);
    CHECK(got == "open sesame");
    for (const Transition& transition : state.record->transitions) {
        CHECK(transition.detail.find("sesame") == std::string::npos);
    }
    const auto report = bench.session->report(RemovalReportFormat::json, Redaction::off, {});
    REQUIRE(report);
    CHECK(report->find("sesame") == std::string::npos);
}

TEST_CASE("removal session: a window of the vendor's program is known while it is open")
{
    Bench bench;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            watch.window(131146);
            CHECK(bench.session->state().running->window == 131146);
            watch.window(0);
            CHECK(bench.session->state().running->window == 0);
            watch.window(5);   // still open when its program ends
        }
        return StepOutcome{};
    };
    bench.approve();
    const RemovalState state = rested(*bench.session);
    CHECK((!state.running || state.running->window == 0));
}

TEST_CASE("removal session: a program without a sign of life is waited for until the person says otherwise")
{
    Bench bench;
    std::vector<bool> answers;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            answers.push_back(watch.silent(std::chrono::seconds{180}));
            answers.push_back(watch.silent(std::chrono::seconds{360}));
        }
        return StepOutcome{};
    };
    bench.approve();
    for (const bool stop : {false, true}) {
        REQUIRE(waitUntil([&] {
            const auto now = bench.session->state();
            return now.running && now.running->silent == std::chrono::seconds{stop ? 360 : 180};
        }));
        bench.session->answerSilence(stop);
    }
    static_cast<void>(rested(*bench.session));
    CHECK(answers == std::vector<bool>{false, true});
}

TEST_CASE("removal session: while a restart is waited for Offramp comes back at sign-in, and a restart is noticed")
{
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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

TEST_CASE("removal session: exported passwords that were counted settle their guard and are written down as a number")
{
    Bench bench;
    prepared(*bench.session, bench.before);
    bench.session->readVaultExport("export.txt");
    REQUIRE(waitUntil([&] { return bench.session->state().vault.has_value(); }));
    CHECK(bench.session->state().vaultMayBeWiped);
    bench.approve();
    const RemovalState state = rested(*bench.session);
    const auto& answers = state.record->answers;
    CHECK(std::any_of(answers.begin(), answers.end(), [](const Answer& each) {
        return each.question == "passwordVault" && each.answer == "counted 3";
    }));
}
