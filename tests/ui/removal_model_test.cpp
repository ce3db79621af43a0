// The guided removal without widgets: where it stands, and what each page says.
#include "pages/removal/check_model.h"
#include "pages/removal/done_model.h"
#include "pages/removal/guards_model.h"
#include "pages/removal/plan_model.h"
#include "pages/removal/progress_model.h"
#include "pages/removal/protection_model.h"
#include "scripted_removal.h"
#include "scripted_results.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;
using namespace std::chrono_literals;

namespace {

WizardPage pageOf(const std::string& name)
{
    return wizardPage(removalState(name), {});
}

std::string s(const QString& text)
{
    return text.toStdString();
}

const GuardCard* cardOf(const GuardsModel& model, GuardId id)
{
    const auto found =
        std::find_if(model.cards.begin(), model.cards.end(), [&](const GuardCard& card) { return card.id == id; });
    return found == model.cards.end() ? nullptr : &*found;
}

bool offers(const QList<WizardButton>& buttons, WizardAction action)
{
    return std::any_of(buttons.begin(), buttons.end(),
                       [&](const WizardButton& button) { return button.action == action; });
}

}   // namespace

TEST_CASE("the session's state says which page is shown")
{
    CHECK(pageOf("nothing of the kind") == WizardPage::waiting);
    CHECK(pageOf("before") == WizardPage::beforeYouStart);
    CHECK(pageOf("managed") == WizardPage::managed);
    CHECK(pageOf("failed") == WizardPage::cannotStart);
    CHECK(pageOf("left") == WizardPage::check);
    CHECK(pageOf("remove") == WizardPage::remove);
    CHECK(pageOf("remove-failed") == WizardPage::remove);
    CHECK(pageOf("remove-stopped") == WizardPage::remove);
    CHECK(pageOf("restart") == WizardPage::restart);
    CHECK(pageOf("check") == WizardPage::check);
    CHECK(pageOf("done") == WizardPage::done);
    RemovalState nothing = removalState("left");
    nothing.leftovers.clear();
    CHECK(wizardPage(nothing, {}) == WizardPage::nothingToRemove);
}

TEST_CASE("nobody gets past what is in the way, and the reason stands beside the button")
{
    const WizardFrame frame = wizardFrame(removalState("before"), {});
    CHECK(frame.steps.size() == 7);
    CHECK(frame.step == 0);
    REQUIRE(frame.buttons.size() == 2);
    CHECK(frame.buttons.back().action == WizardAction::next);
    CHECK_FALSE(frame.buttons.back().enabled);
    CHECK_THAT(s(frame.note), Catch::Contains("left to settle"));
    const WizardFrame ready = wizardFrame(removalState("ready"), {});
    CHECK(ready.buttons.back().enabled);
    CHECK(ready.note.isEmpty());
}

TEST_CASE("only a rehearsal carries its mark, on every page")
{
    for (const NamedRemoval& each : allRemovalStates()) {
        INFO(each.name);
        CHECK(wizardFrame(each.state, {}).mark.isEmpty());
        RemovalState rehearsed = each.state;
        rehearsed.rehearsal = true;
        CHECK_THAT(s(wizardFrame(rehearsed, {}).mark), Catch::Contains("Nothing on this computer is changed"));
    }
}

TEST_CASE("what is in the way comes first, with what to do; what is clear is one short list")
{
    const GuardsModel model = guardsModel(removalState("before"), {});
    REQUIRE_FALSE(model.cards.isEmpty());
    CHECK(model.cards.front().blocks);
    CHECK(std::is_sorted(model.cards.begin(), model.cards.end(),
                         [](const GuardCard& left, const GuardCard& right) { return left.blocks > right.blocks; }));
    const GuardCard* vault = cardOf(model, GuardId::passwordVault);
    REQUIRE(vault != nullptr);
    CHECK(vault->stateWord == QStringLiteral("In the way"));
    CHECK(vault->todo.size() >= 3);
    CHECK(model.vault.shown);
    CHECK_FALSE(model.ready.isEmpty());
    CHECK(cardOf(model, model.ready.front().id) == nullptr);
    CHECK_THAT(s(model.text), Catch::Contains("must be done first"));
    for (const GuardCard& card : model.cards) {
        CHECK_FALSE(card.stateWord.isEmpty());
        CHECK_FALSE(card.title.isEmpty());
    }
}

