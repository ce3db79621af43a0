#include "pages/removal/protection_model.h"

#include "text/format.h"
#include "text/reason_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

constexpr qsizetype mostChoices = 3;   // what the system brings, and the two that fit best

bool goes(const RemovalState& state, const std::string& product)
{
    return state.proposal.plan
           && std::any_of(state.proposal.plan->steps.begin(), state.proposal.plan->steps.end(),
                          [&](const Step& step) { return step.product == product; });
}

const Reason* whyKept(const RemovalState& state, const std::string& title)
{
    for (const Reason& reason : state.proposal.kept) {
        const auto* name = reason.arguments.empty() ? nullptr : std::get_if<std::string>(&reason.arguments.front());
        if (name != nullptr && *name == title) {
            return &reason;
        }
    }
    return nullptr;
}

ProductFate fateOf(const Installation& installation, const RemovalState& state)
{
    using Change = ProductFate::Change;
    ProductFate fate;
    const std::string title = titleOf(installation);
    fate.id = installation.productId;
    fate.name = QString::fromStdString(title);
    const Reason* why = whyKept(state, title);
    if (why != nullptr) {
        fate.why = reasonText(*why);
    }
    if (goes(state, fate.id)) {
        fate.tone = Tone::affected;
        fate.fate = Removal::tr("Goes");
    } else {
        fate.fate = Removal::tr("Stays");
    }
    if (state.wishes.keep.contains(fate.id)) {
        fate.change = Change::keep;
        fate.wished = true;
        fate.wish = Removal::tr("Keep it");
    } else if (state.wishes.alsoRemove.contains(fate.id)) {
        fate.change = Change::alsoRemove;
        fate.wished = true;
        fate.wish = Removal::tr("Remove it, too");
    } else if (goes(state, fate.id)) {
        fate.change = Change::keep;
        fate.wish = Removal::tr("Keep it");
    } else if (why != nullptr) {
        switch (why->code) {
        case ReasonCode::keptUntilConfirmed:
            fate.change = Change::alsoRemove;
            fate.wish = Removal::tr("What it holds works elsewhere: remove it, too");
            break;
        case ReasonCode::keptPersonDecides:
        case ReasonCode::keptHeld:
            fate.change = Change::alsoRemove;
            fate.wish = Removal::tr("Remove it, too");
            break;
        default: break;
        }
    }
    return fate;
}

QString activeNow(const CheckResult& before)
{
    QStringList names;
    for (const ProtectionEntry& entry : before.protection) {
        const QString name = QString::fromStdString(entry.name);
        if (entry.active.value_or(false) && !names.contains(name)) {
            names.append(name);
        }
    }
    return joined(names);
}

QList<ProtectionWhen> whenOf(const RemovalState& state, const QString& chosen, bool builtIn)
{
    QList<ProtectionWhen> when;
    if (state.before == nullptr || !state.proposal.plan) {
        return when;
    }
    const QString now = activeNow(*state.before);
    when.append({Icon::antivirus, Removal::tr("Until the removal"),
                 now.isEmpty() ? Removal::tr("This system does not say what protects it.")
                               : Removal::tr("%1, as now.").arg(now)});
    if (!takesProtection(*state.proposal.plan, state.before.get())) {
        when.append({Icon::fine, Removal::tr("During and after it"),
                     Removal::tr("Nothing that protects is taken away, so this stays as it is.")});
        return when;
    }
    when.append({Icon::gap, Removal::tr("In between"),
                 Removal::tr("For some minutes no antivirus may be on. Offramp times this gap and shows it.")});
    when.append({Icon::fine, Removal::tr("Afterwards"),
                 chosen.isEmpty() ? Removal::tr("Nothing yet. Choose something below and have it ready.")
                 : builtIn        ? Removal::tr("%1 takes over by itself. Offramp waits until it is on.").arg(chosen)
                                  : Removal::tr("%1, as soon as you install it. Have it ready.").arg(chosen)});
    return when;
}

