#include "removal/guards.h"

#include "support/easy_guards.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace offramp;

namespace {

struct Case {
    std::string what;
    GuardId id;
    std::function<void(GuardFacts&)> change;
    GuardState state;
    ReasonCode title;
    bool answerable = false;
    ReasonCode answered = ReasonCode::guardWaived;   // the title, or a reason, once the person gave their word
};

const Guard& guardOf(const std::vector<Guard>& guards, GuardId id)
{
    const auto found = std::find_if(guards.begin(), guards.end(), [&](const Guard& guard) { return guard.id == id; });
    REQUIRE(found != guards.end());
    return *found;
}

const std::vector<Case>& cases()
{
    using S = GuardState;
    using R = ReasonCode;
    static const std::vector<Case> all{
        {"no organization", GuardId::managed, {}, S::clear, R::guardManagedNone},
        {"an organization", GuardId::managed, [](GuardFacts& f) { f.managed = true; }, S::inTheWay,
         R::guardManagedStop},
        {"an administration server", GuardId::managed, [](GuardFacts& f) { f.products[0].managed = true; }, S::inTheWay,
         R::guardManagedStop},
        {"an agent of one", GuardId::managed, [](GuardFacts& f) { f.products[0].role = ProductRole::managementAgent; },
         S::inTheWay, R::guardManagedStop},
        {"who manages it is not known", GuardId::managed, [](GuardFacts& f) { f.managed.reset(); }, S::couldNotTell,
         R::guardManagedUnknown, true, R::guardManagedAnswered},

        {"no vault", GuardId::passwordVault, {}, S::clear, R::guardVaultNone},
        {"a password manager", GuardId::passwordVault, [](GuardFacts& f) { f.products.push_back(passwordManager()); },
         S::inTheWay, R::guardVaultExport, true, R::guardVaultWaived},
        {"a vault whose program is gone", GuardId::passwordVault, [](GuardFacts& f) { f.vaults = {"/vault.edb"}; },
         S::couldNotTell, R::guardVaultUnknown, true, R::guardVaultWaived},
        {"a list of programs that was refused", GuardId::passwordVault, [](GuardFacts& f) { f.conclusive = false; },
         S::couldNotTell, R::guardVaultUnknown, true, R::guardVaultWaived},

        {"nothing that encrypts", GuardId::encryption, {}, S::clear, R::guardEncryptionNone},
        {"a product that can", GuardId::encryption, [](GuardFacts& f) { f.products[0].holdsVaults = true; },
         S::personMustSay, R::guardEncryptionAsk, true, R::guardEncryptionDone},
        {"signs that it did", GuardId::encryption, [](GuardFacts& f) { f.encryption = {"Encryption Module"}; },
         S::inTheWay, R::guardEncryptionStop, true, R::guardEncryptionDone},
        {"places that were refused", GuardId::encryption, [](GuardFacts& f) { f.conclusive = false; }, S::couldNotTell,
         R::guardEncryptionUnknown, true, R::guardEncryptionDone},

        {"an antivirus has a quarantine",
         GuardId::quarantine,
         {},
         S::personMustSay,
         R::guardQuarantineAsk,
         true,
         R::guardQuarantineDone},
        {"nothing has one", GuardId::quarantine, [](GuardFacts& f) { f.products.clear(); }, S::clear,
         R::guardQuarantineNone},

        {"a product for homes is paid for",
         GuardId::subscription,
         {},
         S::personMustSay,
         R::guardSubscriptionAsk,
         true,
         R::guardSubscriptionDone},
        {"one for companies is not theirs to cancel", GuardId::subscription,
         [](GuardFacts& f) { f.products[0].segment = "business"; }, S::clear, R::guardSubscriptionNone},

        {"no password", GuardId::uninstallPassword, {}, S::clear, R::guardPasswordNone},
        {"a password", GuardId::uninstallPassword, [](GuardFacts& f) { f.products[0].passwordProtected = true; },
         S::personMustSay, R::guardPasswordSet, true, R::guardPasswordReady},
        {"perhaps a password", GuardId::uninstallPassword,
         [](GuardFacts& f) { f.products[0].passwordProtected.reset(); }, S::couldNotTell, R::guardPasswordUnknown,
         true},
        {"Linux knows none", GuardId::uninstallPassword,
         [](GuardFacts& f) {
             f.os = OsFamily::linux;
             f.products[0].passwordProtected.reset();
         },
         S::clear, R::guardPasswordNone},

        {"self-defense on", GuardId::selfDefence, {}, S::clear, R::guardDefenceOn},
        {"self-defense off", GuardId::selfDefence, [](GuardFacts& f) { f.products[0].selfDefence = false; }, S::clear,
         R::guardDefenceOff},
        {"self-defense not known", GuardId::selfDefence, [](GuardFacts& f) { f.products[0].selfDefence.reset(); },
         S::couldNotTell, R::guardDefenceUnknown},

        {"Defender is ready", GuardId::nextProtection, {}, S::clear, R::guardDefenderReady},
        {"a policy keeps Defender off", GuardId::nextProtection,
         [](GuardFacts& f) { f.defender->policies = {"DisableAntiSpyware"}; }, S::inTheWay, R::guardDefenderOff, true,
         R::guardProtectionAccepted},
        {"its service is off", GuardId::nextProtection, [](GuardFacts& f) { f.defender->service = false; }, S::inTheWay,
         R::guardDefenderOff, true, R::guardProtectionAccepted},
        {"it stays passive", GuardId::nextProtection, [](GuardFacts& f) { f.defender->passive = true; }, S::inTheWay,
         R::guardDefenderOff, true, R::guardProtectionAccepted},
        {"it could not be asked about", GuardId::nextProtection, [](GuardFacts& f) { f.defender.reset(); },
         S::couldNotTell, R::guardDefenderUnknown, true, R::guardProtectionAccepted},
        {"another antivirus is on", GuardId::nextProtection,
         [](GuardFacts& f) {
             f.defender.reset();
             f.otherAntivirus = {{"Other AV"}};
         },
         S::clear, R::guardOtherProtects},
        {"a server", GuardId::nextProtection, [](GuardFacts& f) { f.server = true; }, S::personMustSay,
         R::guardDefenderByHand, true, R::guardProtectionAccepted},
        {"Linux", GuardId::nextProtection, [](GuardFacts& f) { f.os = OsFamily::linux; }, S::personMustSay,
         R::guardNothingBuiltIn, true, R::guardProtectionAccepted},

        {"no other antivirus", GuardId::secondAntivirus, {}, S::clear, R::guardSecondNone},
        {"one other", GuardId::secondAntivirus, [](GuardFacts& f) { f.otherAntivirus = {{"Other AV"}}; }, S::clear,
         R::guardSecondOne},
        {"two others", GuardId::secondAntivirus,
         [](GuardFacts& f) {
             f.otherAntivirus = {{"One", "Two"}};
         },
         S::personMustSay, R::guardSecondSeveral, true, R::guardSecondDecided},
        {"nobody to ask", GuardId::secondAntivirus, [](GuardFacts& f) { f.otherAntivirus.reset(); }, S::couldNotTell,
         R::guardSecondUnknown, true, R::guardSecondDecided},

        {"an administrator", GuardId::rights, {}, S::clear, R::guardRightsYes},
        {"already elevated", GuardId::rights,
         [](GuardFacts& f) {
             f.elevated = true;
             f.mayApprove.reset();
         },
         S::clear, R::guardRightsYes},
        {"not an administrator", GuardId::rights, [](GuardFacts& f) { f.mayApprove = false; }, S::inTheWay,
         R::guardRightsNo, true, R::guardRightsReady},
        {"rights not known", GuardId::rights, [](GuardFacts& f) { f.mayApprove.reset(); }, S::couldNotTell,
         R::guardRightsUnknown, true, R::guardRightsReady},

        {"no restart", GuardId::pendingRestart, {}, S::clear, R::guardRestartNone},
        {"a restart", GuardId::pendingRestart,
         [](GuardFacts& f) {
             f.pendingRestart = {true, {"Windows Update"}};
         },
         S::inTheWay, R::guardRestartWaiting, true},
        {"restart not known", GuardId::pendingRestart, [](GuardFacts& f) { f.pendingRestart.reset(); }, S::couldNotTell,
         R::guardRestartUnknown, true},

        {"no installer", GuardId::otherInstaller, {}, S::clear, R::guardInstallerNone},
        {"an installer", GuardId::otherInstaller, [](GuardFacts& f) { f.installers = {{"apt"}}; }, S::inTheWay,
         R::guardInstallerBusy},
        {"installers not known", GuardId::otherInstaller, [](GuardFacts& f) { f.installers.reset(); }, S::couldNotTell,
         R::guardInstallerUnknown, true},

        {"plugged in", GuardId::power, {}, S::clear, R::guardPowerMains},
        {"no battery", GuardId::power, [](GuardFacts& f) { f.power = Power{}; }, S::clear, R::guardPowerMains},
        {"a full battery", GuardId::power,
         [](GuardFacts& f) {
             f.power = Power{false, 50};
         },
         S::clear, R::guardPowerEnough},
        {"a low battery", GuardId::power,
         [](GuardFacts& f) {
             f.power = Power{false, 49};
         },
         S::inTheWay, R::guardPowerLow, true},
        {"a battery of which nobody knows whether it charges", GuardId::power,
         [](GuardFacts& f) {
             f.power = Power{std::nullopt, 90};
         },
         S::couldNotTell, R::guardPowerUnknown, true},
        {"unplugged, and no battery told", GuardId::power,
         [](GuardFacts& f) {
             f.power = Power{false, std::nullopt};
         },
         S::couldNotTell, R::guardPowerUnknown, true},
        {"power not known", GuardId::power, [](GuardFacts& f) { f.power.reset(); }, S::couldNotTell,
         R::guardPowerUnknown, true},

        {"enough space", GuardId::diskSpace, [](GuardFacts& f) { f.freeBytes = neededBytes; }, S::clear,
         R::guardSpaceEnough},
        {"too little space", GuardId::diskSpace, [](GuardFacts& f) { f.freeBytes = neededBytes - 1; }, S::inTheWay,
         R::guardSpaceLow},
        {"space not known", GuardId::diskSpace, [](GuardFacts& f) { f.freeBytes.reset(); }, S::couldNotTell,
         R::guardSpaceUnknown, true},
    };
    return all;
}

}   // namespace

