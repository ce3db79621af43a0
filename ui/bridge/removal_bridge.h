// RemovalBridge: brings a RemovalSession to the window's thread, as SessionBridge does with a Session.
#pragma once

#include "session/removal_session.h"

#include <QObject>
#include <atomic>

namespace offramp::ui {

class RemovalBridge final : public QObject {
    Q_OBJECT

public:
    // `session` must outlive the bridge.
    explicit RemovalBridge(RemovalSession& session, QObject* parent = nullptr);
    ~RemovalBridge() override;

    [[nodiscard]] RemovalState state() const { return m_session.state(); }
    [[nodiscard]] RemovalSession& session() { return m_session; }

signals:
    void changed();

private:
    RemovalSession& m_session;
    std::atomic<bool> m_pending = false;
    Subscription m_subscription;   // last, so that it ends first
};

}   // namespace offramp::ui
