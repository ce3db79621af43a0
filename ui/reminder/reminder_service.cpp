#include "reminder/reminder_service.h"

#include "platform/desktop.h"
#include "session/reminder_summary.h"

namespace offramp::ui {

ReminderService::ReminderService(ReminderStore& store, ReminderTime& time, Notifier& notifier, WindowFallback fallback,
                                 QObject* parent)
    : QObject(parent), m_store(store), m_time(time), m_notifier(notifier), m_fallback(fallback)
{
    connect(&m_time, &ReminderTime::alarm, this, &ReminderService::evaluate);
    connect(&m_time, &ReminderTime::machineChanged, this, &ReminderService::checkWanted);
    connect(&m_notifier, &Notifier::answered, this, &ReminderService::onAnswer);
    refresh();
    const auto told = startSchedule(runningProgram());
    m_schedule = told.value_or(StartScheduleStatus{});
    // After an update or a move the system would start a program that is gone.
    if (told && isOn() && (m_schedule.mode != m_record.preferences.mode || !m_schedule.forThisProgram)) {
        tellSystem();
    }
}

bool ReminderService::isOn() const
{
    return m_record.preferences.mode != ReminderMode::off && !m_record.preferences.never;
}

bool ReminderService::isPaused() const
{
    return isOn() && (m_record.history.snooze.has_value() || isQuiet(m_record.preferences, m_time.moment()));
}

ReminderDecision ReminderService::outlook() const
{
    const ReminderRecord may = m_store.allowed(m_record);
    return decideReminder(may.state.value_or(ReminderState{}), may.preferences, may.history, m_time.moment(),
                          ReminderAttention::welcome)
        .decision;
}

Day ReminderService::today() const
{
    return localDay(m_time.moment());
}

void ReminderService::refresh()
{
    auto record = m_store.read();
    if (record) {
        m_record = std::move(*record);
    } else {
        m_problem = record.error();
    }
}

bool ReminderService::keep(const Result<void>& outcome)
{
    m_problem = outcome ? std::nullopt : std::optional(outcome.error());
    return outcome.has_value();
}

void ReminderService::takeCheck(const CheckResult& result)
{
    m_policy = result.policy;
    m_store.obey(m_policy.policy);
    m_words = reminderWords(result, Occasion::reminder);
    m_returned = reminderWords(result, Occasion::itCameBack);
    const ReminderState state = reminderStateOf(result);
    if (m_record.state != state || !isOn() || m_record.checkedAt < result.snapshot.takenAt) {
        keep(m_store.noteCheck(state, result.snapshot.takenAt));
    }
    evaluate();
}

void ReminderService::setPreferences(ReminderPreferences preferences)
{
    const ReminderPreferences before = m_record.preferences;
    preferences = sensible(preferences);
    if (!keep(m_store.setPreferences(preferences, m_time.moment()))) {
        emit changed();
        return;
    }
    refresh();
    if (before.mode != preferences.mode || before.never != preferences.never) {
        tellSystem();
    }
    evaluate();
}

void ReminderService::tellSystem()
{
    const ReminderMode mode = isOn() ? m_record.preferences.mode : ReminderMode::off;
    keep(setStartSchedule(mode, runningProgram()));
    m_schedule = startSchedule(runningProgram()).value_or(StartScheduleStatus{});
}

void ReminderService::snooze(const Day& until)
{
    if (!limits().allowsAfter(today())) {
        return;
    }
    if (!isOn()) {
        ReminderPreferences preferences = m_record.preferences;
        preferences.never = false;
        preferences.mode = preferences.mode == ReminderMode::off ? ReminderMode::scheduled : preferences.mode;
        setPreferences(preferences);
    }
    if (!m_problem) {
        keep(m_store.snooze(until, m_time.moment()));
    }
    evaluate();
}

bool ReminderService::allows(SnoozeChoice choice) const
{
    return limits().allows(today(), snoozeDay(choice, m_time.moment()));
}

void ReminderService::snooze(SnoozeChoice choice)
{
    snooze(snoozeDay(choice, m_time.moment()));
}

void ReminderService::evaluate()
{
    const bool ours = m_record.preferences.mode == ReminderMode::resident && isOn() && m_words.has_value();
    if (ours) {
        const ReminderMoment now = m_time.moment();
        // Asked as if it were unwelcome nothing is claimed, and a reminder that is due says so.
        auto decision = m_store.decide(now, ReminderAttention::unwelcome);
        bool canShow = true;
        if (decision && decision->why.code == ReasonCode::reminderNotOver) {
            const auto desktop = desktopAttention().value_or(NotificationState::welcome);
            const bool welcome = desktop == NotificationState::welcome && !m_notifier.holdsBack();
            canShow = m_notifier.isThere() || m_fallback == WindowFallback::allowed;
            if (welcome && canShow) {
                decision = m_store.decide(now, ReminderAttention::welcome);
            }
        }
        if (decision && decision->what == ReminderDecision::What::remind) {
            remind(*decision, now);
            decision = m_store.decide(now, ReminderAttention::unwelcome);
        }
        m_fallback = WindowFallback::forbidden;
        const bool waits = decision && decision->what == ReminderDecision::What::wait;
        constexpr std::chrono::hours untilSomebodyShows{6};
        if (waits) {
            m_time.setAlarm(canShow ? decision->at : now.instant + untilSomebodyShows);
        } else {
            m_time.setAlarm(std::nullopt);
        }
    } else {
        m_time.setAlarm(std::nullopt);
    }
    refresh();
    emit changed();
}

void ReminderService::remind(const ReminderDecision& decision, const ReminderMoment& now)
{
    const ReminderWords& words = decision.why.code == ReasonCode::reminderReturned ? *m_returned : *m_words;
    const bool shown = m_notifier.show(withPolicy(words.notice, m_policy, limits(), now));
    if (!shown && m_fallback == WindowFallback::allowed) {
        emit windowWanted(PageId::overview);
    }
    if (shown || m_fallback == WindowFallback::allowed) {
        keep(m_store.confirmShown(now));
    }
}

void ReminderService::onAnswer(NoticeAnswer answer)
{
    switch (answer) {
    case NoticeAnswer::open: emit windowWanted(PageId::overview); return;
    case NoticeAnswer::act: emit windowWanted(m_words ? m_words->actPage : PageId::overview); return;
    case NoticeAnswer::later: snooze(SnoozeChoice::nextWeek); return;
    case NoticeAnswer::closed: return;
    }
}

}   // namespace offramp::ui
