// SessionBridge: brings a Session to the window's thread. The session may call from any thread; `changed` is always
// emitted on the bridge's own, and several changes in a row are told once.
#pragma once

#include "session/session.h"

#include <QObject>
#include <atomic>

namespace offramp::ui {

class SessionBridge final : public QObject {
    Q_OBJECT

public:
    // `session` must outlive the bridge.
    explicit SessionBridge(Session& session, QObject* parent = nullptr);
    ~SessionBridge() override;

    [[nodiscard]] SessionState state() const { return m_session.state(); }
    [[nodiscard]] const Catalog& catalog() const { return m_session.catalog(); }
    [[nodiscard]] Person person() const { return m_session.person(); }

    void startCheck() { m_session.startCheck(); }
    void cancelCheck() { m_session.cancelCheck(); }
    void setPerson(Person person) { m_session.setPerson(person); }

signals:
    void changed();

private:
    Session& m_session;
    std::atomic<bool> m_pending = false;
    Subscription m_subscription;   // last, so that it ends first
};

}   // namespace offramp::ui
