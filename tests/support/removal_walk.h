// RemovalWalk: walks a RemovalSession the way a face does, waiting for each phase to end.
#pragma once

#include "removal/guards.h"
#include "session/removal_session.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <thread>

namespace offramp::test {

inline bool waitUntil(const std::function<bool()>& holds)
{
    for (int attempt = 0; attempt < 20000; ++attempt) {
        if (holds()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return false;
}

inline bool isBusy(const RemovalSession& session)
{
    const auto phase = session.state().phase;
    return phase == RemovalState::Phase::preparing || phase == RemovalState::Phase::working;
}

// The state once nothing goes on any more.
inline RemovalState rested(const RemovalSession& session)
{
    REQUIRE(waitUntil([&] { return !isBusy(session); }));
    return session.state();
}

inline RemovalState prepared(RemovalSession& session, std::shared_ptr<const CheckResult> before)
{
    session.prepare(std::move(before));
    return rested(session);
}

// Gives the person's word wherever it counts.
inline RemovalState settledAll(RemovalSession& session)
{
    for (const Guard& guard : session.state().guards) {
        if (guard.holdsUp && guard.answerable) {
            session.settle(guard.id, true);
        }
    }
    return session.state();
}

}   // namespace offramp::test
