#include "session/reminder_summary.h"

#include <algorithm>

namespace offramp {

ReminderState reminderStateOf(const CheckResult& result)
{
    const bool protectedNow =
        std::any_of(result.protection.begin(), result.protection.end(), [](const ProtectionEntry& entry) {
            return !entry.kaspersky && entry.active.value_or(false) && entry.upToDate.value_or(false);
        });
    const MachineAssessment& machine = result.assessment;
    return ReminderState{machine.verdict, machine.managed, machine.verdict == Verdict::affected && !protectedNow};
}

}   // namespace offramp
