// SingleInstance: one person on one screen has one Offramp. A second start hands its wishes to the first and ends.
//
// A lock file says who is first; it is in a folder only this person may write to, and a lock whose holder is dead
// counts as free. The wishes go over a local socket that only this person may open. What arrives is nevertheless
// treated as bytes from a stranger.
#pragma once

#include "platform/desktop.h"
#include "shell/launch_options.h"
#include "shell/start_channel.h"

#include <QByteArray>
#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>

namespace offramp::ui {

// Empty when the arguments do not fit.
[[nodiscard]] QByteArray encodeStart(const QStringList& arguments);

struct ReceivedStart {
    enum class State { incomplete, malformed, complete };
    State state = State::incomplete;
    LaunchOptions options;   // when complete; always those of an everyday start
};
[[nodiscard]] ReceivedStart decodeStart(const QByteArray& received);

enum class Start {
    first,        // nobody else is here; later starts will be answered
    handedOver,   // the first one took the wishes: there is nothing left to do
    alone         // someone is first but does not answer, or there is no place to meet
};

struct Patience {
    std::chrono::milliseconds answer{900};
    // One that began a moment ago may still be on its way to its event loop; two windows would be worse than a wait.
    std::chrono::milliseconds whileStarting{4000};
    std::chrono::seconds countsAsStarting{10};
};

class SingleInstance final : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const MeetingPlace& place, Patience patience = {}, QObject* parent = nullptr);
    ~SingleInstance() override;

    // Waits no longer than the patience. `arguments` are those of the person, without Qt's own.
    [[nodiscard]] Start begin(const QStringList& arguments);
    // No longer first; called by the destructor too.
    void end();

signals:
    // Another start wants this window to come to the front, and what else it asked for.
    void startRequested(const offramp::ui::LaunchOptions& options);

private:
    void listen();
    // The process the lock file names; 0 when it names none.
    [[nodiscard]] qint64 holder() const;
    [[nodiscard]] std::chrono::milliseconds patienceNow() const;

    QString m_endpoint;
    Patience m_patience;
    QLockFile m_lock;
    std::unique_ptr<StartListener> m_listener;
};

}   // namespace offramp::ui
