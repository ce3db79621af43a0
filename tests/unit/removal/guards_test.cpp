#include "removal/guards.h"

#include "removal/guard_facts.h"

#include "support/easy_guards.h"
#include "support/fake_host.h"

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

class MomentConditions final : public Conditions {
public:
    Result<PendingRestart> restart = PendingRestart{};
    Result<Power> supply = Power{true, std::nullopt};
    Result<std::uint64_t> space = neededBytes;

    [[nodiscard]] Result<PendingRestart> pendingRestart() const override { return restart; }
    [[nodiscard]] Result<Power> power() const override { return supply; }
    [[nodiscard]] Result<std::uint64_t> freeSystemSpace() const override { return space; }
};

// The ports of a fake machine with conditions of its own.
class MomentHost final : public Host {
public:
    explicit MomentHost(OsFamily os) : fake(os) {}

    FakeHost fake;
    MomentConditions moment;

    [[nodiscard]] const MachineInfo& machine() const override { return fake.machine(); }
    [[nodiscard]] const Files& files() const override { return fake.files(); }
    [[nodiscard]] const Registry& registry() const override { return fake.registry(); }
    [[nodiscard]] const Processes& processes() const override { return fake.processes(); }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return fake.securityStatus(); }
    [[nodiscard]] const Conditions& conditions() const override { return moment; }
    [[nodiscard]] const Clock& clock() const override { return fake.clock(); }
    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override { return fake.homeFolders(); }

    [[nodiscard]] GuardFacts facts(const std::vector<Installation>& installations = {},
                                   const std::map<std::string, Product>& products = {}) const
    {
        HostSnapshot snapshot;
        snapshot.machine = fake.info;
        return gatherGuardFacts(*this, snapshot, installations, products);
    }
};

const std::string defenderKey = R"(HKLM\SOFTWARE\Policies\Microsoft\Windows Defender)";
const std::string serviceKey = R"(HKLM\SYSTEM\CurrentControlSet\Services\WinDefend)";

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

TEST_CASE("Microsoft Defender is asked about in the registry, and a refusal is not an answer")
{
    MomentHost host(OsFamily::windows);
    host.fake.addNumber(serviceKey, "Start", 3);
    auto defender = host.facts().defender;
    REQUIRE(defender);
    CHECK(defender->policies.empty());
    CHECK(defender->service);
    CHECK_FALSE(defender->passive);

    host.fake.addNumber(defenderKey, "DisableAntiSpyware", 1);
    host.fake.addNumber(defenderKey + R"(\Real-Time Protection)", "DisableRealtimeMonitoring", 1);
    host.fake.addNumber(R"(HKLM\SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection)",
                        "ForceDefenderPassiveMode", 1);
    defender = host.facts().defender;
    REQUIRE(defender);
    CHECK(defender->policies == std::vector<std::string>{"DisableAntiSpyware", "DisableRealtimeMonitoring"});
    CHECK(defender->passive);

    host.fake.denyKey(defenderKey);
    CHECK_FALSE(host.facts().defender);

    MomentHost disabled(OsFamily::windows);
    disabled.fake.addNumber(serviceKey, "Start", 4);
    CHECK_FALSE(disabled.facts().defender->service);
    const MomentHost missing(OsFamily::windows);
    CHECK_FALSE(missing.facts().defender->service);
    MomentHost server(OsFamily::windows);
    server.fake.info.server = true;
    CHECK_FALSE(server.facts().defender);
}

TEST_CASE("who may approve changes is asked of the system on Windows and Linux")
{
    MomentHost windows(OsFamily::windows);
    CHECK_FALSE(windows.facts().mayApprove);
    windows.fake.addCommand({"whoami.exe", "/groups", "/fo", "csv", "/nh"},
                            "\"VORDEFINIERT\\Administratoren\",\"Alias\",\"S-1-5-32-544\",\"Nur zum Verweigern\"\r\n");
    CHECK(windows.facts().mayApprove == true);
    MomentHost guest(OsFamily::windows);
    guest.fake.addCommand({"whoami.exe", "/groups", "/fo", "csv", "/nh"},
                          "\"Everyone\",\"Well-known group\",\"S-1-1-0\",\"\"\r\n");
    CHECK(guest.facts().mayApprove == false);
    MomentHost linux_(OsFamily::linux);
    linux_.fake.addCommand({"id", "-nG"}, "ana cdrom sudo\n");
    CHECK(linux_.facts().mayApprove == true);
    MomentHost plain(OsFamily::linux);
    plain.fake.addCommand({"id", "-nG"}, "ana sudoers-not\n");
    CHECK(plain.facts().mayApprove == false);
    plain.fake.failCommand({"id", "-nG"}, ErrorCode::timeout);
    MomentHost failing(OsFamily::linux);
    failing.fake.addCommand({"id", "-nG"}, "sudo\n", 1);
    CHECK_FALSE(failing.facts().mayApprove);
}

