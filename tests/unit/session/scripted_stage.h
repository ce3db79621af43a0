// A removal session over a stage whose steps do what the test says. The machine outlives the session.
#pragma once

#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "removal/machine_moment.h"
#include "session/removal_session.h"
#include "session/removal_stage.h"
#include "support/removal_walk.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace offramp::test {

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
        if (outcome.kind == StepOutcome::Kind::done) {
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

struct RemovalBench {
    ScratchFolder folder;
    Result<Catalog> catalog = openCatalog(OFFRAMP_CATALOG_DB);
    std::unique_ptr<Host> host;
    std::shared_ptr<const CheckResult> before;
    Script script;
    std::unique_ptr<RemovalSession> session;

    RemovalBench()
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

}   // namespace offramp::test
