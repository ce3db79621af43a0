// SessionBridge: a Session in the window's thread.
#pragma once

#include "bridge/change_bridge.h"
#include "session/session.h"

namespace offramp::ui {

class SessionBridge final : public ChangeBridge {
public:
    // `session` must outlive the bridge.
    explicit SessionBridge(Session& session, QObject* parent = nullptr)
        : ChangeBridge(parent), m_session(session), m_subscription(session.subscribe(teller()))
    {}

    [[nodiscard]] SessionState state() const { return m_session.state(); }
    [[nodiscard]] const Catalog& catalog() const { return m_session.catalog(); }
    [[nodiscard]] Person person() const { return m_session.person(); }

    void startCheck() { m_session.startCheck(); }
    void cancelCheck() { m_session.cancelCheck(); }
    void setPerson(Person person) { m_session.setPerson(person); }

private:
    Session& m_session;
    Subscription m_subscription;   // last, so that it ends first
};

}   // namespace offramp::ui