TEST_CASE("what could not be told is never called ready")
{
    RemovalState state = removalState("before");
    for (Guard& guard : state.guards) {
        guard.state = GuardState::couldNotTell;
    }
    const GuardsModel model = guardsModel(state, {});
    CHECK(model.ready.isEmpty());
    for (const GuardCard& card : model.cards) {
        CHECK(card.tone == Tone::unknown);
        CHECK(card.stateWord == QStringLiteral("Could not be told"));
    }
}

TEST_CASE("counted passwords are shown by section, a wrong file says why, and wiping is only offered where it can be")
{
    const GuardsModel counted = guardsModel(removalState("before-counted"), {});
    CHECK(counted.vault.counted);
    CHECK_THAT(s(counted.vault.counts.join(u' ')), Catch::Contains("Websites: 212"));
    CHECK(counted.vault.mayWipe);
    const GuardCard* card = cardOf(counted, GuardId::passwordVault);
    REQUIRE(card != nullptr);
    CHECK(card->reasons.isEmpty());   // nothing is said twice
    const GuardsModel wrong = guardsModel(removalState("before-fault"), {});
    CHECK_THAT(s(wrong.vault.fault), Catch::Contains("backup that only Kaspersky can open"));
    CHECK_FALSE(wrong.vault.mayWipe);
}

TEST_CASE("what becomes of each product can be changed where it is the person's to decide")
{
    RemovalState state = removalState("ready");
    const Catalog catalog = scriptedCatalog();
    ProtectionModel model = protectionModel(state, &catalog, QDate(2026, 11, 23));
    REQUIRE_FALSE(model.products.isEmpty());
    const auto fate = [&](const char* part) {
        const auto found = std::find_if(model.products.begin(), model.products.end(), [&](const ProductFate& each) {
            return each.name.contains(QLatin1String(part));
        });
        REQUIRE(found != model.products.end());
        return *found;
    };
    CHECK(fate("Password Manager").fate == QStringLiteral("Stays"));
    CHECK(fate("Password Manager").change == ProductFate::Change::alsoRemove);
    CHECK_THAT(s(fate("Password Manager").wish), Catch::Contains("works elsewhere"));
    CHECK(fate("Plus").fate == QStringLiteral("Goes"));
    CHECK(fate("Plus").change == ProductFate::Change::keep);
    CHECK_FALSE(model.when.isEmpty());
    CHECK(model.asksRestorePoint);

    state.proposal.plan.reset();
    WizardChoices there;
    there.at = WizardChoices::At::protection;
    CHECK_FALSE(wizardFrame(state, there).buttons.back().enabled);
}

TEST_CASE("the plan says of each step what it does, whether it can be undone and whether it needs rights")
{
    const PlanModel model = planModel(removalState("ready"));
    REQUIRE(model.rows.size() == 7);
    CHECK(model.rows[0].title == QStringLiteral("Make a restore point"));
    CHECK(model.rows[0].undo == QStringLiteral("Nothing to undo"));
    CHECK(model.rows[0].rights);
    CHECK(model.rows[2].title == QStringLiteral("Remove Kaspersky Plus"));
    CHECK(model.rows[2].undo == QStringLiteral("Cannot be undone"));
    CHECK(model.rows[3].undo == QStringLiteral("You start it"));
    CHECK(model.rows[5].undo == QStringLiteral("Changes nothing"));
    CHECK_FALSE(model.rows[5].rights);
    QStringList needs;
    for (const PlanNeed& need : model.needs) {
        needs.append(need.text);
    }
    CHECK_THAT(s(needs.join(u' ')), Catch::Contains("these steps: 1, 2"));
    CHECK_THAT(s(needs.join(u' ')), Catch::Contains("between step 3 and step 5"));
    CHECK_THAT(s(model.kept.join(u' ')), Catch::Contains("Password Manager stays"));
    CHECK(model.digest.size() == 19);
    const QString page = planPage(model);
    CHECK(page.startsWith(QLatin1String("<!DOCTYPE html>")));
    CHECK(page.contains(QLatin1String("Remove Kaspersky Plus")));
    CHECK_FALSE(page.contains(QLatin1String("<script")));
}

