// What a reminder says, and what can be done about it, from a finished check. Values only.
#pragma once

#include "domain/policy.h"
#include "domain/reminder.h"
#include "reminder/notifier.h"
#include "session/session.h"
#include "shell/page.h"

#include <QString>

namespace offramp::ui {

struct ReminderWords {
    QString headline;   // "No updates for 785 days"; empty when the Overview's own says it best
    QString caption;    // what was found: "Kaspersky Plus and Kaspersky VPN"; may be empty
    QString act;        // "Switch safely…"; empty when there is nothing to do
    PageId actPage = PageId::overview;
    Notice notice;
};

enum class Occasion { reminder, itCameBack };
[[nodiscard]] ReminderWords reminderWords(const CheckResult& result, Occasion occasion);

// With what the organization asks, and without "Next week" where it cannot be put off that long any more.
[[nodiscard]] Notice withPolicy(Notice notice, const PolicyAnswer& policy, const DeferralLimits& limits,
                                const ReminderMoment& now);

}   // namespace offramp::ui
