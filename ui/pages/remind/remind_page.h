// RemindPage: "Remind me later": a day to choose, and everything else about reminders below.
#pragma once

#include "shell/page.h"

namespace offramp::ui {

class ReminderService;

class RemindPage final : public Page {
    Q_OBJECT

public:
    explicit RemindPage(const PageContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Remind me later"); }

protected:
    void takeState() override;
    void rebuild() override;

private:
    [[nodiscard]] QWidget* makeDays();

    ReminderService* m_reminders;
};

}   // namespace offramp::ui
