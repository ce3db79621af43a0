#include "removal/guard_facts.h"

#include "base/text.h"
#include "removal/leftovers.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace offramp {

namespace {

RegistryKey machineKey(std::string_view path)
{
    return {Hive::localMachine, RegistryView::native64, std::string(path)};
}

// A number of the registry; 0 when the key or the value is not there. An error when that could not be told.
Result<std::uint64_t> numberAt(const Registry& registry, std::string_view path, std::string_view name)
{
    const auto values = registry.values(machineKey(path));
    if (!values) {
        if (values.error().code == ErrorCode::notFound) {
            return std::uint64_t{0};
        }
        return tl::unexpected<Error>(values.error());
    }
    for (const RegistryValue& value : *values) {
        if (text::equalsFolded(value.name, name)) {
            return value.number;
        }
    }
    return std::uint64_t{0};
}

// Source:
// https://learn.microsoft.com/microsoft-365/security/defender-endpoint/microsoft-defender-antivirus-compatibility and
// the administrative template of Microsoft Defender Antivirus.
struct Policy {
    std::string_view key, value;
};
constexpr std::array<Policy, 3> policiesThatKeepItOff{{
    {R"(SOFTWARE\Policies\Microsoft\Windows Defender)", "DisableAntiSpyware"},
    {R"(SOFTWARE\Policies\Microsoft\Windows Defender)", "DisableAntiVirus"},
    {R"(SOFTWARE\Policies\Microsoft\Windows Defender\Real-Time Protection)", "DisableRealtimeMonitoring"},
}};
constexpr Policy passivePolicy{R"(SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection)",
                               "ForceDefenderPassiveMode"};
constexpr std::string_view defenderService = R"(SYSTEM\CurrentControlSet\Services\WinDefend)";
constexpr std::uint64_t startDisabled = 4;

std::optional<DefenderFacts> defenderFacts(const Registry& registry)
{
    DefenderFacts facts;
    for (const auto& [key, value] : policiesThatKeepItOff) {
        const auto number = numberAt(registry, key, value);
        if (!number) {
            return std::nullopt;
        }
        if (*number != 0) {
            facts.policies.emplace_back(value);
        }
    }
    const auto passive = numberAt(registry, passivePolicy.key, passivePolicy.value);
    const auto service = registry.values(machineKey(defenderService));
    if (!passive || (!service && service.error().code != ErrorCode::notFound)) {
        return std::nullopt;
    }
    facts.passive = *passive != 0;
    facts.service = service.has_value() && *numberAt(registry, defenderService, "Start") != startDisabled;
    return facts;
}

bool isDefender(std::string_view name)
{
    const auto folded = text::foldName(name);
    return folded == "windows defender" || folded == "microsoft defender" || folded == "microsoft defender antivirus";
}

// Antivirus programs that are on and belong to none of the products that were found.
std::optional<std::vector<std::string>> otherAntivirus(const Host& host, const std::vector<Installation>& installations)
{
    const auto registered = host.securityStatus().products();
    if (!registered) {
        return std::nullopt;   // where nobody registers, nobody can be asked
    }
    std::set<std::string> ours;
    for (const Installation& installation : installations) {
        for (const MatchedEvidence& matched : installation.evidence) {
            if (matched.evidence.kind == EvidenceKind::securityProduct) {
                ours.insert(text::foldName(matched.evidence.name));
            }
        }
    }
    std::vector<std::string> names;
    for (const SecurityProduct& product : *registered) {
        const bool on = product.state.role == SecurityState::Role::antivirus && product.state.active.value_or(false);
        if (on && !isDefender(product.name) && !ours.contains(text::foldName(product.name))) {
            names.push_back(product.name);
        }
    }
    return names;
}

// Programs that change what is installed. Windows Installer notes in the registry that it is at work.
constexpr std::string_view installerAtWork = R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress)";
constexpr std::array<std::string_view, 12> packageManagers{
    "apt", "apt-get", "aptitude", "dpkg", "dnf", "dnf5", "microdnf", "yum", "dnf-automatic", "rpm", "zypper", "pacman"};

std::optional<std::vector<std::string>> runningInstallers(const Host& host)
{
    std::vector<std::string> names;
    if (host.machine().os == OsFamily::windows) {
        const auto values = host.registry().values(machineKey(installerAtWork));
        if (values) {
            names.emplace_back("Windows Installer");
        } else if (values.error().code != ErrorCode::notFound) {
            return std::nullopt;
        }
        return names;
    }
    const auto running = host.processes().list();
    if (!running) {
        return std::nullopt;
    }
    for (const RunningProcess& process : *running) {
        const bool manages =
            std::find(packageManagers.begin(), packageManagers.end(), process.name) != packageManagers.end();
        if (manages && std::find(names.begin(), names.end(), process.name) == names.end()) {
            names.push_back(process.name);
        }
    }
    return names;
}

