#include "pages/removal/guards_model.h"

#include "text/format.h"
#include "text/reason_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

QString answerWords(GuardId id)
{
    switch (id) {
    case GuardId::passwordVault: return Removal::tr("I do not need them");
    case GuardId::encryption: return Removal::tr("Nothing is encrypted");
    case GuardId::quarantine: return Removal::tr("I have looked");
    case GuardId::subscription: return Removal::tr("I have checked");
    case GuardId::uninstallPassword:
    case GuardId::rights: return Removal::tr("I have it ready");
    case GuardId::managed: return Removal::tr("Nobody else manages it");
    case GuardId::nextProtection:
    case GuardId::secondAntivirus: return Removal::tr("I have decided");
    case GuardId::selfDefence:
    case GuardId::pendingRestart:
    case GuardId::otherInstaller:
    case GuardId::power:
    case GuardId::diskSpace: break;
    }
    return Removal::tr("Go on without knowing");
}

QString stateWord(const Guard& guard)
{
    switch (guard.state) {
    case GuardState::clear: return Removal::tr("Ready");
    case GuardState::inTheWay: return guard.holdsUp ? Removal::tr("In the way") : Removal::tr("To know");
    case GuardState::personMustSay: return Removal::tr("Only you can know");
    case GuardState::couldNotTell: return Removal::tr("Could not be told");
    case GuardState::waived: return Removal::tr("By your word");
    }
    return {};
}

Tone toneOf(const Guard& guard)
{
    switch (guard.state) {
    case GuardState::clear: return Tone::fine;
    case GuardState::inTheWay: return guard.holdsUp ? Tone::attention : Tone::note;
    case GuardState::personMustSay:
    case GuardState::couldNotTell: return Tone::unknown;
    case GuardState::waived: return Tone::exempt;
    }
    return Tone::unknown;
}

QStringList texts(const std::vector<Reason>& reasons)
{
    QStringList all;
    for (const Reason& reason : reasons) {
        all.append(reasonText(reason));
    }
    return all;
}

GuardCard cardOf(const Guard& guard, const RemovalState& state)
{
    GuardCard card;
    card.id = guard.id;
    card.tone = toneOf(guard);
    card.stateWord = stateWord(guard);
    card.title = reasonText(guard.title);
    card.reasons = texts(guard.reasons);
    card.todo = texts(guard.todo);
    card.blocks = guard.state == GuardState::inTheWay && guard.holdsUp;
    card.settled = state.settled.contains(guard.id) && guard.state == GuardState::waived;
    card.answerable = guard.answerable || card.settled;
    card.answer = answerWords(guard.id);
    return card;
}

// A place of its own for each kind; answering does not move a card away from the person.
int rankOf(const GuardCard& card)
{
    return card.blocks ? 0 : card.answerable ? 1 : 2;
}

VaultPart vaultOf(const RemovalState& state, const WizardChoices& choices)
{
    VaultPart part;
    part.shown = true;
    part.counted = state.vault.has_value();
    if (state.vault) {
        const QStringList lines = texts(describe(*state.vault));
        const auto sections = static_cast<qsizetype>(state.vault->parts.size());
        part.counts = lines.mid(0, sections);
        part.notes = lines.mid(sections);
    }
    part.fault = state.vaultFault ? reasonText(*state.vaultFault) : QString();
    part.wiped = state.vaultWiped ? reasonText(*state.vaultWiped) : QString();
    part.mayWipe = state.vaultMayBeWiped;
    part.asks = choices.waivingVault;
    return part;
}

QString summary(const QList<GuardCard>& cards)
{
    const auto open = [&](auto which) { return static_cast<int>(std::count_if(cards.begin(), cards.end(), which)); };
    const int blocking = open([](const GuardCard& card) { return card.blocks; });
    const int asked = open([](const GuardCard& card) { return !card.blocks && card.answerable && !card.settled; });
    QStringList sentences;
    if (blocking > 0) {
        sentences.append(Removal::tr("%n thing(s) must be done first.", nullptr, blocking));
    }
    if (asked > 0) {
        sentences.append(Removal::tr("%n thing(s) only you can know.", nullptr, asked));
    }
    sentences.append(blocking + asked > 0 ? Removal::tr("The rest is ready.")
                                          : Removal::tr("Everything is ready. Nothing has been changed yet."));
    return sentences.join(u' ');
}

}   // namespace

GuardsModel guardsModel(const RemovalState& state, const WizardChoices& choices)
{
    GuardsModel model;
    model.title = Removal::tr("Before you start");
    for (const Guard& guard : state.guards) {
        // The file that was counted stays at hand until it is wiped.
        const bool vaultAtHand = guard.id == GuardId::passwordVault && (state.vault || state.vaultFault);
        if (guard.id == GuardId::passwordVault && (vaultAtHand || guard.state != GuardState::clear)) {
            model.vault = vaultOf(state, choices);
        }
        if (guard.state == GuardState::clear && !vaultAtHand) {
            model.ready.append(
                {guard.id, reasonText(guard.title), guard.reasons.empty() ? QString() : reasonText(guard.reasons[0])});
        } else {
            GuardCard card = cardOf(guard, state);
            if (vaultAtHand) {   // what was counted stands below, each with its mark
                for (const QString& said : model.vault.counts + model.vault.notes) {
                    card.reasons.removeAll(said);
                }
            }
            model.cards.append(card);
        }
    }
    std::stable_sort(model.cards.begin(), model.cards.end(),
                     [](const GuardCard& left, const GuardCard& right) { return rankOf(left) < rankOf(right); });
    model.text = summary(model.cards);
    model.readyCount =
        Removal::tr("%1 of %2").arg(number(model.ready.size()), number(static_cast<qint64>(state.guards.size())));
    model.mayRehearse = !state.rehearsal;
    return model;
}

}   // namespace offramp::ui
