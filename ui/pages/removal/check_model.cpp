#include "pages/removal/check_model.h"

#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

struct NowWords {
    Tone tone;
    QString text;
};

NowWords nowWords(RemovalResult result)
{
    switch (result) {
    case RemovalResult::removed: return {Tone::fine, Removal::tr("Removed")};
    case RemovalResult::leftovers: return {Tone::fine, Removal::tr("Removed, things left behind")};
    case RemovalResult::couldNotTell: return {Tone::unknown, Removal::tr("Could not be told")};
    case RemovalResult::stillPresent: return {Tone::affected, Removal::tr("Still there")};
    }
    return {Tone::unknown, QString()};
}

NowWords protectionWords(const ProtectionEntry* entry)
{
    if (entry == nullptr) {
        return {Tone::off, Removal::tr("Not listed")};
    }
    if (!entry->active) {
        return {Tone::unknown, Removal::tr("Could not be told")};
    }
    if (!*entry->active) {
        return {Tone::off, Removal::tr("Off")};
    }
    if (!entry->upToDate) {
        return {Tone::fine, Removal::tr("On")};
    }
    return *entry->upToDate ? NowWords{Tone::fine, Removal::tr("On, up to date")}
                            : NowWords{Tone::attention, Removal::tr("On, not up to date")};
}

const ProtectionEntry* entryNamed(const CheckResult* result, const std::string& name)
{
    if (result == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(result->protection.begin(), result->protection.end(),
                                    [&](const ProtectionEntry& entry) { return entry.name == name; });
    return found == result->protection.end() ? nullptr : &*found;
}

void addProtection(QList<CompareLine>& lines, const RemovalState& state)
{
    QStringList names;
    for (const CheckResult* result : {state.before.get(), state.after.get()}) {
        if (result == nullptr) {
            continue;
        }
        for (const ProtectionEntry& entry : result->protection) {
            const QString name = QString::fromStdString(entry.name);
            if (!entry.kaspersky && !names.contains(name)) {
                names.append(name);
                const NowWords before = protectionWords(entryNamed(state.before.get(), entry.name));
                const NowWords now = protectionWords(entryNamed(state.after.get(), entry.name));
                lines.append({name, before.tone, before.text, now.tone, now.text});
            }
        }
    }
}

void addKept(QList<CompareLine>& lines, const RemovalState& state)
{
    if (state.before == nullptr || !state.record) {
        return;
    }
    for (const Installation& installation : state.before->installations) {
        const QString name = QString::fromStdString(titleOf(installation));
        const bool listed =
            std::any_of(lines.begin(), lines.end(), [&](const CompareLine& line) { return line.name == name; })
            || (state.verification
                && std::any_of(state.verification->products.begin(), state.verification->products.end(),
                               [&](const ProductResult& each) { return each.product == installation.productId; }));
        if (isThere(installation) && !listed) {
            lines.append({name, Tone::off, Removal::tr("Installed"), Tone::off, Removal::tr("Kept, as planned")});
        }
    }
}

LeftoverRow rowOf(const Leftover& leftover, const std::set<std::string>& chosen)
{
    LeftoverRow row;
    row.id = QString::fromStdString(leftover.id);
    row.icon = kindIcon(leftover.kind);
    row.title = kindTitle(leftover.kind);
    const QString subject = QString::fromStdString(leftover.subject);
    const QString place = QString::fromStdString(leftover.place);
    if (!subject.isEmpty() && subject != place) {
        row.title += QStringLiteral(": ") + subject;
    }
    row.place = place;
    row.reason = reasonTexts(leftover.reasons);
    row.confidence = leftover.confidence;
    row.sure = confidenceWord(leftover.confidence);
    row.chosen = chosen.contains(leftover.id);
    row.accessibleName = row.title + QStringLiteral(", ") + row.sure + QStringLiteral(", ") + row.place;
    return row;
}

QString leftText(const CheckModel& model)
{
    const auto offered = static_cast<int>(model.offered.size());
    const auto shown = static_cast<int>(model.shownOnly.size());
    QString text = offered > 0 ? Removal::tr("%n thing(s) left behind can be moved away.", nullptr, offered)
                               : Removal::tr("Nothing was left behind that could be moved away.");
    if (shown > 0) {
        text += u' ' + Removal::tr("Only shown: %n more.", nullptr, shown);
    }
    return text;
}

}   // namespace

ResultWords resultWords(const RemovalState& state)
{
    if (!state.verification) {
        return {Tone::unknown, Removal::tr("It was not looked at again")};
    }
    QStringList gone;
    QStringList there;
    QStringList open;
    for (const ProductResult& each : state.verification->products) {
        const QString name = QString::fromStdString(each.name);
        QStringList& into = each.result == RemovalResult::stillPresent   ? there
                            : each.result == RemovalResult::couldNotTell ? open
                                                                         : gone;
        if (!into.contains(name)) {
            into.append(name);
        }
    }
    if (!there.isEmpty()) {
        return {Tone::attention, there.size() == 1 ? Removal::tr("%1 is still there").arg(there.front())
                                                   : Removal::tr("%1 are still there").arg(joined(there))};
    }
    if (!open.isEmpty()) {
        return {Tone::unknown, open.size() == 1
                                   ? Removal::tr("Whether %1 is gone could not be told").arg(open.front())
                                   : Removal::tr("Whether %1 are gone could not be told").arg(joined(open))};
    }
    if (gone.isEmpty()) {
        return {Tone::fine, Removal::tr("What you chose was moved away")};
    }
    return {Tone::fine, gone.size() == 1 ? Removal::tr("%1 is gone").arg(gone.front())
                                         : Removal::tr("%1 are gone").arg(joined(gone))};
}

QList<CompareLine> comparedLines(const RemovalState& state)
{
    QList<CompareLine> lines;
    if (!state.verification) {
        return lines;
    }
    for (const ProductResult& each : state.verification->products) {
        const NowWords now = nowWords(each.result);
        lines.append({QString::fromStdString(each.name), Tone::affected, Removal::tr("Installed"), now.tone, now.text});
    }
    addProtection(lines, state);
    addKept(lines, state);
    return lines;
}

CheckModel checkModel(const RemovalState& state, const WizardChoices& choices)
{
    CheckModel model;
    const std::set<std::string> chosen = chosenLeftovers(state, choices);
    for (const Leftover& leftover : state.leftovers) {
        (leftover.step ? model.offered : model.shownOnly).append(rowOf(leftover, chosen));
    }
    const bool concerned = std::any_of(state.leftovers.begin(), state.leftovers.end(), [](const Leftover& leftover) {
        return leftover.kind == EvidenceKind::driver || leftover.kind == EvidenceKind::classFilter
               || leftover.kind == EvidenceKind::networkFilter;
    });
    if (concerned || warnsOfRestart(state)) {
        model.start = startCard(state);
    }
    if (state.record) {
        const ResultWords words = resultWords(state);
        model.tone = words.tone;
        model.title = words.title;
        model.text = Removal::tr("The same check ran again.") + u' ' + leftText(model);
        model.compared = comparedLines(state);
        if (state.before != nullptr) {
            model.beforeTitle = Removal::tr("Before, %1").arg(clockTime(state.before->snapshot.takenAt));
        }
        if (state.after != nullptr) {
            model.nowTitle = Removal::tr("Now, %1").arg(clockTime(state.after->snapshot.takenAt));
        }
    } else {
        model.tone = Tone::attention;
        model.title = Removal::tr("What was left behind");
        model.text = leftText(model);
    }
    return model;
}

}   // namespace offramp::ui