TEST_CASE("every guard says what the facts say")
{
    for (const auto& [what, id, change, state, title, answerable, answered] : cases()) {
        INFO(toString(id) << ": " << what);
        auto facts = easyFacts();
        if (change) {
            change(facts);
        }
        const auto guards = guardsFor(facts, {});
        CHECK(guards.size() == guardCount);
        const Guard& guard = guardOf(guards, id);
        CHECK(toString(guard.state) == toString(state));
        CHECK(toString(guard.title.code) == toString(title));
        CHECK(guard.answerable == answerable);
        // Only what is known to be fine lets the removal go on; self-defense is nobody's to get around.
        CHECK(guard.holdsUp == (state != GuardState::clear && id != GuardId::selfDefence));

        GuardAnswers answers;
        answers.settled = {id};
        const auto after = guardsFor(facts, answers);
        const Guard& settled = guardOf(after, id);
        if (!answerable) {
            CHECK(settled.state == guard.state);
            CHECK(settled.holdsUp == guard.holdsUp);
            continue;
        }
        CHECK(settled.state == GuardState::waived);
        CHECK_FALSE(settled.holdsUp);
        CHECK(settled.todo.empty());
        const auto expected = answered;   // clang captures no structured binding
        const bool saidSo = settled.title.code == expected
                            || std::any_of(settled.reasons.begin(), settled.reasons.end(),
                                           [&](const Reason& reason) { return reason.code == expected; });
        CHECK(saidSo);
    }
}

