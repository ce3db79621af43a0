// The part of RemovalWork that carries out, decides and undoes.
#include "session/removal_work.h"

#include "platform/host.h"
#include "removal/machine_moment.h"
#include "session/boot_safety.h"
#include "session/removal.h"
#include "session/removal_record.h"

#include <utility>

namespace offramp {

using Phase = RemovalState::Phase;

PlanExecutor RemovalWork::executorFor(Journal& journal, const MigrationRecord& record, StageHands& hands)
{
    ExecutorPorts ports;
    ports.runnerFor = hands.runnerFor();
    ports.now = [this] { return m_stage.now(); };
    ports.protection = [this] { return isProtected(m_stage.host()); };
    ports.restartPending = [this]() -> Result<bool> {
        const auto pending = m_stage.host().conditions().pendingRestart();
        return pending ? Result<bool>(pending->pending) : tl::unexpected(pending.error());
    };
    ports.lookAgain = [this, &record](std::stop_token stop) -> Result<std::string> {
        auto looked = m_stage.look(std::move(stop));
        if (!looked) {
            return tl::unexpected(looked.error());
        }
        const auto seen = std::make_shared<const CheckResult>(std::move(*looked));
        m_desk.update([&](RemovalState& state) { adopt(state, seen); });
        return lookForJournal(record.plan, *seen, lookAtStart(), m_catalog);
    };
    ports.beforeRestart = [this] { return inEnglish(lookAtStart()); };
    ports.protectionPatience = m_stage.patience();
    ports.wait = [this](std::chrono::milliseconds time) { m_desk.wait(time); };
    RemovalWatch watch;
    watch.changed = [this, id = record.id](const Step& step, StepState now) {
        m_desk.update([&](RemovalState& state) {
            if (!state.running) {
                state.running = RemovalState::Running{};
            }
            if (state.running->step != step.id || now != StepState::running) {
                state.running->fraction.reset();
                state.running->silent.reset();
                state.running->window = 0;
            }
            state.running->step = step.id;
        });
        readRecord(id);
    };
    watch.fraction = [this](const Step& /*step*/, double fraction) {
        m_desk.update([&](RemovalState& state) {
            if (state.running) {
                state.running->fraction = fraction;
                state.running->silent.reset();
            }
        });
    };
    watch.silent = [this](const Step& /*step*/, std::chrono::seconds silence) { return m_desk.askSilence(silence); };
    watch.window = [this](const Step& /*step*/, std::int32_t window) {
        m_desk.update([&](RemovalState& state) {
            if (state.running) {
                state.running->window = window;
            }
        });
    };
    watch.password = [this](const Step& step) { return m_desk.askPassword(step.id); };
    return PlanExecutor(journal, record.id, std::move(ports), std::move(watch));
}

void RemovalWork::carryOn()
{
    const MigrationRecord record = *m_desk.state().record;
    const auto opened = journal();
    if (!opened) {
        m_desk.refuse(Phase::halted, opened.error());
        return;
    }
    const auto hands = m_stage.handsFor(record.plan);
    const auto halt = executorFor(**opened, record, *hands).goOn(record.digest, m_desk.stopToken());
    settleAt(halt);
}

void RemovalWork::settleAt(const Result<Halt>& halt)
{
    const std::int64_t id = m_desk.state().record->id;
    readRecord(id);
    const auto now = m_stage.now();
    const bool restart = halt && halt->why == Halt::Why::restart;
    const bool finished = halt && halt->why == Halt::Why::finished;
    std::optional<Error> trouble;
    if (restart) {
        lookAtStart();
    }
    if (restart || finished) {
        const auto told = m_stage.comeBack(restart ? RemovalStage::ComeBack::atSignIn : RemovalStage::ComeBack::never);
        trouble = told ? std::nullopt : std::optional(told.error());
    }
    m_desk.update([&](RemovalState& state) {
        state.halt = halt ? *halt : haltOf(*state.record, now);
        if (!halt) {
            state.error = halt.error();
        } else if (trouble) {
            state.error = trouble;
        }
        const bool goesOn = finished && m_moreFollows;
        if (!goesOn) {
            rest(state, state.record->ending ? Phase::ended : Phase::halted);
        }
    });
}

void RemovalWork::decide(const std::function<Result<void>(PlanExecutor&)>& decision, Then then)
{
    const MigrationRecord record = *m_desk.state().record;
    const auto opened = journal();
    const auto hands = m_stage.handsFor(record.plan);
    Result<void> decided = tl::unexpected(Error{});
    if (opened) {
        auto executor = executorFor(**opened, record, *hands);
        decided = decision(executor);
    } else {
        decided = tl::unexpected(opened.error());
    }
    if (decided && then == Then::goOn) {
        carryOn();
        return;
    }
    readRecord(record.id);
    if (decided) {
        const auto told = m_stage.comeBack(RemovalStage::ComeBack::never);
        m_desk.update([&](RemovalState& state) {
            state.error = told ? std::nullopt : std::optional(told.error());
            state.halt = haltOf(*state.record, m_stage.now());
            rest(state, state.record->ending ? Phase::ended : Phase::halted);
        });
        return;
    }
    m_desk.refuse(Phase::halted, decided.error());
}

void RemovalWork::undo(const std::string& step, Phase before)
{
    const auto opened = journal();
    if (!opened) {
        m_desk.refuse(before, opened.error());
        return;
    }
    if (!m_desk.state().record) {
        const auto ids = (*opened)->all();
        if (!ids || ids->empty()) {
            m_desk.refuse(before, ids ? Error{ErrorCode::notFound, "there is no removal to undo", 0} : ids.error());
            return;
        }
        readRecord(ids->front());
        if (!m_desk.state().record) {
            m_desk.refuse(before, {ErrorCode::malformed, "the journal of removals", 0});
            return;
        }
    }
    const MigrationRecord record = *m_desk.state().record;
    const auto hands = m_stage.handsFor(record.plan);
    auto undone = executorFor(**opened, record, *hands).undo(step);
    if (!undone) {
        readRecord(record.id);
        m_desk.refuse(before, undone.error());
        return;
    }
    if (auto looked = m_stage.look({})) {
        const auto seen = std::make_shared<const CheckResult>(std::move(*looked));
        const auto noted = (*opened)->noteAfter(record.id, m_stage.now(),
                                                lookForJournal(record.plan, *seen, lookAtStart(), m_catalog));
        m_desk.update([&](RemovalState& state) {
            adopt(state, seen);
            if (!noted) {
                state.error = noted.error();
            }
        });
    }
    readRecord(record.id);
    m_desk.update([&](RemovalState& state) {
        state.undone = std::move(*undone);
        state.halt = haltOf(*state.record, m_stage.now());
        rest(state, state.record->ending ? Phase::ended : Phase::halted);
    });
}

}   // namespace offramp
