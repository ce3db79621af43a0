// Reminders: everything the reminder needs while the app runs, in the order it is needed.
#pragma once

#include "reminder/reminder_service.h"

#include <memory>

namespace offramp::ui {

class Reminders {
public:
    // `state` outlives it. `icon` may be null.
    Reminders(StateDatabase& state, QSystemTrayIcon* icon, WindowFallback fallback);
    [[nodiscard]] ReminderService& service() { return m_service; }

private:
    ReminderStore m_store;
    SystemReminderTime m_time;
    std::unique_ptr<Notifier> m_notifier;
    ReminderService m_service;
};

// The person's state.db; fails where there is no place for it.
[[nodiscard]] Result<std::unique_ptr<StateDatabase>> openPersonState();

}   // namespace offramp::ui
