#include "session/removal_session.h"

#include "session/job_thread.h"
#include "session/removal_desk.h"
#include "session/removal_report.h"
#include "session/removal_stage.h"
#include "session/removal_work.h"

#include <utility>

namespace offramp {

namespace {

using Phase = RemovalState::Phase;

bool always(const RemovalState& /*state*/)
{
    return true;
}

bool waitsForReview(const RemovalState& state)
{
    if (!state.record || !state.halt) {
        return false;
    }
    const Step* const step = stepOf(state.record->plan, state.halt->step);
    return step != nullptr && std::holds_alternative<ReviewLeftovers>(step->action);
}

class RemovalSessionImpl final : public RemovalSession {
public:
    RemovalSessionImpl(std::unique_ptr<RemovalStage> stage, const Catalog& catalog, std::filesystem::path journal)
        : m_stage(std::move(stage)), m_journalFile(std::move(journal)), m_work(m_desk, *m_stage, catalog, m_journalFile)
    {
        const bool begun = hasJournal();
        m_desk.update([&](RemovalState& state) {
            state.rehearsal = m_stage->isRehearsal();
            state.phase = begun ? Phase::preparing : Phase::idle;
        });
        if (begun) {
            m_jobs.push([this] { m_work.findUnfinished(); });
        }
    }
    ~RemovalSessionImpl() override
    {
        m_desk.leave();
        m_jobs.end();
    }

    void prepare(std::shared_ptr<const CheckResult> before) override
    {
        const auto may = [&](RemovalState& state) {
            if (before != nullptr) {
                state.before = before;
            }
            return before != nullptr;
        };
        if (m_desk.enter({Phase::idle, Phase::preparing, Phase::proposed, Phase::ended, Phase::failed},
                         Phase::preparing, may)) {
            m_jobs.push([this, before] { m_work.prepare(before); });
        }
    }
    void setWishes(const PlanWishes& wishes) override
    {
        m_desk.update([&](RemovalState& state) { state.wishes = wishes; });
        m_jobs.push([this] {
            if (m_desk.state().phase == Phase::proposed) {   // else prepare() takes them
                m_work.planAgain();
            }
        });
    }
    void settle(GuardId guard, bool settled) override
    {
        m_desk.update([&](RemovalState& state) {
            if (settled) {
                state.settled.insert(guard);
            } else {
                state.settled.erase(guard);
            }
            m_work.judgeGuards(state);
        });
    }
    void lookAgainAtGuards() override
    {
        m_jobs.push([this] {
            if (m_desk.state().phase == Phase::proposed) {
                m_work.gatherGuards();
            }
        });
    }
    void readVaultExport(const std::filesystem::path& file) override
    {
        m_jobs.push([this, file] { m_work.readVaultExport(file); });
    }
    void wipeVaultExport() override
    {
        m_jobs.push([this] { m_work.wipeVaultExport(); });
    }

    void approve(const std::string& digest) override
    {
        const auto may = [&](RemovalState& state) {
            const bool same = !digest.empty() && state.digest == digest;
            if (!same) {
                state.error = Error{ErrorCode::malformed, "this is not the plan that is proposed", 0};
            }
            return same;
        };
        if (m_desk.enter({Phase::proposed}, Phase::working, may)) {
            m_jobs.push([this, digest] { m_work.approve(digest); });
        }
    }
    void approveLeftovers(const std::set<std::string>& chosen) override
    {
        const auto may = [](const RemovalState& state) {
            return state.phase != Phase::halted || waitsForReview(state);
        };
        if (const auto before = m_desk.enter({Phase::proposed, Phase::halted, Phase::ended}, Phase::working, may)) {
            m_jobs.push([this, chosen, left = *before] { m_work.approveLeftovers(chosen, left); });
        }
    }
    void goOn() override
    {
        begin([this] { m_work.carryOn(); });
    }
    void skip(const std::string& step) override
    {
        decide([step](PlanExecutor& executor) { return executor.skip(step); }, RemovalWork::Then::goOn);
    }
    void reviewed(const std::string& step) override
    {
        decide([step](PlanExecutor& executor) { return executor.reviewed(step); }, RemovalWork::Then::goOn);
    }
    void abandon() override
    {
        decide([](PlanExecutor& executor) { return executor.abandon(); }, RemovalWork::Then::rest);
    }
    void stopAfterThisStep() override { m_desk.stopAfterThisStep(); }
    void undo(const std::string& step) override
    {
        if (const auto before =
                m_desk.enter({Phase::idle, Phase::proposed, Phase::halted, Phase::ended}, Phase::working, always)) {
            m_jobs.push([this, step, left = *before] { m_work.undo(step, left); });
        }
    }
    void answerSilence(bool stopWaiting) override { m_desk.answerSilence(stopWaiting); }
    void givePassword(std::string password) override { m_desk.givePassword(std::move(password)); }
    void requestRestart(RestartWish wish) override
    {
        m_jobs.push([this, wish] { m_work.requestRestart(wish); });
    }

    Result<std::vector<std::int64_t>> all() const override
    {
        if (!hasJournal()) {
            return std::vector<std::int64_t>{};
        }
        const auto journal = Journal::open(m_journalFile);
        return journal ? (*journal)->all() : tl::unexpected(journal.error());
    }
    void open(std::int64_t removal) override
    {
        if (const auto before = m_desk.enter({Phase::idle, Phase::proposed, Phase::halted, Phase::ended, Phase::failed},
                                             Phase::preparing, always)) {
            m_jobs.push([this, removal, left = *before] { m_work.open(removal, left); });
        }
    }
    Result<std::string> report(RemovalReportFormat format, Redaction redaction,
                               const PageLanguage& language) const override
    {
        const auto record = m_desk.state().record;
        if (!record) {
            return fail(ErrorCode::notFound, "there is no removal to report");
        }
        const auto journal = Journal::open(m_journalFile);
        if (!journal) {
            return tl::unexpected(journal.error());
        }
        return writeRemovalReport(**journal, record->id, m_stage->now(),
                                  {format, redaction, m_stage->isRehearsal(), reportKeyFile(m_journalFile), language});
    }

    RemovalState state() const override { return m_desk.state(); }
    Subscription subscribe(std::function<void()> changed) override { return m_desk.subscribe(std::move(changed)); }

private:
    [[nodiscard]] bool hasJournal() const
    {
        std::error_code fault;
        return std::filesystem::exists(m_journalFile, fault);
    }
    void begin(std::function<void()> job)
    {
        if (m_desk.enter({Phase::halted}, Phase::working, always)) {
            m_jobs.push(std::move(job));
        }
    }
    void decide(std::function<Result<void>(PlanExecutor&)> decision, RemovalWork::Then then)
    {
        begin([this, decided = std::move(decision), then] { m_work.decide(decided, then); });
    }

    const std::unique_ptr<RemovalStage> m_stage;
    const std::filesystem::path m_journalFile;
    RemovalDesk m_desk;
    RemovalWork m_work;
    JobThread m_jobs;   // last: ends before what it uses is destroyed
};

}   // namespace

std::unique_ptr<RemovalSession> makeRemovalSession(std::unique_ptr<RemovalStage> stage, const Catalog& catalog,
                                                   std::filesystem::path journal)
{
    return std::make_unique<RemovalSessionImpl>(std::move(stage), catalog, std::move(journal));
}

}   // namespace offramp
