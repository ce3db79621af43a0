// The cards of the Replacements page, and the same products side by side.
#pragma once

#include "pages/replacements/replacements_model.h"
#include "shell/page.h"

#include <QWidget>
#include <functional>

namespace offramp::ui {

struct CardActions {
    std::function<void(const QString& id, bool on)> compare;
    std::function<void(const QString& id, bool open)> details;
};

enum class Details { folded, open };
enum class Tray { hasRoom, full };

[[nodiscard]] QWidget* makeReplacementCard(const ReplacementCard& model, Details details, Tray tray, PageWidth width,
                                           const CardActions& actions);
// The questions down, the products across; one card for each product when there is no room across.
[[nodiscard]] QWidget* makeComparison(const ReplacementsModel& model, PageWidth width,
                                      const std::function<void(const QString& id)>& remove);
// "Official page" and the package manager's command with its copy button.
[[nodiscard]] QWidget* makeWaysToGet(const ReplacementCard& model);

}   // namespace offramp::ui
