// RemovalBridge: a RemovalSession in the window's thread.
#pragma once

#include "bridge/change_bridge.h"
#include "session/removal_session.h"

namespace offramp::ui {

class RemovalBridge final : public ChangeBridge {
public:
    // `session` must outlive the bridge.
    explicit RemovalBridge(RemovalSession& session, QObject* parent = nullptr)
        : ChangeBridge(parent), m_session(session), m_subscription(session.subscribe(teller()))
    {}

    [[nodiscard]] RemovalState state() const { return m_session.state(); }
    [[nodiscard]] RemovalSession& session() { return m_session; }

private:
    RemovalSession& m_session;
    Subscription m_subscription;   // last, so that it ends first
};

}   // namespace offramp::ui
