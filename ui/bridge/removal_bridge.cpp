#include "bridge/removal_bridge.h"

#include <QMetaObject>

namespace offramp::ui {

RemovalBridge::RemovalBridge(RemovalSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_subscription = m_session.subscribe([this] {
        if (m_pending.exchange(true)) {
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_pending = false;
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

RemovalBridge::~RemovalBridge()
{
    m_subscription.reset();
}

}   // namespace offramp::ui
