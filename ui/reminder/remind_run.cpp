#include "reminder/remind_run.h"

#include "platform/start_schedule.h"
#include "reminder/reminder_words.h"
#include "reminder/reminders.h"
#include "session/reminder_summary.h"
#include "shell/page_registry.h"

#include <QEventLoop>
#include <QTimer>
#include <filesystem>

namespace offramp::ui {

bool RemindRun::isDue()
{
    // Asked as if it were unwelcome nothing is claimed, and a reminder that is due says so.
    const auto decision = m_store.decide(m_tools.now(), ReminderAttention::unwelcome);
    return decision && decision->why.code == ReasonCode::reminderNotOver;
}

bool RemindRun::isWorthLooking()
{
    const auto record = m_store.read();
    if (!record || record->preferences.mode == ReminderMode::off || record->preferences.never) {
        return false;
    }
    constexpr std::chrono::hours almostADay{20};
    const Instant now = m_tools.now().instant;
    const bool lookedToday = record->checkedAt && *record->checkedAt <= now && now - *record->checkedAt < almostADay;
    return isDue() || !lookedToday;
}

void RemindRun::remind(Notifier& notifier, bool atSignIn)
{
    const auto result = m_tools.check();
    if (!result) {
        return;   // nothing is known, so nothing is said; the next run looks again
    }
    m_store.obey(result->policy.policy);
    if (!m_store.noteCheck(reminderStateOf(*result), m_tools.now().instant) || !isDue()) {
        return;
    }
    const bool canNotify = notifier.isThere();
    const bool welcome = m_tools.attention() == NotificationState::welcome && (!canNotify || !notifier.holdsBack());
    if (!welcome || (!canNotify && !atSignIn)) {
        return;
    }
    const ReminderMoment now = m_tools.now();
    const auto decision = m_store.decide(now, ReminderAttention::welcome);
    if (!decision || decision->what != ReminderDecision::What::remind) {
        return;   // another program was faster
    }
    const bool returned = decision->why.code == ReasonCode::reminderReturned;
    const ReminderWords words = reminderWords(*result, returned ? Occasion::itCameBack : Occasion::reminder);
    m_actArguments = {QStringLiteral("--page"), QLatin1String(pageEntry(words.actPage).word)};
    const auto record = m_store.read();
    const Notice notice =
        withPolicy(words.notice, result->policy, m_store.limits(record.value_or(ReminderRecord{})), now);
    if (canNotify && notifier.show(notice)) {
        static_cast<void>(m_store.confirmShown(now));   // if not, the next day reminds again
        waitForAnswer(notifier);
    } else if (atSignIn) {
        static_cast<void>(m_store.confirmShown(now));
        m_tools.openApp({});
    }
}

void RemindRun::waitForAnswer(Notifier& notifier)
{
    QEventLoop loop;
    QObject::connect(&notifier, &Notifier::answered, &loop, [&](NoticeAnswer answer) {
        switch (answer) {
        case NoticeAnswer::open: m_tools.openApp({}); break;
        case NoticeAnswer::act: m_tools.openApp(m_actArguments); break;
        case NoticeAnswer::later: {
            const ReminderMoment now = m_tools.now();
            static_cast<void>(m_store.snooze(snoozeDay(SnoozeChoice::nextWeek, now), now));
            break;
        }
        case NoticeAnswer::closed: break;
        }
        loop.quit();
    });
    // Some desktops keep notifications for hours; nothing of ours stays in memory that long.
    constexpr std::chrono::minutes longest{10};
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    loop.exec();
}

Result<void> turnRemindersOff()
{
    Result<void> stored;
    const auto file = personStateFile();
    std::error_code error;
    // Whoever removes Offramp gets no new file by it.
    if (file && std::filesystem::exists(*file, error)) {
        auto database = openPersonState();
        if (!database) {
            stored = tl::unexpected(database.error());
        } else {
            ReminderStore store(**database);
            auto record = store.read();
            ReminderPreferences preferences = record ? record->preferences : ReminderPreferences{};
            preferences.mode = ReminderMode::off;
            stored = store.setPreferences(preferences, ReminderMoment{});
        }
    }
    const auto told = setStartSchedule(ReminderMode::off, runningProgram());
    return told ? stored : told;
}

}   // namespace offramp::ui