TEST_CASE("a running installation is seen, and where nobody can look it is not known")
{
    MomentHost windows(OsFamily::windows);
    CHECK(windows.facts().installers == std::vector<std::string>{});
    windows.fake.addKey(R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress)");
    CHECK(windows.facts().installers == std::vector<std::string>{"Windows Installer"});
    MomentHost denied(OsFamily::windows);
    denied.fake.denyKey(R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer)");
    CHECK_FALSE(denied.facts().installers);
    MomentHost linux_(OsFamily::linux);
    linux_.fake.addProcess("bash");
    CHECK(linux_.facts().installers == std::vector<std::string>{});
    linux_.fake.addProcess("dpkg");
    linux_.fake.addProcess("apt-get");
    linux_.fake.addProcess("dpkg");
    CHECK(linux_.facts().installers == std::vector<std::string>{"dpkg", "apt-get"});
    linux_.fake.addProcess("dnf", "/usr/bin/python3.11");
    CHECK(linux_.facts().installers == std::vector<std::string>{"dpkg", "apt-get", "dnf"});
    linux_.fake.fakeProcesses().failList({ErrorCode::accessDenied, "/proc", 0});
    CHECK_FALSE(linux_.facts().installers);
}

TEST_CASE("what holds at this moment comes from the machine, and a computer without supplies has no battery")
{
    MomentHost host(OsFamily::linux);
    auto facts = host.facts();
    CHECK(facts.power->onMains == true);
    CHECK(facts.freeBytes == neededBytes);
    CHECK_FALSE(facts.pendingRestart->pending);
    host.moment.supply = fail(ErrorCode::notFound, "supplies");
    CHECK(host.facts().power);
    host.moment.supply = fail(ErrorCode::notRecorded, "supplies");
    host.moment.space = fail(ErrorCode::notRecorded, "space");
    host.moment.restart = fail(ErrorCode::unsupported, "restart");
    facts = host.facts();
    CHECK_FALSE(facts.power);
    CHECK_FALSE(facts.freeBytes);
    CHECK_FALSE(facts.pendingRestart);
}

TEST_CASE("products that are there are asked about with what their line can hold")
{
    const MomentHost host(OsFamily::windows);
    Product line;
    line.id = "line";
    line.holdsVaults = true;
    line.segment = "home";
    Product single;
    single.id = "single";
    single.parent = "line";
    single.holdsPasswords = true;
    const std::map<std::string, Product> products{{"line", line}, {"single", single}};
    Installation there;
    there.productId = "single";
    there.name = "Single";
    there.role = ProductRole::antivirus;
    there.facts.passwordProtected = true;
    Evidence module;
    module.kind = EvidenceKind::program;
    module.name = "Maker AES Encryption Module";
    there.evidence.push_back({module, Shows::component, Confidence::certain, {ReasonCode::matchedName, {}, {}}});
    Installation gone;
    gone.productId = "single";
    gone.state = InstallationState::leftover;
    Evidence vault;
    vault.kind = EvidenceKind::file;
    vault.location = R"(C:\Users\ana\AppData\Maker\vault.EDB)";
    gone.evidence.push_back({vault, Shows::trace, Confidence::likely, {ReasonCode::matchedPath, {}, {}}});
    const auto facts = host.facts({there, gone}, products);
    REQUIRE(facts.products.size() == 1);
    CHECK(facts.products[0].name == "Single");
    CHECK(facts.products[0].holdsPasswords);
    CHECK(facts.products[0].holdsVaults);
    CHECK(facts.products[0].segment == "home");
    CHECK(facts.products[0].passwordProtected == true);
    CHECK(facts.encryption == std::vector<std::string>{"Maker AES Encryption Module"});
    CHECK(facts.vaults == std::vector<std::string>{vault.location});
    CHECK_FALSE(facts.otherAntivirus);   // no Security Center to ask
}

TEST_CASE("another antivirus is one that is on, is not Microsoft's and is none of the products found")
{
    MomentHost host(OsFamily::windows);
    const auto on = [](const std::string& name, std::optional<bool> active, SecurityState::Role role) {
        return SecurityProduct{"{id}", name, "", {role, active, true}};
    };
    using Role = SecurityState::Role;
    host.fake.fakeSecurityStatus().answer = std::vector<SecurityProduct>{
        on("Kaspersky Plus", true, Role::antivirus), on("Microsoft Defender Antivirus", true, Role::antivirus),
        on("Sleeping AV", false, Role::antivirus),   on("Silent AV", std::nullopt, Role::antivirus),
        on("Firewall", true, Role::firewall),        on("Other AV", true, Role::antivirus)};
    Installation plus;
    plus.productId = "plus";
    Evidence registered;
    registered.kind = EvidenceKind::securityProduct;
    registered.name = "Kaspersky Plus";
    plus.evidence.push_back({registered, Shows::product, Confidence::certain, {ReasonCode::matchedName, {}, {}}});
    CHECK(host.facts({plus}).otherAntivirus == std::vector<std::string>{"Other AV"});
}
