// TrayModel: what the tray icon says, from what the Overview says, without widgets.
#pragma once

#include "pages/overview/overview_model.h"

#include <QList>
#include <QString>

namespace offramp::ui {

// Each has an outline of its own; the colour only repeats it.
enum class TrayShape { affected, attention, fine, unknown, working };

enum class TrayAction { open, checkAgain, quit };

struct TrayEntry {
    TrayAction action = TrayAction::open;
    QString text;
    Icon icon = Icon::overview;
    Color iconColor = Color::text2;
    bool emphasized = false;
    bool enabled = true;
    bool endsGroup = false;   // a line follows

    friend bool operator==(const TrayEntry&, const TrayEntry&) = default;
};

struct TrayModel {
    TrayShape shape = TrayShape::unknown;
    QString tooltip;
    QList<TrayEntry> entries;

    friend bool operator==(const TrayModel&, const TrayModel&) = default;
};

// Windows shows no more of a tooltip, in UTF-16 units.
constexpr qsizetype longestTrayTooltip = 127;

[[nodiscard]] TrayModel trayModel(const OverviewModel& overview);

}   // namespace offramp::ui
