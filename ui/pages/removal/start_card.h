// StartCard: whether the computer starts as before, and why not; on the pages before a restart and after it.
#pragma once

#include "pages/removal/wizard_model.h"
#include "shell/page.h"
#include "widgets/status.h"

#include <QStringList>
#include <QWidget>
#include <optional>

namespace offramp::ui {

struct StartCard {
    Tone tone = Tone::unknown;
    QString title;
    QStringList findings;   // what is missing first
    QStringList todo;

    friend bool operator==(const StartCard&, const StartCard&) = default;
};

// None until somebody looked.
[[nodiscard]] std::optional<StartCard> startCard(const RemovalState& state);
// Whether the person is warned of a restart, by what this state shows.
[[nodiscard]] bool warnsOfRestart(const RemovalState& state);

[[nodiscard]] QWidget* makeStartCard(const StartCard& card, PageWidth width);

}   // namespace offramp::ui
