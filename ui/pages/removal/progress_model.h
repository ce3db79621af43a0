// WorkModel: what is said while steps are carried out, when one needs the person, and about the restart.
#pragma once

#include "pages/removal/start_card.h"
#include "pages/removal/wizard_model.h"
#include "widgets/gap_bar.h"
#include "widgets/status.h"

namespace offramp::ui {

struct StepRow {
    QString id;
    Tone tone = Tone::off;
    QString title;
    QString when;   // "10:49", "next"
    bool current = false;
    QString accessibleName;

    friend bool operator==(const StepRow&, const StepRow&) = default;
};

// The card of what happens now, or what is asked.
struct NowCard {
    Tone tone = Tone::working;
    QString title;
    QString text;
    QStringList more;   // what the step is, what its program said
    bool asksPassword = false;
    QList<WizardButton> buttons;

    friend bool operator==(const NowCard&, const NowCard&) = default;
};

struct GapCard {
    Tone tone = Tone::unknown;
    QString word;      // of the pill
    QString minutes;   // the clock's number; empty when there is none to show
    QString unit;
    std::optional<GapBarData> bar;
    QString text;
    bool ticks = false;   // it grows

    friend bool operator==(const GapCard&, const GapCard&) = default;
};

struct WorkModel {
    QString title;
    QString text;
    NowCard now;
    QList<StepRow> steps;
    QStringList details;   // one line a transition
    GapCard gap;
    bool stopped = false;
    // Changes often, and is put into what is shown already.
    int done = 0;
    int total = 1;   // in thousandths of steps

    [[nodiscard]] bool saysTheSame(const WorkModel& other) const;
};

// `age`: how long ago the gap was read; an open one has grown by it.
[[nodiscard]] WorkModel workModel(const RemovalState& state, const WizardChoices& choices, std::chrono::seconds age);

// What the clock says of it, for the pages that show it.
[[nodiscard]] GapCard gapCard(const ProtectionGap& gap, std::chrono::seconds age);
// "11 minutes", or "11 to 14 minutes" where nobody looked in between.
[[nodiscard]] QString gapLength(const ProtectionGap& gap);

struct RestartModel {
    QString title;
    QString text;
    QStringList steps;   // what happens, in order
    GapCard gap;
    std::optional<StartCard> start;   // whether a restart is safe

    friend bool operator==(const RestartModel&, const RestartModel&) = default;
};

[[nodiscard]] RestartModel restartModel(const RemovalState& state, std::chrono::seconds age);

}   // namespace offramp::ui
