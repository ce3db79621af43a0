#include "scripted_removal.h"

namespace offramp::ui {

void ScriptedRemoval::show(RemovalState state)
{
    m_state = std::move(state);
    if (m_changed) {
        m_changed();
    }
}

void ScriptedRemoval::prepare(std::shared_ptr<const CheckResult> /*before*/)
{
    asked.push_back("prepare");
}

void ScriptedRemoval::setWishes(const PlanWishes& wishes)
{
    asked.push_back("wishes");
    RemovalState state = m_state;
    state.wishes = wishes;
    show(std::move(state));
}

void ScriptedRemoval::settle(GuardId guard, bool settled)
{
    asked.push_back("settle " + std::string(toString(guard)) + (settled ? " on" : " off"));
}

void ScriptedRemoval::readVaultExport(const std::filesystem::path& /*file*/)
{
    asked.push_back("readVault");
}

void ScriptedRemoval::approveLeftovers(const std::set<std::string>& chosen)
{
    asked.push_back("approveLeftovers " + std::to_string(chosen.size()));
}

Result<std::string> ScriptedRemoval::report(RemovalReportFormat format, Redaction /*redaction*/,
                                            const PageLanguage& /*language*/) const
{
    return format == RemovalReportFormat::json
               ? std::string("{\"format\": \"offramp.removalReport/1\"}\n")
               : std::string("<!DOCTYPE html><html><body><h1>Report</h1><p>Kaspersky Plus</p></body></html>\n");
}

Subscription ScriptedRemoval::subscribe(std::function<void()> changed)
{
    m_changed = std::move(changed);
    return Subscription([this] { m_changed = nullptr; });
}

std::unique_ptr<RemovalService> scriptedRemovalService(ScriptedRemoval& session)
{
    class Opened final : public OpenRemoval {
    public:
        explicit Opened(ScriptedRemoval& opened) : m_opened(opened) {}
        [[nodiscard]] RemovalSession& session() override { return m_opened; }

    private:
        ScriptedRemoval& m_opened;
    };
    return std::make_unique<RemovalService>(
        [&session](RemovalMode mode) -> Result<std::unique_ptr<OpenRemoval>> {
            RemovalState state = session.state();
            state.rehearsal = mode == RemovalMode::rehearsal;
            session.show(std::move(state));
            return std::make_unique<Opened>(session);
        },
        [] {
            MigrationRecord record = *removalState("done").record;
            MigrationRecord open = *removalState("remove-stopped").record;
            open.id = 2;
            return std::vector<MigrationRecord>{open, record};
        },
        RemovalService::Offers::both);
}

}   // namespace offramp::ui
