// ChangeBridge: brings what a session tells from any thread to the window's. `changed` is always emitted on the
// bridge's own thread, and several changes in a row are told once.
#pragma once

#include <QObject>
#include <atomic>
#include <functional>

namespace offramp::ui {

class ChangeBridge : public QObject {
    Q_OBJECT

signals:
    void changed();

protected:
    using QObject::QObject;
    // What a session is subscribed to with; whoever is a bridge ends the subscription before itself.
    [[nodiscard]] std::function<void()> teller();

private:
    std::atomic<bool> m_pending = false;
};

}   // namespace offramp::ui
