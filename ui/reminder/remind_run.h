// RemindRun: the short life of "offramp --remind". Started by the system now and then, it reminds if it is time, waits
// for the answer as long as the notification is on the screen, and ends. Most runs end before Qt is even set up.
#pragma once

#include "platform/host.h"
#include "reminder/notifier.h"
#include "session/session.h"
#include "state/reminder_store.h"

#include <QStringList>
#include <functional>
#include <memory>

namespace offramp::ui {

class RemindRun {
public:
    // What the run needs from outside; a test gives its own.
    struct Tools {
        std::function<ReminderMoment()> now;
        std::function<Result<CheckResult>()> check;
        std::function<NotificationState()> attention;                // of the desktop
        std::function<void(const QStringList& arguments)> openApp;   // with these arguments
    };
    RemindRun(ReminderStore& store, Tools tools) : m_store(store), m_tools(std::move(tools)) {}

    // Whether there is anything to look at: a reminder may be due, or nobody looked for most of a day. Quick.
    [[nodiscard]] bool isWorthLooking();
    // The whole rest. Needs an application; comes back when all is said. `atSignIn`: a window may open instead, where
    // nothing shows notifications.
    void remind(Notifier& notifier, bool atSignIn);

private:
    [[nodiscard]] bool isDue();
    void waitForAnswer(Notifier& notifier);

    ReminderStore& m_store;
    Tools m_tools;
    QStringList m_actArguments;   // what the notification's first button opens
};

// "--remind-off": takes everything back that was registered, and turns reminders off.
[[nodiscard]] Result<void> turnRemindersOff();

}   // namespace offramp::ui
