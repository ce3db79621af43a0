// DoneModel: who protects now, the gap, what to do next, the report.
#pragma once

#include "pages/removal/check_model.h"
#include "pages/removal/progress_model.h"

namespace offramp::ui {

struct NextStep {
    Icon icon = Icon::info;
    QString title;
    QString text;
    std::optional<WizardButton> button;

    friend bool operator==(const NextStep&, const NextStep&) = default;
};

// Something that lies in the quarantine.
struct MovedThing {
    std::string step;
    Icon icon = Icon::file;
    QString title;
    QString place;

    friend bool operator==(const MovedThing&, const MovedThing&) = default;
};

struct DoneModel {
    Tone tone = Tone::unknown;
    QString title;
    QString text;
    std::optional<GapCard> gap;   // not where only leftovers were moved
    QString gapTitle;
    QList<CompareLine> compared;
    QList<NextStep> next;
    bool mayUndo = false;
    QString undoText;
    QList<MovedThing> moved;   // what may be put back one at a time
    QStringList undone;        // what putting back came to
    bool hasReport = false;

    friend bool operator==(const DoneModel&, const DoneModel&) = default;
};

[[nodiscard]] DoneModel doneModel(const RemovalState& state, const QString& replacement, std::chrono::seconds age);

}   // namespace offramp::ui
