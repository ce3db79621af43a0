#include "reminder/reminder_time.h"

#include "platform/present_moment.h"

#include <QMetaObject>

namespace offramp::ui {

SystemReminderTime::SystemReminderTime() : m_host(makeLiveHost())
{
    // Called on the watch's thread; the signals are sent on ours.
    const auto later = [this](void (ReminderTime::*tell)()) {
        return [this, tell] { QMetaObject::invokeMethod(this, [this, tell] { emit(this->*tell)(); }); };
    };
    auto watch =
        watchMachine(placesThatChange(), {}, {later(&ReminderTime::machineChanged), later(&ReminderTime::alarm)});
    if (watch) {
        m_watch = std::move(*watch);
    }
}

ReminderMoment SystemReminderTime::moment() const
{
    return presentMoment(m_host->clock(), m_host->conditions());
}

void SystemReminderTime::setAlarm(std::optional<Instant> at)
{
    if (m_watch != nullptr) {
        m_watch->setAlarm(at);
    }
}

}   // namespace offramp::ui