TEST_CASE("waiting is said as it is: the uninstaller's window, silence, the password")
{
    const WorkModel at = workModel(removalState("remove"), {}, 0s);
    CHECK_THAT(s(at.now.title), Catch::Contains("answer its questions"));
    CHECK(at.done == 2000);
    CHECK(at.total == 7000);
    CHECK(at.gap.minutes == QStringLiteral("4"));
    CHECK(at.gap.ticks);
    CHECK(workModel(removalState("remove"), {}, 61s).gap.minutes == QStringLiteral("6"));
    CHECK_FALSE(offers(at.now.buttons, WizardAction::showItsWindow));
    RemovalState open = removalState("remove-window");
    CHECK(offers(workModel(open, {}, 0s).now.buttons, WizardAction::showItsWindow));
    open.running->silent = 420s;
    const WorkModel both = workModel(open, {}, 0s);
    CHECK(offers(both.now.buttons, WizardAction::showItsWindow));
    CHECK(offers(both.now.buttons, WizardAction::keepWaiting));
    CHECK(std::count_if(both.now.buttons.begin(), both.now.buttons.end(), [](const auto& each) { return each.primary; })
          == 1);
    const WorkModel silent = workModel(removalState("remove-silent"), {}, 0s);
    CHECK_THAT(s(silent.now.title), Catch::Contains("7 minutes"));
    CHECK(offers(silent.now.buttons, WizardAction::stopWaiting));
    const WorkModel password = workModel(removalState("remove-password"), {}, 0s);
    CHECK(password.now.asksPassword);
    CHECK(at.saysTheSame(workModel(removalState("remove"), {}, 0s)));
    CHECK_FALSE(at.saysTheSame(silent));
}

TEST_CASE("a step that did not work leaves three ways, and ending it is asked about first")
{
    const WorkModel failed = workModel(removalState("remove-failed"), {}, 0s);
    CHECK(failed.stopped);
    for (const WizardAction action : {WizardAction::tryAgain, WizardAction::skipStep, WizardAction::askToAbandon}) {
        CHECK(offers(failed.now.buttons, action));
    }
    CHECK_THAT(s(failed.now.more.join(u' ')), Catch::Contains("1603"));
    CHECK_THAT(s(failed.details.join(u'\n')), Catch::Contains("code 1603"));
    WizardChoices asks;
    asks.abandoning = true;
    const WorkModel asked = workModel(removalState("remove-failed"), asks, 0s);
    CHECK(offers(asked.now.buttons, WizardAction::abandon));
    CHECK(offers(asked.now.buttons, WizardAction::keepGoing));
    CHECK_THAT(s(workModel(removalState("remove-declined"), {}, 0s).now.title), Catch::Contains("permission"));
}

TEST_CASE("the gap is told as exactly as it is known")
{
    ProtectionGap gap;
    CHECK(gapCard(gap, 0s).minutes.isEmpty());
    CHECK(gapCard(gap, 0s).tone == Tone::unknown);
    gap.state = ProtectionGap::State::none;
    CHECK(gapCard(gap, 1h).tone == Tone::fine);
    gap.state = ProtectionGap::State::closed;
    gap.least = 20s;
    gap.most = 20s;
    CHECK(gapLength(gap) == QStringLiteral("1 minute"));
    gap.least = 11min;
    gap.most = 14min;
    CHECK(gapLength(gap) == QStringLiteral("11 to 14 minutes"));
    CHECK_FALSE(gapCard(gap, 1h).ticks);
    CHECK(gapCard(gap, 1h).minutes == QStringLiteral("11"));
    gap.partlyUnknown = true;
    CHECK_THAT(s(gapCard(gap, 0s).text), Catch::Contains("could not be told"));
}

