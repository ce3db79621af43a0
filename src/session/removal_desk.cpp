#include "session/removal_desk.h"

#include "base/secret.h"

namespace offramp {

namespace {

constexpr std::chrono::seconds answerWithin{60};

}   // namespace

RemovalDesk::~RemovalDesk()
{
    overwrite(m_password);
}

RemovalState RemovalDesk::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

Subscription RemovalDesk::subscribe(std::function<void()> changed)
{
    return Observers::subscribe(m_observers, std::move(changed));
}

void RemovalDesk::startRunning()
{
    m_state.running = RemovalState::Running{};
    m_state.error.reset();
    m_state.undone.reset();
    m_stopWaiting.reset();
    m_passwordGiven = false;
    m_stop = {};
    if (m_leaving) {
        m_stop.request_stop();
    }
}

void RemovalDesk::refuse(Phase phase, Error error)
{
    update([&](RemovalState& state) {
        state.error = std::move(error);
        rest(state, phase);
    });
}

void RemovalDesk::stopAfterThisStep()
{
    update([&](RemovalState& state) {
        if (state.running) {
            state.running->stopAsked = true;
            m_stop.request_stop();
        }
    });
    m_answered.notify_all();
}

void RemovalDesk::answerSilence(bool stopWaiting)
{
    update([&](RemovalState& state) {
        m_stopWaiting = stopWaiting;
        if (state.running) {
            state.running->silent.reset();
        }
    });
    m_answered.notify_all();
}

void RemovalDesk::givePassword(std::string password)
{
    update([&](RemovalState& state) {
        if (state.running && state.running->needsPassword) {
            m_password = password;
            m_passwordGiven = true;
            state.running->needsPassword = false;
        }
    });
    overwrite(password);
    m_answered.notify_all();
}

void RemovalDesk::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        m_leaving = true;
        m_stop.request_stop();
    }
    m_answered.notify_all();
}

std::stop_token RemovalDesk::stopToken() const
{
    const std::lock_guard lock(m_mutex);
    return m_stop.get_token();
}

bool RemovalDesk::askSilence(std::chrono::seconds silence)
{
    update([&](RemovalState& state) {
        if (state.running) {
            state.running->silent = silence;
        }
    });
    std::unique_lock lock(m_mutex);
    m_answered.wait_for(lock, answerWithin, [this] { return m_stopWaiting.has_value() || m_leaving; });
    // Whoever leaves lets the step go on by itself; nothing is stopped by it.
    return std::exchange(m_stopWaiting, std::nullopt).value_or(m_leaving);
}

std::string RemovalDesk::askPassword(const std::string& step)
{
    update([&](RemovalState& state) {
        if (!state.running) {
            state.running = RemovalState::Running{};
        }
        state.running->step = step;
        state.running->needsPassword = true;
    });
    std::string given;
    {
        std::unique_lock lock(m_mutex);
        m_answered.wait(lock, [this] { return m_passwordGiven || m_stop.stop_requested(); });
        given = m_password;
        overwrite(m_password);
        m_passwordGiven = false;
    }
    update([&](RemovalState& state) {
        if (state.running) {
            state.running->needsPassword = false;
        }
    });
    return given;
}

void RemovalDesk::wait(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_answered.wait_for(lock, time, [this] { return m_stop.stop_requested(); });
}

}   // namespace offramp
