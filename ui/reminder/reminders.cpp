#include "reminder/reminders.h"

#include "state/migrations.h"

namespace offramp::ui {

Result<std::unique_ptr<StateDatabase>> openPersonState()
{
    const auto file = personStateFile();
    if (!file) {
        return tl::unexpected(file.error());
    }
    return StateDatabase::open(*file, stateMigrations());
}

Reminders::Reminders(StateDatabase& state, QSystemTrayIcon* icon, WindowFallback fallback)
    : m_store(state), m_notifier(makeNotifier(icon)), m_service(m_store, m_time, *m_notifier, fallback)
{}

}   // namespace offramp::ui
