#include "pages/removal/done_model.h"

#include "pages/removal/plan_model.h"
#include "text/format.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

struct Headline {
    Tone tone;
    QString title;
};

Headline protectionHeadline(const CheckResult* after)
{
    if (after == nullptr || after->protection.empty()) {
        return {Tone::unknown, Removal::tr("What protects this computer now could not be told")};
    }
    QStringList on;
    bool open = false;
    bool current = true;
    for (const ProtectionEntry& entry : after->protection) {
        open = open || !entry.active;
        if (entry.active.value_or(false)) {
            on.append(QString::fromStdString(entry.name));
            current = current && entry.upToDate.value_or(true);
        }
    }
    on.removeDuplicates();
    if (on.isEmpty()) {
        return open ? Headline{Tone::unknown, Removal::tr("What protects this computer now could not be told")}
                    : Headline{Tone::attention, Removal::tr("No antivirus is on")};
    }
    const Tone tone = current ? Tone::fine : Tone::attention;
    return {tone, on.size() == 1 ? Removal::tr("%1 protects this computer now").arg(on.front())
                                 : Removal::tr("%1 protect this computer now").arg(joined(on))};
}

QString headingOf(const MigrationRecord& record, const std::string& id)
{
    const Step* step = stepOf(record.plan, id);
    return QString::fromStdString(step != nullptr && !step->subject.empty() ? step->subject : id);
}

QStringList undoneTexts(const UndoAnswer& answer, const MigrationRecord& record)
{
    QStringList texts;
    if (!answer.undone.empty()) {
        texts.append(Removal::tr("Put back: %n thing(s).", nullptr, static_cast<int>(answer.undone.size())));
    }
    for (const auto& [step, error] : answer.failed) {
        texts.append(Removal::tr("Could not be put back: %1 (%2)").arg(headingOf(record, step), problemText(error)));
    }
    if (!answer.impossible.empty()) {
        QStringList names;
        for (const std::string& step : answer.impossible) {
            names.append(headingOf(record, step));
        }
        texts.append(Removal::tr("Cannot be undone: %1").arg(joined(names)));
    }
    return texts;
}

bool keepsPasswords(const RemovalState& state)
{
    if (state.before == nullptr) {
        return false;
    }
    return std::any_of(
        state.before->installations.begin(), state.before->installations.end(),
        [](const Installation& each) { return each.role == ProductRole::passwordManager && isThere(each); });
}

bool isMoved(const MigrationRecord& record, const Step& step)
{
    const StepState at = stateOf(record, step.id);
    return step.undo == Undo::possible && isSettled(at) && at != StepState::undone && at != StepState::skipped
           && at != StepState::alreadyDone;
}

QString placeOf(const Step& step)
{
    const auto* path = std::get_if<MovePath>(&step.action);
    return path != nullptr ? QString::fromStdString(path->path) : QString();
}

QList<MovedThing> movedThings(const MigrationRecord& record)
{
    QList<MovedThing> things;
    for (const Step& step : record.plan.steps) {
        const QString place = placeOf(step);
        // What lay in a folder that was taken, too, comes back after that folder.
        const bool inside = std::any_of(record.plan.steps.begin(), record.plan.steps.end(), [&](const Step& other) {
            const QString folder = placeOf(other);
            return !folder.isEmpty() && isMoved(record, other)
                   && (place.startsWith(folder + u'/') || place.startsWith(folder + u'\\'));
        });
        if (isMoved(record, step) && !inside) {
            things.append({step.id, stepIcon(step), headingOf(record, step.id), place});
        }
    }
    return things;
}

void addNext(DoneModel& model, const RemovalState& state, const QString& replacement)
{
    const auto small = [](WizardAction action, const QString& text) {
        return WizardButton{action, text, std::nullopt, false, true};
    };
    if (!replacement.isEmpty()) {
        model.next.append({Icon::antivirus, Removal::tr("Install %1").arg(replacement),
                           Removal::tr("As you chose. Its official page has the installer."),
                           small(WizardAction::compareAll, Removal::tr("Show it"))});
    }
    if (state.vault || keepsPasswords(state)) {
        model.next.append({Icon::key, Removal::tr("Bring your passwords into the new manager"),
                           Removal::tr("Then sign in to three sites to be sure."), std::nullopt});
    }
    if (state.vaultMayBeWiped) {
        model.next.append({Icon::file, Removal::tr("Delete the exported text file"),
                           Removal::tr("Anyone who opens it can read your passwords."),
                           small(WizardAction::wipeVaultFile, Removal::tr("Delete it"))});
    }
    if (state.record && state.record->plan.kind == RemovalPlan::Kind::removal) {
        model.next.append({Icon::payment, Removal::tr("Turn off automatic renewal"),
                           Removal::tr("In My Kaspersky, or with your bank."), std::nullopt});
    }
    model.next.append({Icon::bell, Removal::tr("Watch for its return"),
                       Removal::tr("Offramp can tell you once if Kaspersky or UltraAV comes back."),
                       small(WizardAction::reminders, Removal::tr("Reminders\u2026"))});
}

}   // namespace

DoneModel doneModel(const RemovalState& state, const QString& replacement, std::chrono::seconds age)
{
    DoneModel model;
    if (!state.record) {
        return model;
    }
    const bool leftovers = state.record->plan.kind == RemovalPlan::Kind::leftovers;
    const bool abandoned = state.record->ending == Ending::abandoned;
    const ResultWords result = resultWords(state);
    if (abandoned) {
        model.tone = Tone::attention;
        model.title = Removal::tr("You ended the removal");
        model.text = Removal::tr("What was done stays done. What was not done stays as it is.");
    } else if (leftovers && state.undone && !state.undone->undone.empty()) {
        model.tone = Tone::note;
        model.title = movedThings(*state.record).isEmpty() ? Removal::tr("What was moved is back where it was")
                                                           : Removal::tr("Some of what was moved is back where it was");
        model.text = Removal::tr("It can be moved again at any time.");
    } else if (leftovers) {
        model.tone = Tone::fine;
        model.title = Removal::tr("What you chose was moved away");
        model.text = Removal::tr("It can be put back, also later from History.");
    } else {
        const Headline headline = protectionHeadline(state.after.get());
        model.tone = result.tone == Tone::fine ? headline.tone : result.tone;
        model.title = headline.title;
        model.text = result.title + u'.';
    }
    if (!leftovers) {
        model.gap = gapCard(state.gap, age);
        const bool counted = !model.gap->minutes.isEmpty();
        model.gapTitle = Removal::tr("Protection gap: %1").arg(counted ? gapLength(state.gap) : model.gap->word);
        model.compared = comparedLines(state);
    }
    addNext(model, state, replacement);
    model.moved = movedThings(*state.record);
    model.mayUndo = !model.moved.isEmpty();
    model.undoText = Removal::tr("Put back what was moved");
    if (state.undone) {
        model.undone = undoneTexts(*state.undone, *state.record);
    }
    model.hasReport = true;
    return model;
}

}   // namespace offramp::ui