TEST_CASE("only what is certain is ticked, and what is only shown cannot be")
{
    const RemovalState state = removalState("check");
    const CheckModel model = checkModel(state, {});
    CHECK(model.title == QStringLiteral("Kaspersky Plus and Kaspersky VPN are gone"));
    REQUIRE(model.offered.size() == 3);
    REQUIRE(model.shownOnly.size() == 1);
    for (const LeftoverRow& row : model.offered) {
        CHECK(row.chosen == (row.confidence == Confidence::certain));
    }
    CHECK_FALSE(model.shownOnly.front().chosen);
    WizardChoices none;
    none.leftovers = std::set<std::string>{};
    const WizardFrame frame = wizardFrame(state, none);
    CHECK(frame.buttons.back().action == WizardAction::moveThem);
    CHECK_FALSE(frame.buttons.back().enabled);
    CHECK(wizardFrame(state, {}).buttons.back().text == QStringLiteral("Move 2 to quarantine"));
    none.leftovers = std::set<std::string>{"leftover:klif", "leftover:C:\\kavremvr.log"};
    CHECK(chosenLeftovers(state, none) == std::set<std::string>{"leftover:C:\\kavremvr.log"});
}

TEST_CASE("a product that could not be told about is not called gone")
{
    RemovalState state = removalState("check");
    state.verification->products[1].result = RemovalResult::couldNotTell;
    CHECK(checkModel(state, {}).tone == Tone::unknown);
    CHECK_THAT(s(checkModel(state, {}).title), Catch::Contains("could not be told"));
    state.verification->products[0].result = RemovalResult::stillPresent;
    CHECK(checkModel(state, {}).title == QStringLiteral("Kaspersky Plus is still there"));
}

TEST_CASE("the end says who protects now, how long nobody did, and what comes next")
{
    RemovalState state = removalState("done");
    const DoneModel model = doneModel(state, {}, 0s);
    CHECK(model.title == QStringLiteral("Microsoft Defender protects this computer now"));
    CHECK(model.tone == Tone::fine);
    CHECK_THAT(s(model.gapTitle), Catch::Contains("11 to 12 minutes"));
    CHECK(model.hasReport);
    CHECK_FALSE(model.mayUndo);   // what an uninstaller did cannot be
    state.after.reset();
    CHECK(doneModel(state, {}, 0s).tone == Tone::unknown);
    const DoneModel undone = doneModel(removalState("undone"), {}, 0s);
    CHECK_THAT(s(undone.undone.join(u' ')), Catch::Contains("Put back"));
    CHECK_FALSE(undone.mayUndo);
    const DoneModel another = doneModel(removalState("done"), QStringLiteral("Norton"), 0s);
    CHECK_THAT(s(another.next.front().title), Catch::Contains("Norton"));
}

TEST_CASE("what lies in the quarantine is shown as what it was")
{
    RemovalState state = removalState("moved");
    const auto icons = [&] {
        QList<Icon> shown;
        for (const MovedThing& thing : doneModel(state, QString(), 0s).moved) {
            shown.append(thing.icon);
        }
        return shown;
    };
    CHECK(icons() == QList<Icon>{Icon::certificate, Icon::folder, Icon::file});
    std::vector<Step>& steps = state.record->plan.steps;
    steps[0].action = RemoveRegistryKey{"HKLM\\SOFTWARE\\KasperskyLab"};
    steps[1].action = RemoveService{"klhk"};
    steps[2].action = RemoveBrowserPolicy{"HKLM\\SOFTWARE\\Policies\\Google\\Chrome", "aaaa"};
    CHECK(icons() == QList<Icon>{Icon::registry, Icon::service, Icon::extension});
}

TEST_CASE("before a restart and after the check it is said whether the computer starts as before")
{
    const RestartModel safe = restartModel(removalState("restart"), {});
    REQUIRE(safe.start);
    CHECK(safe.start->tone == Tone::fine);
    CHECK(safe.start->todo.isEmpty());
    const RestartModel unsafe = restartModel(removalState("restart-not-safe"), {});
    REQUIRE(unsafe.start);
    CHECK(unsafe.start->tone == Tone::affected);
    REQUIRE(unsafe.start->findings.size() == 2);
    CHECK(unsafe.start->findings.front().contains(QStringLiteral("klkbdflt2")));
    CHECK_FALSE(unsafe.start->todo.isEmpty());
    CHECK(checkModel(removalState("check-not-safe"), {}).start.has_value());

    RemovalState state = removalState("restart");
    state.bootSafety->verdict = BootSafety::Verdict::couldNotTell;
    CHECK(restartModel(state, {}).start->tone == Tone::unknown);
    CHECK(warnsOfRestart(state));
    state.bootSafety.reset();
    CHECK_FALSE(restartModel(state, {}).start.has_value());
}
