// What the guards are told: asked of a machine that is made up.
#include "removal/guard_facts.h"

#include "support/easy_guards.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

#include <map>

using namespace offramp;

namespace {

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
