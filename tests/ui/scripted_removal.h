// ScriptedRemoval: a RemovalSession that says what a test wants, and remembers what it was asked for.
#pragma once

#include "bridge/removal_service.h"
#include "removal_states.h"

#include <string>
#include <vector>

namespace offramp::ui {

class ScriptedRemoval final : public RemovalSession {
public:
    void show(RemovalState state);

    void prepare(std::shared_ptr<const CheckResult> before) override;
    void setWishes(const PlanWishes& wishes) override;
    void settle(GuardId guard, bool settled) override;
    void lookAgainAtGuards() override { asked.push_back("lookAgainAtGuards"); }
    void readVaultExport(const std::filesystem::path& file) override;
    void wipeVaultExport() override { asked.push_back("wipeVaultExport"); }
    void approve(const std::string& digest) override { asked.push_back("approve " + digest); }
    void approveLeftovers(const std::set<std::string>& chosen) override;
    void goOn() override { asked.push_back("goOn"); }
    void stopAfterThisStep() override { asked.push_back("stop"); }
    void skip(const std::string& step) override { asked.push_back("skip " + step); }
    void reviewed(const std::string& step) override { asked.push_back("reviewed " + step); }
    void abandon() override { asked.push_back("abandon"); }
    void undo(const std::string& step) override { asked.push_back(step.empty() ? "undo" : "undo " + step); }
    void answerSilence(bool stopWaiting) override { asked.push_back(stopWaiting ? "stopWaiting" : "keepWaiting"); }
    void givePassword(std::string password) override { asked.push_back("password " + password); }
    void requestRestart(RestartWish wish) override
    {
        asked.push_back(wish == RestartWish::ifSafe ? "restart" : "restart all the same");
    }
    [[nodiscard]] Result<std::vector<std::int64_t>> all() const override { return std::vector<std::int64_t>{}; }
    void open(std::int64_t removal) override { asked.push_back("open " + std::to_string(removal)); }
    [[nodiscard]] Result<std::string> report(RemovalReportFormat format, Redaction redaction,
                                             const PageLanguage& language) const override;
    [[nodiscard]] RemovalState state() const override { return m_state; }
    [[nodiscard]] Subscription subscribe(std::function<void()> changed) override;

    std::vector<std::string> asked;

private:
    RemovalState m_state;
    std::function<void()> m_changed;
};

// A service over a scripted session, which stays the same however often it is opened. `session` must outlive it.
[[nodiscard]] std::unique_ptr<RemovalService> scriptedRemovalService(ScriptedRemoval& session);

}   // namespace offramp::ui
