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

std::unique_ptr<Reminders> Reminders::open(QSystemTrayIcon* icon, WindowFallback fallback)
{
    auto database = openPersonState();
    if (!database) {
        return nullptr;
    }
    return std::unique_ptr<Reminders>(new Reminders(std::move(*database), icon, fallback));
}

Reminders::Reminders(std::unique_ptr<StateDatabase> database, QSystemTrayIcon* icon, WindowFallback fallback)
    : m_database(std::move(database)), m_store(*m_database), m_notifier(makeNotifier(icon)),
      m_service(m_store, m_time, *m_notifier, fallback)
{}

}   // namespace offramp::ui
