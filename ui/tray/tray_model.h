// TrayModel: what the tray icon says, from what the Overview says, without widgets.
#pragma once

#include "pages/overview/overview_model.h"
#include "reminder/reminder_words.h"

#include <QList>
#include <QString>
#include <optional>

namespace offramp::ui {

// Each has an outline of its own; the colour only repeats it.
enum class TrayShape { affected, attention, fine, unknown, paused, working };

enum class TrayAction {
    open,
    act,   // what the state asks for: "Switch safely…"
    checkAgain,
    remindTomorrow,
    remindNextWeek,
    remindOnDate,
    settings,
    quit,
};

struct TrayEntry {
    TrayAction action = TrayAction::open;
    QString text;
    std::optional<Icon> icon;
    Color iconColor = Color::text2;
    bool emphasized = false;
    bool enabled = true;
    bool endsGroup = false;   // a line follows
    QList<TrayEntry> more;    // opens these instead of doing something

    // Written out, because a list of what is being compared cannot compare itself.
    friend bool operator==(const TrayEntry& one, const TrayEntry& other);
};

struct TrayModel {
    TrayShape shape = TrayShape::unknown;
    QString tooltip;
    QList<TrayEntry> entries;

    friend bool operator==(const TrayModel& one, const TrayModel& other);
};

// Windows shows no more of a tooltip, in UTF-16 units.
constexpr qsizetype longestTrayTooltip = 127;

// Whether reminders wait because the person said so: snoozed or quiet hours.
enum class TrayPause { none, paused };

// `words` are those of the newest check; null before there was one.
[[nodiscard]] TrayModel trayModel(const OverviewModel& overview, const ReminderWords* words, TrayPause pause);

}   // namespace offramp::ui
