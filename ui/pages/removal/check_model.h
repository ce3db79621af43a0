// CheckModel: before and now side by side, and what was left behind with how sure we are of it.
#pragma once

#include "pages/removal/start_card.h"
#include "pages/removal/wizard_model.h"
#include "widgets/status.h"

namespace offramp::ui {

struct CompareLine {
    QString name;
    Tone beforeTone = Tone::unknown;
    QString before;
    Tone nowTone = Tone::unknown;
    QString now;

    friend bool operator==(const CompareLine&, const CompareLine&) = default;
};

struct LeftoverRow {
    QString id;
    Icon icon = Icon::file;
    QString title;
    QString place;   // path or key; elided in the middle
    QString reason;
    Confidence confidence = Confidence::notSure;
    QString sure;   // its word
    bool chosen = false;
    QString accessibleName;

    friend bool operator==(const LeftoverRow&, const LeftoverRow&) = default;
};

struct CheckModel {
    Tone tone = Tone::unknown;
    QString title;
    QString text;
    QString beforeTitle;   // "Before, 10:42"
    QString nowTitle;
    QList<CompareLine> compared;   // empty: nothing was removed
    QList<LeftoverRow> offered;
    QList<LeftoverRow> shownOnly;
    std::optional<StartCard> start;   // where drivers or filters stayed, or a restart is no longer safe

    friend bool operator==(const CheckModel&, const CheckModel&) = default;
};

[[nodiscard]] CheckModel checkModel(const RemovalState& state, const WizardChoices& choices);
// How the removal went, in a headline, from what the check afterwards says.
struct ResultWords {
    Tone tone = Tone::unknown;
    QString title;
};
[[nodiscard]] ResultWords resultWords(const RemovalState& state);
[[nodiscard]] QList<CompareLine> comparedLines(const RemovalState& state);

}   // namespace offramp::ui