QList<ReplacementCard> bestCards(const RemovalState& state, const Catalog* catalog, const QDate& today)
{
    if (state.before == nullptr || catalog == nullptr) {
        return {};
    }
    return replacementsModel(*state.before, *catalog, wishesFrom(*state.before), {}, today).cards.mid(0, mostChoices);
}

bool isBaseline(const CheckResult* result, const QString& id)
{
    return result != nullptr
           && std::any_of(result->recommendations.begin(), result->recommendations.end(),
                          [&](const Recommendation& each) {
                              return each.baseline && QString::fromStdString(each.replacementId) == id;
                          });
}

// What the system brings, if it is among them.
QString broughtBySystem(const RemovalState& state, const QList<ReplacementCard>& cards)
{
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const ReplacementCard& card) {
        return isBaseline(state.before.get(), card.id);
    });
    return found == cards.end() ? QString() : found->name;
}

// Also for whoever comes back and no check of before is at hand.
QString replacementNamed(const std::string& id, const Catalog* catalog)
{
    if (catalog != nullptr) {
        for (const Replacement& each : catalog->replacements) {
            if (each.id == id) {
                return QString::fromStdString(each.name);
            }
        }
    }
    return {};
}

}   // namespace

bool takesProtection(const RemovalPlan& plan, const CheckResult* before)
{
    return before != nullptr && std::any_of(plan.steps.begin(), plan.steps.end(), [&](const Step& step) {
               const auto product = before->products.find(step.product);
               return removesProduct(step.action) && product != before->products.end()
                      && product->second.role == ProductRole::antivirus;
           });
}

QString chosenProtection(const RemovalState& state, const Catalog* catalog, const QDate& today)
{
    return state.wishes.replacement.empty() ? broughtBySystem(state, bestCards(state, catalog, today))
                                            : replacementNamed(state.wishes.replacement, catalog);
}

ProtectionModel protectionModel(const RemovalState& state, const Catalog* catalog, const QDate& today)
{
    ProtectionModel model;
    model.title = Removal::tr("Choose protection");
    model.text = Removal::tr("What protects this computer afterwards, and what becomes of each product. Offramp "
                             "installs nothing and earns nothing from it.");
    const QList<ReplacementCard> cards = bestCards(state, catalog, today);
    const bool brought = state.wishes.replacement.empty();
    model.when = whenOf(
        state, brought ? broughtBySystem(state, cards) : replacementNamed(state.wishes.replacement, catalog), brought);
    for (const ReplacementCard& card : cards) {
        const bool baseline = isBaseline(state.before.get(), card.id);
        ProtectionChoice choice;
        choice.id = baseline ? QString() : card.id;
        choice.name = card.name;
        choice.text = baseline ? Removal::tr("Comes with this system, free. Turns on when nothing else protects.")
                               : card.owner + QStringLiteral(". ") + card.price;
        choice.coverage = card.coverageSentence;
        choice.site = baseline ? QUrl() : card.site;
        choice.picked = QString::fromStdString(state.wishes.replacement) == choice.id;
        const bool second = baseline
                            && std::any_of(model.choices.begin(), model.choices.end(),
                                           [](const ProtectionChoice& each) { return each.id.isEmpty(); });
        if (!second) {
            model.choices.append(choice);
        }
    }
    if (state.before != nullptr) {
        for (const Installation& installation : state.before->installations) {
            const bool known = std::any_of(model.products.begin(), model.products.end(),
                                           [&](const ProductFate& each) { return each.id == installation.productId; });
            if (installation.state != InstallationState::leftover && !known) {
                model.products.append(fateOf(installation, state));
            }
        }
        model.asksRestorePoint =
            state.before->snapshot.machine.os == OsFamily::windows && !state.before->snapshot.machine.server;
    }
    model.restorePoint = state.wishes.restorePoint == PlanWishes::RestorePoint::make;
    return model;
}

}   // namespace offramp::ui
