// RemovalWork: what a removal session does on its thread of jobs, one after the other. What it finds and does shows on
// the desk. Private to this folder.
#pragma once

#include "removal/executor.h"
#include "removal/guards.h"
#include "removal/journal.h"
#include "session/removal_desk.h"
#include "session/removal_stage.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace offramp {

class RemovalWork {
public:
    using Phase = RemovalState::Phase;

    // All must outlive it.
    RemovalWork(RemovalDesk& desk, RemovalStage& stage, const Catalog& catalog, std::filesystem::path journal)
        : m_desk(desk), m_stage(stage), m_catalog(catalog), m_journalFile(std::move(journal))
    {}

    void findUnfinished();
    void open(std::int64_t removal, Phase before);
    void prepare(const std::shared_ptr<const CheckResult>& before);
    void planAgain();
    void gatherGuards();
    void readVaultExport(const std::filesystem::path& file);
    void wipeVaultExport();
    void requestRestart(RestartWish wish);
    void approve(const std::string& digest);
    void approveLeftovers(const std::set<std::string>& chosen, Phase before);
    void carryOn();
    enum class Then { goOn, rest };
    // What the person decided about a step, and then on.
    void decide(const std::function<Result<void>(PlanExecutor&)>& decision, Then then);
    void undo(const std::string& step, Phase before);   // empty: everything

    // With the lock of the desk.
    void judgeGuards(RemovalState& state) const;

private:
    void adopt(RemovalState& state, MigrationRecord record);
    void adopt(RemovalState& state, const std::shared_ptr<const CheckResult>& seen);

    // Reads whether a restart is safe and shows it.
    BootSafety lookAtStart();

    // Opened once.
    [[nodiscard]] Result<Journal*> journal();
    // What the journal says of a removal, as somebody meets it who was not there.
    [[nodiscard]] Result<void> showRecord(std::int64_t id);
    void readRecord(std::int64_t id);
    void beginWith(const RemovalPlan& plan, const std::string& digest, Phase otherwise);
    [[nodiscard]] PlanExecutor executorFor(Journal& journal, const MigrationRecord& record, StageHands& hands);
    void settleAt(const Result<Halt>& halt);

    RemovalDesk& m_desk;
    RemovalStage& m_stage;
    const Catalog& m_catalog;
    const std::filesystem::path m_journalFile;
    std::unique_ptr<Journal> m_journal;
    std::optional<GuardFacts> m_facts;   // written with the lock of the desk
    std::filesystem::path m_vaultFile;
    bool m_moreFollows = false;   // when this removal has ended, the same job begins another
};

}   // namespace offramp