TEST_CASE("every guard has a case for every way it can be, and each says what to do about it")
{
    std::map<GuardId, std::set<GuardState>> seen;
    for (const Case& one : cases()) {
        seen[one.id].insert(one.state);
    }
    CHECK(seen.size() == guardCount);
    for (const auto& [id, states] : seen) {
        INFO(toString(id));
        CHECK(states.contains(GuardState::clear));
        CHECK(guardIdFromString(toString(id)) == id);
    }
    CHECK_FALSE(guardIdFromString("nothing"));
}

TEST_CASE("two versions of a product at once are named once")
{
    auto facts = easyFacts();
    facts.products.push_back(antivirus());
    for (GuardProduct& product : facts.products) {
        product.holdsVaults = true;
    }
    const auto guards = guardsFor(facts, {});
    CHECK(guardOf(guards, GuardId::encryption).reasons.front()
          == Reason{ReasonCode::guardEncryptionWhy, {std::string("Kaspersky Plus")}, {}});
}

TEST_CASE("an exported and counted vault is no longer in the way, and its numbers are shown")
{
    auto facts = easyFacts();
    facts.products.push_back(passwordManager());
    GuardAnswers answers;
    answers.vault = VaultCount{{{VaultSection::websites, 12}, {VaultSection::notes, 3}}};
    const auto guards = guardsFor(facts, answers);
    const Guard& guard = guardOf(guards, GuardId::passwordVault);
    CHECK(guard.state == GuardState::clear);
    CHECK(guard.reasons.front() == Reason{ReasonCode::vaultWebsites, {std::int64_t{12}}, {}});
}

TEST_CASE("a home computer may go on once the person answered what only they can know")
{
    const auto facts = easyFacts();
    CHECK_FALSE(mayGoOn(guardsFor(facts, {})));
    GuardAnswers answers;
    answers.settled = {GuardId::quarantine, GuardId::subscription};
    CHECK(mayGoOn(guardsFor(facts, answers)));
    auto managed = facts;
    managed.managed = true;
    for (std::size_t id = 0; id < guardCount; ++id) {
        answers.settled.insert(static_cast<GuardId>(id));
    }
    CHECK_FALSE(mayGoOn(guardsFor(managed, answers)));
}

TEST_CASE("a machine nothing could be asked of is never clear where something could be in the way")
{
    GuardFacts unknown;
    unknown.products = {antivirus()};
    unknown.products[0].passwordProtected.reset();
    unknown.products[0].selfDefence.reset();
    for (const Guard& guard : guardsFor(unknown, {})) {
        INFO(toString(guard.id));
        CHECK(guard.state != GuardState::clear);
    }
}