// Whether this account is, or may become, an administrator.
std::optional<bool> mayApprove(const Host& host)
{
    const bool windows = host.machine().os == OsFamily::windows;
    Command command;
    command.executable = windows ? "whoami.exe" : "id";
    command.arguments =
        windows ? std::vector<std::string>{"/groups", "/fo", "csv", "/nh"} : std::vector<std::string>{"-nG"};
    const auto answer = host.processes().run(command);
    if (!answer || answer->exitCode != 0) {
        return std::nullopt;
    }
    if (windows) {
        // The group is listed also where its rights are only given on request.
        return answer->standardOutput.find("\"S-1-5-32-544\"") != std::string::npos;
    }
    for (const auto line : text::split(answer->standardOutput, '\n')) {
        for (const auto group : text::split(text::trim(line), ' ')) {
            if (group == "root" || group == "sudo" || group == "wheel" || group == "admin") {
                return true;
            }
        }
    }
    return false;
}

std::optional<Power> powerOf(const Conditions& conditions)
{
    const auto power = conditions.power();
    if (!power) {
        // A computer that lists no supplies has no battery.
        return power.error().code == ErrorCode::notFound ? std::optional<Power>(std::in_place) : std::nullopt;
    }
    return *power;
}

GuardProduct productOf(const Installation& installation, const std::map<std::string, Product>& products)
{
    GuardProduct product;
    product.name = installation.name;
    product.role = installation.role;
    product.managed = installation.managed;
    product.passwordProtected = installation.facts.passwordProtected;
    product.selfDefence = installation.facts.selfDefence;
    // What a line can hold, its members can, too.
    std::set<std::string> passed;
    for (auto found = products.find(installation.productId);
         found != products.end() && passed.insert(found->first).second; found = products.find(found->second.parent)) {
        product.holdsPasswords = product.holdsPasswords || found->second.holdsPasswords;
        product.holdsVaults = product.holdsVaults || found->second.holdsVaults;
        if (product.segment.empty()) {
            product.segment = found->second.segment;
        }
    }
    return product;
}

// What a password manager left: its program is gone, so nothing can be exported any more.
bool isVault(const Evidence& evidence)
{
    const auto folded = text::foldPath(evidence.location);
    return (evidence.kind == EvidenceKind::file && folded.ends_with(".edb"))
           || (evidence.kind == EvidenceKind::folder && folded.find("password manager") != std::string::npos);
}

}   // namespace

GuardFacts gatherGuardFacts(const Host& host, const HostSnapshot& snapshot,
                            const std::vector<Installation>& installations,
                            const std::map<std::string, Product>& products)
{
    GuardFacts facts;
    facts.os = snapshot.machine.os;
    facts.server = snapshot.machine.server;
    facts.conclusive = snapshot.isConclusive();
    facts.managed = snapshot.machine.managedByOrganisation;
    facts.elevated = snapshot.machine.elevated;
    for (const Installation& installation : installations) {
        const bool there = mayStillWork(installation);
        if (there) {
            facts.products.push_back(productOf(installation, products));
        }
        for (const MatchedEvidence& matched : installation.evidence) {
            const Evidence& evidence = matched.evidence;
            const bool registered = evidence.kind == EvidenceKind::program || evidence.kind == EvidenceKind::msiProduct;
            if (there && registered && text::foldName(evidence.name).find("encryption") != std::string::npos) {
                facts.encryption.push_back(evidence.name);
            } else if (!there && isVault(evidence)) {
                facts.vaults.push_back(evidence.location);
            }
        }
    }
    std::sort(facts.encryption.begin(), facts.encryption.end());
    facts.encryption.erase(std::unique(facts.encryption.begin(), facts.encryption.end()), facts.encryption.end());
    if (facts.os == OsFamily::windows && !facts.server) {
        facts.defender = defenderFacts(host.registry());
    }
    facts.otherAntivirus = otherAntivirus(host, installations);
    facts.mayApprove = mayApprove(host);
    if (const auto pending = host.conditions().pendingRestart()) {
        facts.pendingRestart = *pending;
    }
    facts.installers = runningInstallers(host);
    facts.power = powerOf(host.conditions());
    if (const auto free = host.conditions().freeSystemSpace()) {
        facts.freeBytes = *free;
    }
    return facts;
}

}   // namespace offramp
