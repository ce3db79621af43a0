// Everyday: what an everyday start has beside the check: checks that are remembered, facts that are looked after,
// reminders that are on. All of it in a folder that goes away.
#pragma once

#include "bridge/history_service.h"
#include "reminder/reminder_service.h"
#include "scripted_reminders.h"
#include "scripted_removal.h"
#include "shell/page.h"

#include <QTemporaryDir>
#include <memory>

namespace offramp::ui {

class Everyday {
public:
    Everyday();
    ~Everyday();
    Everyday(const Everyday&) = delete;
    Everyday& operator=(const Everyday&) = delete;

    // For a window that ends before this does.
    [[nodiscard]] PageContext context(AppSettings& settings)
    {
        return {settings, &m_reminders, m_history.get(), m_facts.get(), m_removalService.get()};
    }
    // The guided removal stands there the next time it is opened.
    void setRemoval(const std::string& state);
    // The last check found this policy on the computer; null: none.
    void setPolicy(PolicyAnswer (*policy)());

private:
    QTemporaryDir m_folder;
    std::unique_ptr<StateDatabase> m_state;
    ReminderStore m_store;
    ScriptedTime m_time;
    ScriptedNotifier m_notifier;
    ReminderService m_reminders;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<CatalogService> m_facts;
    ScriptedRemoval m_removal;
    std::unique_ptr<RemovalService> m_removalService;
};

}   // namespace offramp::ui
