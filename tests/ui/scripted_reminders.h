// What the reminder asks of its computer, as a test wants it: the time, and who shows notifications.
#pragma once

#include "reminder/notifier.h"
#include "reminder/reminder_time.h"
#include "scripted_results.h"

#include <QList>
#include <chrono>
#include <optional>

namespace offramp::ui {

class ScriptedTime final : public ReminderTime {
public:
    ReminderMoment now{scriptedNow(), std::chrono::minutes{0}, "boot", std::chrono::seconds{0}};
    std::optional<Instant> alarmAt;

    [[nodiscard]] ReminderMoment moment() const override { return now; }
    void setAlarm(std::optional<Instant> at) override { alarmAt = at; }
    void pass(std::chrono::seconds time)
    {
        now.instant += time;
        now.sinceBoot += time;
        emit alarm();
    }
};

class ScriptedNotifier final : public Notifier {
public:
    bool there = true;
    bool quiet = false;
    QList<Notice> shown;

    bool isThere() override { return there; }
    bool holdsBack() override { return quiet; }
    bool show(const Notice& notice) override
    {
        if (there) {
            shown.append(notice);
        }
        return there;
    }
};

}   // namespace offramp::ui
