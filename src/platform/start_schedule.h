// StartSchedule: what the system is told so that reminders live: nothing, an icon that starts with the session, or a
// short run now and then. Everything is this person's own; nothing needs an administrator. CMake picks the
// implementation.
//
// Linux: an autostart entry each, and for short runs a systemd timer where the session has systemd. Windows: a value in
// the Run key of the person's registry, or a task of the person's own in the Task Scheduler.
#pragma once

#include "base/result.h"
#include "domain/reminder.h"

#include <filesystem>

namespace offramp {

struct StartScheduleStatus {
    ReminderMode mode = ReminderMode::off;   // what the system was told
    bool forThisProgram = true;              // false: it would start another file
    bool onlyAtSignIn = false;               // short runs, but no timer to start them later in the day
};

// Puts the system into that mode, whatever it was in before. `program` is the full path of the desktop app. What could
// be done stays done when a part fails.
[[nodiscard]] Result<void> setStartSchedule(ReminderMode mode, const std::filesystem::path& program);
[[nodiscard]] Result<StartScheduleStatus> startSchedule(const std::filesystem::path& program);

// Beside that, and whatever the reminders do: the desktop app opens at the next sign-ins to go on with a removal.
enum class ResumeAtSignIn { no, yes };
[[nodiscard]] Result<void> setResumeAtSignIn(ResumeAtSignIn resume, const std::filesystem::path& program);
[[nodiscard]] Result<ResumeAtSignIn> resumeAtSignIn(const std::filesystem::path& program);

// The desktop app as it runs now; empty when the system does not say.
[[nodiscard]] std::filesystem::path runningProgram();

}   // namespace offramp
