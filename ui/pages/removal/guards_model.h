// GuardsModel: what "Before you start" says: what is in the way opened, what only the person knows, what is ready.
#pragma once

#include "pages/removal/wizard_model.h"
#include "widgets/status.h"

namespace offramp::ui {

struct GuardCard {
    GuardId id = GuardId::managed;
    Tone tone = Tone::unknown;
    QString stateWord;   // "In the way"
    QString title;
    QStringList reasons;
    QStringList todo;
    bool blocks = false;       // what must be done before it goes on
    bool answerable = false;   // a tick settles it
    bool settled = false;
    QString answer;   // the tick's words

    friend bool operator==(const GuardCard&, const GuardCard&) = default;
};

// The exported passwords, inside the guard's card.
struct VaultPart {
    bool shown = false;
    bool counted = false;
    QStringList counts;   // one line a section
    QStringList notes;    // what to know about them
    QString fault;        // why the file that was chosen is not taken
    QString wiped;        // what became of it
    bool mayWipe = false;
    bool asks = false;   // whether they are really not needed

    friend bool operator==(const VaultPart&, const VaultPart&) = default;
};

struct ReadyRow {
    GuardId id = GuardId::managed;
    QString title;
    QString caption;

    friend bool operator==(const ReadyRow&, const ReadyRow&) = default;
};

struct GuardsModel {
    QString title;
    QString text;
    QList<GuardCard> cards;   // in the way first, then what is asked, then what could not be told
    QList<ReadyRow> ready;
    QString readyCount;   // "7 of 9"
    VaultPart vault;
    bool mayRehearse = false;

    friend bool operator==(const GuardsModel&, const GuardsModel&) = default;
};

[[nodiscard]] GuardsModel guardsModel(const RemovalState& state, const WizardChoices& choices);

}   // namespace offramp::ui
