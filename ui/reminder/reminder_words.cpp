#include "reminder/reminder_words.h"

#include "text/format.h"
#include "text/reason_text.h"

#include <QCoreApplication>

namespace offramp::ui {

namespace {

struct Reminder {
    Q_DECLARE_TR_FUNCTIONS(Reminder)
};

// Days since updates ended, where that is what is wrong.
std::optional<long> daysWithoutUpdates(const CheckResult& result)
{
    const auto leading = leadingInstallation(result.assessment, result.installations);
    if (result.assessment.verdict != Verdict::affected || !leading) {
        return std::nullopt;
    }
    const Assessment& assessment = result.assessment.assessments[*leading];
    const bool ended = assessment.status == Status::updatesEnded && !assessment.gotUpdatesAfterwards.value_or(false);
    return ended && assessment.daysSince.value_or(0) > 0 ? assessment.daysSince : std::nullopt;
}

QString found(const CheckResult& result)
{
    constexpr qsizetype most = 3;   // a menu is no list
    QStringList names;
    for (const Installation& installation : result.installations) {
        const QString name = QString::fromStdString(titleOf(installation));
        if (isThere(installation) && !names.contains(name) && names.size() < most) {
            names.append(name);
        }
    }
    return joined(names);
}

}   // namespace

ReminderWords reminderWords(const CheckResult& result, Occasion occasion)
{
    const MachineAssessment& machine = result.assessment;
    const QString headline = reasonText(headlineOf(machine, result.installations, result.asOf));
    ReminderWords words;
    words.caption = found(result);
    words.notice.title = headline;
    words.notice.later = Reminder::tr("Next week");
    switch (machine.verdict) {
    case Verdict::affected:
        words.act = Reminder::tr("Switch safely\u2026");
        words.actPage = PageId::switchSafely;
        words.notice.text = Reminder::tr("Leaving it takes a few guided steps. You see each one first.");
        break;
    case Verdict::traces:
        words.act = Reminder::tr("Review what\u2019s left\u2026");
        words.actPage = PageId::reviewLeft;
        words.notice.text = Reminder::tr("What was left behind protects nothing any more. You see each thing first.");
        break;
    case Verdict::moved:
        words.act = Reminder::tr("Keep or switch\u2026");
        words.notice.text = Reminder::tr("Keeping it or switching is your choice. Offramp shows both.");
        break;
    case Verdict::exempt:
    case Verdict::unclear:
    case Verdict::clean:
    case Verdict::couldNotTell: break;
    }
    if (machine.managed) {
        words.act.clear();
        words.actPage = PageId::overview;
    }
    if (const auto days = daysWithoutUpdates(result)) {
        const int count = static_cast<int>(*days);
        words.headline = Reminder::tr("No updates for %n day(s)", nullptr, count);
        words.notice.title = Reminder::tr("No Kaspersky updates for %n day(s)", nullptr, count);
    }
    if (occasion == Occasion::itCameBack) {
        words.notice.text =
            reasonText(Reason{ReasonCode::reminderReturned, {}, {}}) + u' ' + Reminder::tr("Offramp says this once.");
        words.notice.title = headline;
    }
    words.notice.act = words.act.isEmpty() ? Reminder::tr("Open Offramp") : words.act;
    return words;
}

Notice withPolicy(Notice notice, const PolicyAnswer& policy, const DeferralLimits& limits, const ReminderMoment& now)
{
    // One that only looks asks nothing of anybody, and one that counts for nothing is the Overview's matter.
    if (policy.policy && (policy.policy->deadline || policy.authorizes())) {
        notice.text += u' ' + reasonText(policySentences(policy, std::nullopt).front());
    }
    if (!limits.allows(localDay(now), snoozeDay(SnoozeChoice::nextWeek, now))) {
        notice.later.clear();
    }
    return notice;
}

}   // namespace offramp::ui
