// ReminderService: reminders while the app runs. It asks the policy when something happens (a check, an alarm, a
// choice), shows what is due, and keeps what the person chose. Between two events it does nothing at all.
#pragma once

#include "platform/start_schedule.h"
#include "reminder/notifier.h"
#include "reminder/reminder_time.h"
#include "reminder/reminder_words.h"
#include "state/reminder_store.h"

#include <QObject>
#include <optional>

namespace offramp::ui {

// Whether a window may open by itself where nothing shows notifications: once, when the session begins.
enum class WindowFallback { allowed, forbidden };

class ReminderService final : public QObject {
    Q_OBJECT

public:
    // All three must outlive the service.
    ReminderService(ReminderStore& store, ReminderTime& time, Notifier& notifier, WindowFallback fallback,
                    QObject* parent = nullptr);

    // What was chosen and what happened, as last read.
    [[nodiscard]] const ReminderRecord& record() const { return m_record; }
    [[nodiscard]] bool isOn() const;
    // Snoozed, or quiet hours now.
    [[nodiscard]] bool isPaused() const;
    // What the policy says now; nothing is claimed.
    [[nodiscard]] ReminderDecision outlook() const;
    // What the system was told, and why that or storing a choice failed the last time.
    [[nodiscard]] const StartScheduleStatus& schedule() const { return m_schedule; }
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    [[nodiscard]] Day today() const;
    // What the computer's organization asks, as the last check found it, and what may still be put off.
    [[nodiscard]] const PolicyAnswer& policy() const { return m_policy; }
    [[nodiscard]] DeferralLimits limits() const { return m_store.limits(m_record); }
    [[nodiscard]] bool allows(SnoozeChoice choice) const;

    void takeCheck(const CheckResult& result);
    // Stores, and tells the system what it has to start from now on.
    void setPreferences(ReminderPreferences preferences);
    // Turns reminders on when they are off: the caller has said so to the person. Does nothing when the organization
    // lets nobody put it off any more; a day after its deadline becomes the deadline.
    void snooze(const Day& until);
    void snooze(SnoozeChoice choice);

signals:
    void changed();
    void windowWanted(offramp::ui::PageId page);
    void checkWanted();   // something was installed or removed

private:
    void refresh();
    void evaluate();
    void remind(const ReminderDecision& decision, const ReminderMoment& now);
    void tellSystem();
    bool keep(const Result<void>& outcome);
    void onAnswer(NoticeAnswer answer);

    ReminderStore& m_store;
    ReminderTime& m_time;
    Notifier& m_notifier;
    WindowFallback m_fallback;
    ReminderRecord m_record;
    PolicyAnswer m_policy;
    StartScheduleStatus m_schedule;
    std::optional<Error> m_problem;
    std::optional<ReminderWords> m_words;      // of the newest check
    std::optional<ReminderWords> m_returned;   // the same, should it have come back
};

}   // namespace offramp::ui
