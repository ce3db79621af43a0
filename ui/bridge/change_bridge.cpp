#include "bridge/change_bridge.h"

#include <QMetaObject>

namespace offramp::ui {

std::function<void()> ChangeBridge::teller()
{
    return [this] {
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
    };
}

}   // namespace offramp::ui
