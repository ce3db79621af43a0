// ReminderTime: the clock the reminder lives by, and what wakes it. A port, so that tests let years pass.
#pragma once

#include "domain/reminder.h"
#include "platform/machine_watch.h"
#include "platform/platform.h"

#include <QObject>
#include <memory>
#include <optional>

namespace offramp::ui {

class ReminderTime : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] virtual ReminderMoment moment() const = 0;
    // `alarm` comes at that moment or a little later, and early when the clock is set. Empty: not at all.
    virtual void setAlarm(std::optional<Instant> at) = 0;

signals:
    void alarm();
    void machineChanged();   // something was installed or removed
};

// This computer's. Where nothing can be watched no signal ever comes.
class SystemReminderTime final : public ReminderTime {
    Q_OBJECT

public:
    SystemReminderTime();
    [[nodiscard]] ReminderMoment moment() const override;
    void setAlarm(std::optional<Instant> at) override;

private:
    std::unique_ptr<Host> m_host;
    std::unique_ptr<MachineWatch> m_watch;   // last: its thread ends first
};

}   // namespace offramp::ui
