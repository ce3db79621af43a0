// RemovalTalk: walks a RemovalSession in a terminal: says what happens, and asks where somebody can answer.
#pragma once

#include "cli/options.h"
#include "session/removal_session.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>

namespace offramp::cli {

class RemovalTalk {
public:
    struct Manners {
        bool asks = false;       // somebody can read and type
        bool narrates = false;   // each step is told on standard error
        std::chrono::minutes patience{30};
        std::string passwordFile;   // UTF-8; "-" is standard input
    };

    RemovalTalk(RemovalSession& session, Manners manners);
    RemovalTalk(const RemovalTalk&) = delete;
    RemovalTalk& operator=(const RemovalTalk&) = delete;

    // Until nothing goes on any more. Decisions are asked for, and leftovers count as reviewed: they are printed at
    // the end.
    [[nodiscard]] RemovalState walked();
    // Only until the session rests.
    [[nodiscard]] RemovalState rested();

private:
    void narrate(const RemovalState& state);
    void answer(const RemovalState& state);
    // True when something goes on again.
    [[nodiscard]] bool decide(const RemovalState& state);

    RemovalSession& m_session;
    Manners m_manners;
    std::mutex m_mutex;
    std::condition_variable m_bell;
    unsigned m_changes = 0;
    std::map<std::string, StepState> m_told;
    bool m_passwordTried = false;
    bool m_silenceTold = false;
    bool m_windowTold = false;
    Subscription m_subscription;   // last: ends before what it uses is destroyed
};

}   // namespace offramp::cli
