#include "base/utf8_path.h"
#include "platform/host.h"
#include "platform/start_schedule.h"
#include "removal/machine_moment.h"
#include "removal/plan_runners.h"
#include "session/removal_stage.h"

#include <utility>

namespace offramp {

namespace {

class LiveHands final : public StageHands {
public:
    LiveHands(const RemovalParts& parts, const RemovalPlan& plan) : m_runners(parts.host, parts.actions, plan) {}
    [[nodiscard]] RunnerFor runnerFor() override { return m_runners.asFunction(); }

private:
    PlanRunners m_runners;
};

class LiveStage final : public RemovalStage {
public:
    LiveStage(RemovalParts parts, Person person) : m_parts(std::move(parts)), m_person(person) {}

    [[nodiscard]] bool isRehearsal() const override { return false; }
    [[nodiscard]] const Host& host() const override { return m_parts.host; }
    [[nodiscard]] Moment now() const override { return momentNow(m_parts.host); }
    [[nodiscard]] Result<CheckResult> look(std::stop_token stop) override
    {
        CheckOptions options;
        options.person = m_person;
        return check(m_parts.host, m_parts.catalog, options, {}, std::move(stop));
    }
    [[nodiscard]] std::unique_ptr<StageHands> handsFor(const RemovalPlan& plan) override
    {
        return std::make_unique<LiveHands>(m_parts, plan);
    }
    [[nodiscard]] Result<void> restart() override { return m_parts.actions.requestRestart(); }
    [[nodiscard]] tl::expected<VaultCount, Reason> countVault(const std::filesystem::path& file) const override
    {
        return countVaultFile(m_parts.host.files(), pathToUtf8(file));
    }
    [[nodiscard]] Result<void> comeBack(ComeBack when) override
    {
        if (m_parts.resumeProgram.empty()) {
            return {};
        }
        return setResumeAtSignIn(when == ComeBack::atSignIn ? ResumeAtSignIn::yes : ResumeAtSignIn::no,
                                 m_parts.resumeProgram);
    }

private:
    RemovalParts m_parts;
    Person m_person;
};

}   // namespace

std::unique_ptr<RemovalSession> makeRemovalSession(const RemovalParts& parts, Person person)
{
    return makeRemovalSession(std::make_unique<LiveStage>(parts, person), parts.catalog, parts.journal);
}

}   // namespace offramp
