// WizardModel: where the guided removal stands, and what its frame says: the steps, the buttons below, the mark of a
// rehearsal. What each page says is in a model of its own.
//
// Where it stands follows from the session's state; only before the approval the person walks between pages.
#pragma once

#include "session/removal_session.h"
#include "style/icon.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace offramp::ui {

enum class WizardPage {
    waiting,       // nothing to show yet: the computer is being checked, or guards are looked up
    cannotStart,   // no session, or it failed before anything was approved
    managed,       // an administrator has to do it
    nothingToRemove,
    beforeYouStart,
    protection,
    review,
    remove,   // steps are carried out, or it waits for the person
    restart,
    check,   // what is left
    done,
};

enum class WizardAction {
    quit,
    back,
    next,
    start,
    lookAgainAtGuards,
    chooseVaultFile,
    wipeVaultFile,
    rehearse,   // leave the real thing and try it
    leaveRehearsal,
    compareAll,   // the page of replacements
    savePlan,
    stopAfterThisStep,
    goOn,
    tryAgain,
    skipStep,
    askToAbandon,
    keepGoing,   // not abandon after all
    abandon,
    showItsWindow,
    keepWaiting,
    stopWaiting,
    noPassword,
    restartNow,
    leaveThem,
    moveThem,
    undo,
    saveHtml,
    savePdf,
    saveJson,
    openHistory,
    reminders,
    savePageForAdministrator,
    finish,
};

// What the person chose that no session keeps.
struct WizardChoices {
    enum class At { beforeYouStart, protection, review };
    At at = At::beforeYouStart;
    enum class Goal { removal, leftovers };
    Goal goal = Goal::removal;
    std::optional<std::set<std::string>> leftovers;   // empty: those preselected
    bool afterRemoval = false;   // a removal was approved here, so moving what is left is a part of it
    bool waivingVault = false;   // asked whether they really do not need their passwords
    bool abandoning = false;
};

struct WizardButton {
    WizardAction action = WizardAction::quit;
    QString text;
    std::optional<Icon> icon;
    bool primary = false;
    bool enabled = true;

    friend bool operator==(const WizardButton&, const WizardButton&) = default;
};

struct WizardFrame {
    WizardPage page = WizardPage::waiting;
    QStringList steps;
    int step = 0;
    QString mark;   // "Rehearsal: …"; empty for the real thing
    std::optional<WizardButton> leading;
    std::optional<Icon> noteIcon;
    Color noteColor = Color::text2;
    QString note;   // beside the buttons, why one is off
    QList<WizardButton> buttons;

    friend bool operator==(const WizardFrame&, const WizardFrame&) = default;
};

[[nodiscard]] WizardPage wizardPage(const RemovalState& state, const WizardChoices& choices);
[[nodiscard]] WizardFrame wizardFrame(const RemovalState& state, const WizardChoices& choices);

// The leftovers that are chosen now.
[[nodiscard]] std::set<std::string> chosenLeftovers(const RemovalState& state, const WizardChoices& choices);

}   // namespace offramp::ui
