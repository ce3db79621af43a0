// RemovalDesk: what a removal session shows and what it is waiting to hear, shared by the face's threads and the thread
// of jobs. Private to this folder.
#pragma once

#include "removal/guards.h"
#include "session/observers.h"
#include "session/removal_session.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace offramp {

class RemovalDesk {
public:
    using Phase = RemovalState::Phase;

    RemovalDesk() = default;
    RemovalDesk(const RemovalDesk&) = delete;
    RemovalDesk& operator=(const RemovalDesk&) = delete;
    ~RemovalDesk();

    [[nodiscard]] RemovalState state() const;
    [[nodiscard]] Subscription subscribe(std::function<void()> changed);

    // Changes the state and tells everybody.
    template <class Change> void update(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change(m_state);
        }
        m_observers->notify();
    }
    // Moves on to another phase. Returns the one that was left; in every other phase, and when `may` says no, none, and
    // nothing happens.
    template <class May> std::optional<Phase> enter(std::initializer_list<Phase> from, Phase to, May may)
    {
        std::optional<Phase> before;
        {
            const std::lock_guard lock(m_mutex);
            const bool fits = std::find(from.begin(), from.end(), m_state.phase) != from.end();
            if (fits && may(m_state)) {
                before = std::exchange(m_state.phase, to);
            }
            if (before && to == Phase::working) {
                startRunning();
            }
        }
        m_observers->notify();
        return before;
    }
    // Back to where nothing runs, with what went wrong.
    void refuse(Phase phase, Error error);

    // --- the person's answers
    void stopAfterThisStep();
    void answerSilence(bool stopWaiting);
    void givePassword(std::string password);   // overwritten with zeros before this returns
    void leave();                              // nobody answers any more

    // --- the thread of jobs asks
    [[nodiscard]] std::stop_token stopToken() const;
    // Whether to stop waiting. Whoever does not answer within a minute lets the step go on.
    [[nodiscard]] bool askSilence(std::chrono::seconds silence);
    [[nodiscard]] std::string askPassword(const std::string& step);
    // Until the time is over or somebody asks to stop.
    void wait(std::chrono::milliseconds time);

private:
    void startRunning();   // with the mutex held

    mutable std::mutex m_mutex;
    RemovalState m_state;
    std::stop_source m_stop;   // after the step that runs
    bool m_leaving = false;
    std::optional<bool> m_stopWaiting;   // the answer to a silence
    std::string m_password;
    bool m_passwordGiven = false;
    std::condition_variable m_answered;
    std::shared_ptr<Observers> m_observers = std::make_shared<Observers>();
};

// With the lock of the desk: nothing runs any more.
inline void rest(RemovalState& state, RemovalState::Phase phase)
{
    state.phase = phase;
    state.running.reset();
}

}   // namespace offramp
