#include "session/removal_work.h"

#include "removal/guard_facts.h"
#include "removal/plan_codec.h"
#include "session/boot_safety.h"
#include "session/check_record.h"
#include "session/removal.h"
#include "session/removal_record.h"

#include <utility>

namespace offramp {

using Phase = RemovalState::Phase;

// For jobs: opened once.
Result<Journal*> RemovalWork::journal()
{
    if (m_journal == nullptr) {
        auto opened = Journal::open(m_journalFile);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        m_journal = std::move(*opened);
    }
    return m_journal.get();
}

void RemovalWork::findUnfinished()
{
    const auto opened = journal();
    const auto id = opened ? (*opened)->unfinished() : tl::unexpected(opened.error());
    const auto shown = !id ? Result<void>(tl::unexpected(id.error())) : *id ? showRecord(**id) : Result<void>{};
    if (shown && *id) {
        return;
    }
    m_desk.update([&](RemovalState& state) {
        if (!shown) {
            state.error = shown.error();
        }
        if (state.before == nullptr) {
            state.phase = shown ? Phase::idle : Phase::failed;
        }
    });
}

// What the journal says of a removal, as somebody meets it who was not there.
Result<void> RemovalWork::showRecord(std::int64_t id)
{
    const auto opened = journal();
    auto record = opened ? (*opened)->read(id) : tl::unexpected(opened.error());
    if (!record) {
        return tl::unexpected(record.error());
    }
    const Halt halt = haltOf(*record, m_stage.now());
    std::shared_ptr<const CheckResult> seen;
    if (!record->after.empty()) {
        if (auto looked = m_stage.look({})) {
            seen = std::make_shared<const CheckResult>(std::move(*looked));
        }
    }
    const bool matters = halt.why == Halt::Why::restart || seen != nullptr;
    auto safety = matters ? std::optional(bootSafetyOf(m_stage.host(), m_catalog)) : std::nullopt;
    m_desk.update([&](RemovalState& state) {
        state.halt = halt;
        state.bootSafety = std::move(safety);
        state.undone.reset();
        state.after.reset();
        state.verification.reset();
        state.wishes.replacement = replacementIn(*record);
        adopt(state, std::move(*record));
        if (seen != nullptr) {
            adopt(state, seen);
        }
        rest(state, state.record->ending ? Phase::ended : Phase::halted);
    });
    return {};
}

BootSafety RemovalWork::lookAtStart()
{
    BootSafety safety = bootSafetyOf(m_stage.host(), m_catalog);
    m_desk.update([&](RemovalState& state) { state.bootSafety = safety; });
    return safety;
}

void RemovalWork::adopt(RemovalState& state, MigrationRecord record)
{
    state.gap = gapOf(record.protection, m_stage.now());
    state.record = std::move(record);
}

void RemovalWork::adopt(RemovalState& state, const std::shared_ptr<const CheckResult>& seen)
{
    state.after = seen;
    if (state.record) {
        state.verification = verify(state.record->plan, *seen);
    }
    if (auto leftovers = leftoversFor(*seen, m_catalog)) {
        state.leftovers = std::move(*leftovers);
    }
}

void RemovalWork::readRecord(std::int64_t id)
{
    const auto opened = journal();
    auto record = opened ? (*opened)->read(id) : tl::unexpected(opened.error());
    m_desk.update([&](RemovalState& state) {
        if (record) {
            adopt(state, std::move(*record));
        } else {
            state.error = record.error();
        }
    });
}

void RemovalWork::prepare(const std::shared_ptr<const CheckResult>& before)
{
    if (m_desk.state().phase != Phase::preparing) {
        return;   // an unfinished removal was found
    }
    const auto leftovers = leftoversFor(*before, m_catalog);
    m_desk.update([&](RemovalState& state) {
        if (state.record) {
            state.settled.clear();
            state.wishes = {};
            state.vault.reset();
            state.vaultFault.reset();
            state.vaultWiped.reset();
            state.vaultMayBeWiped = false;
        }
        state.record.reset();
        state.halt.reset();
        state.gap = {};
        state.after.reset();
        state.verification.reset();
        state.undone.reset();
        state.error.reset();
        state.leftovers = leftovers.value_or(std::vector<Leftover>{});
    });
    lookAtStart();
    gatherGuards();
    planAgain();
}

void RemovalWork::readVaultExport(const std::filesystem::path& file)
{
    auto counted = m_stage.countVault(file);
    m_desk.update([&](RemovalState& state) {
        state.vaultWiped.reset();
        state.vaultFault.reset();
        if (counted) {
            m_vaultFile = file;
            state.vault = std::move(*counted);
            state.vaultMayBeWiped = !state.rehearsal;
        } else {
            state.vaultFault = counted.error();
        }
        judgeGuards(state);
    });
}

void RemovalWork::wipeVaultExport()
{
    if (!m_desk.state().vaultMayBeWiped) {
        return;
    }
    const auto wiped = wipeVaultFile(m_vaultFile);
    m_desk.update([&](RemovalState& state) {
        state.vaultWiped = wiped ? *wiped : wiped.error();
        state.vaultMayBeWiped = !wiped.has_value();
    });
}

void RemovalWork::requestRestart(RestartWish wish)
{
    const RemovalState now = m_desk.state();
    if (now.phase != Phase::halted || !now.halt || now.halt->why != Halt::Why::restart) {
        return;
    }
    if (warnsOfRestart(lookAtStart()) && wish == RestartWish::ifSafe) {
        return;
    }
    if (const auto asked = m_stage.restart(); !asked) {
        m_desk.update([&](RemovalState& state) { state.error = asked.error(); });
    } else if (now.rehearsal) {
        // As Offramp finds it once the computer is up again.
        if (const auto shown = showRecord(now.record->id); !shown) {
            m_desk.refuse(Phase::halted, shown.error());
        }
    }
}

void RemovalWork::open(std::int64_t removal, Phase before)
{
    if (const auto shown = showRecord(removal); !shown) {
        m_desk.refuse(before, shown.error());
    }
}

void RemovalWork::judgeGuards(RemovalState& state) const
{
    if (m_facts) {
        state.guards = guardsFor(*m_facts, {state.vault, state.settled});
    }
}

void RemovalWork::gatherGuards()
{
    const auto before = m_desk.state().before;
    auto facts = gatherGuardFacts(m_stage.host(), before->snapshot, before->installations, before->products);
    m_desk.update([&](RemovalState& state) {
        m_facts = std::move(facts);
        judgeGuards(state);
    });
}

void RemovalWork::planAgain()
{
    const RemovalState now = m_desk.state();
    if (now.before == nullptr || (now.phase != Phase::preparing && now.phase != Phase::proposed)) {
        return;
    }
    auto answer = planFor(*now.before, m_catalog, now.wishes);
    m_desk.update([&](RemovalState& state) {
        if (!answer) {
            state.error = answer.error();
            state.phase = Phase::failed;
            return;
        }
        state.proposal = std::move(*answer);
        state.digest = state.proposal.plan ? planDigest(*state.proposal.plan) : std::string();
        state.phase = Phase::proposed;
    });
}

void RemovalWork::approve(const std::string& digest)
{
    gatherGuards();
    const RemovalState now = m_desk.state();
    for (const Guard& guard : now.guards) {
        if (guard.holdsUp) {
            m_desk.refuse(Phase::proposed,
                          {ErrorCode::unsupported, "not settled yet: " + std::string(toString(guard.id)), 0});
            return;
        }
    }
    beginWith(*now.proposal.plan, digest, Phase::proposed);
}

void RemovalWork::beginWith(const RemovalPlan& plan, const std::string& digest, Phase otherwise)
{
    const RemovalState now = m_desk.state();
    const auto& seen = now.after != nullptr ? now.after : now.before;
    NewMigration made;
    made.plan = plan;
    made.approvedDigest = digest;
    made.approved = m_stage.now();
    if (seen != nullptr) {
        json::Value before = checkJson(*seen, m_catalog.replacements);
        before["bootSafety"] = now.bootSafety ? bootSafetyJson(*now.bootSafety) : json::Value(nullptr);
        made.before = json::dump(before);
    }
    if (plan.kind == RemovalPlan::Kind::removal) {
        made.answers = answersOf(now, made.approved);
    }
    // Also with leftovers: whoever comes back after these still wants to know.
    const auto replacement = replacementOf(now, made.approved);
    made.answers.insert(made.answers.end(), replacement.begin(), replacement.end());
    const auto opened = journal();
    const auto id = opened ? (*opened)->begin(made) : tl::unexpected(opened.error());
    if (!id) {
        m_desk.refuse(otherwise, id.error());
        return;
    }
    readRecord(*id);
    carryOn();
}

void RemovalWork::approveLeftovers(const std::set<std::string>& chosen, Phase before)
{
    const RemovalState now = m_desk.state();
    const auto& seen = now.after != nullptr ? now.after : now.before;
    if (seen == nullptr) {
        m_desk.refuse(before, {ErrorCode::notFound, "nobody looked for leftovers yet", 0});
        return;
    }
    const auto plan = planForLeftovers(now.leftovers, chosen, *seen);
    if (!plan) {
        m_desk.refuse(before, plan.error());
        return;
    }
    Phase otherwise = before;
    if (before == Phase::halted) {
        m_moreFollows = true;
        decide([step = now.halt->step](PlanExecutor& executor) { return executor.reviewed(step); }, Then::goOn);
        m_moreFollows = false;
        if (m_desk.state().phase != Phase::working) {
            return;   // it came to a halt before its end
        }
        otherwise = Phase::ended;
    }
    beginWith(*plan, planDigest(*plan), otherwise);
}

}   // namespace offramp
