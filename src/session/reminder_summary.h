// What a finished check means for the reminder.
#pragma once

#include "domain/reminder.h"
#include "session/session.h"

namespace offramp {

// Protection counts as stale while Kaspersky is affected and nothing else is known to be on and up to date.
[[nodiscard]] ReminderState reminderStateOf(const CheckResult& result);

}   // namespace offramp
