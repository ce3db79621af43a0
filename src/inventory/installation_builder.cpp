#include "inventory/installation_builder.h"

#include "base/text.h"
#include "inventory/hit_grouping.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

namespace offramp {

namespace {

bool listsProgramsOf(SourceKind kind)
{
    switch (kind) {
    case SourceKind::windowsPrograms:
    case SourceKind::dpkg:
    case SourceKind::rpm:
    case SourceKind::pacman:
    case SourceKind::macApps: return true;
    default: return false;
    }
}

// Whether "it has no entry in the list of installed programs" may be said of this machine.
bool programListWasRead(const HostSnapshot& snapshot)
{
    bool any = false;
    for (const SourceReport& report : snapshot.reports) {
        if (!listsProgramsOf(report.source) || report.coverage == Coverage::notApplicable) {
            continue;
        }
        any = true;
        if (report.coverage == Coverage::denied || !report.machinePartComplete) {
            return false;
        }
    }
    return any;
}

struct Judged {
    InstallationState state;
    std::vector<Reason> reasons;
};

Judged judgeRegistered(const std::vector<const Hit*>& registered, bool partWorks)
{
    std::vector<Reason> reasons;
    bool onlyConfiguration = true;
    bool interrupted = false;
    bool held = false;
    const Evidence* missingFolder = nullptr;
    bool folderPresent = false;
    for (const Hit* hit : registered) {
        const Evidence& evidence = *hit->evidence;
        onlyConfiguration = onlyConfiguration && evidence.packageState == PackageState::configFiles;
        interrupted = interrupted || evidence.packageState == PackageState::halfInstalled
                      || evidence.packageState == PackageState::unpacked;
        held = held || evidence.packageState == PackageState::held;
        folderPresent = folderPresent || evidence.presence == Presence::present;
        if (evidence.presence == Presence::absent) {
            missingFolder = &evidence;
        }
    }
    if (onlyConfiguration) {
        return {InstallationState::leftover, {Reason{ReasonCode::onlyConfigurationLeft, {}, {}}}};
    }
    if (interrupted) {
        return {InstallationState::broken, {Reason{ReasonCode::installationInterrupted, {}, {}}}};
    }
    if (missingFolder != nullptr && !folderPresent && !partWorks) {
        return {InstallationState::broken, {Reason{ReasonCode::folderMissing, {missingFolder->location}, {}}}};
    }
    reasons.push_back(Reason{ReasonCode::registeredAsInstalled, {}, {}});
    if (held) {
        reasons.push_back(Reason{ReasonCode::heldByAdministrator, {}, {}});
    }
    return {InstallationState::installed, std::move(reasons)};
}

Judged judge(const Cluster& cluster, bool programsRead)
{
    std::vector<const Hit*> registered;
    bool partWorks = false;
    bool serviceSeen = false;
    const Evidence* imageMissing = nullptr;
    const Hit* portable = nullptr;
    for (const Hit& hit : cluster.hits) {
        if (hit.signature->shows == Shows::portable) {
            portable = &hit;
        } else if (hit.signature->shows == Shows::product) {
            registered.push_back(&hit);
        } else if (hit.signature->shows == Shows::component && isWorkingPart(hit.evidence->kind)) {
            if (hit.evidence->presence == Presence::absent) {
                imageMissing = hit.evidence;
            } else {
                partWorks = true;
                serviceSeen = serviceSeen || hit.evidence->kind != EvidenceKind::process;
            }
        }
    }
    if (portable != nullptr) {
        return {InstallationState::portable, {Reason{ReasonCode::portableCopy, {portable->evidence->location}, {}}}};
    }
    if (!registered.empty()) {
        return judgeRegistered(registered, partWorks);
    }
    if (partWorks) {
        const ReasonCode seen = serviceSeen ? ReasonCode::serviceWithoutEntry : ReasonCode::runningWithoutEntry;
        return programsRead
                   ? Judged{InstallationState::broken, {Reason{seen, {}, {}}}}
                   : Judged{InstallationState::installed, {Reason{ReasonCode::installedOrLeftUnknown, {}, {}}}};
    }
    std::vector<Reason> reasons;
    if (imageMissing != nullptr) {
        reasons.push_back(Reason{ReasonCode::imageMissing, {imageMissing->location}, {}});
    }
    reasons.push_back(Reason{programsRead ? ReasonCode::onlyTracesLeft : ReasonCode::installedOrLeftUnknown, {}, {}});
    return {InstallationState::leftover, std::move(reasons)};
}

void judgeConfidence(const Cluster& cluster, Installation& installation)
{
    Confidence best = Confidence::notSure;
    std::set<EvidenceKind> kinds;
    bool anyVerified = false;
    for (const Hit& hit : cluster.hits) {
        best = std::max(best, hit.confidence);
        anyVerified = anyVerified || hit.verified;
        if (hit.confidence >= Confidence::likely) {
            kinds.insert(hit.evidence->kind);
        }
    }
    if (kinds.size() >= 2) {
        best = Confidence::certain;
        installation.reasons.push_back(
            Reason{ReasonCode::severalKindsAgree, {static_cast<std::int64_t>(kinds.size())}, {}});
    } else if (!anyVerified) {
        installation.reasons.push_back(Reason{ReasonCode::onlyUnverifiedSigns, {}, {}});
    }
    installation.confidence = best;
}

// "Kaspersky Plus" says which plan; so do the words the vendor appends in other products.
std::string editionIn(const std::string& displayName, const std::string& productName)
{
    static constexpr std::array<std::string_view, 10> editions{"Basic",    "Standard", "Plus",   "Premium",  "Free",
                                                               "Personal", "Family",   "Select", "Advanced", "Cloud"};
    const std::string name = text::foldName(displayName);
    const std::string product = text::foldName(productName);
    const std::string rest = name.starts_with(product) ? name.substr(product.size()) : name;
    for (const std::string_view word : text::split(rest, ' ')) {
        for (const std::string_view edition : editions) {
            if (text::equalsFolded(word, edition)) {
                return std::string(edition);
            }
        }
    }
    return {};
}

void mergeFacts(VendorFacts& into, const VendorFacts& from)
{
    const auto keepLatest = [](std::optional<Instant>& mine, const std::optional<Instant>& theirs) {
        if (theirs && (!mine || *mine < *theirs)) {
            mine = theirs;
        }
    };
    keepLatest(into.databasesUpdatedAt, from.databasesUpdatedAt);
    if (!into.licenceDaysLeft) {
        into.licenceDaysLeft = from.licenceDaysLeft;
    }
    // One place that says yes is enough: each is a reason to be careful.
    const auto either = [](std::optional<bool>& mine, const std::optional<bool>& theirs) {
        if (theirs) {
            mine = mine.value_or(false) || *theirs;
        }
    };
    either(into.passwordProtected, from.passwordProtected);
    either(into.selfDefence, from.selfDefence);
    either(into.managed, from.managed);
    if (into.edition.empty()) {
        into.edition = from.edition;
    }
    if (from.installedAt && (!into.installedAt || *from.installedAt < *into.installedAt)) {
        into.installedAt = from.installedAt;
    }
}

// How much an entry is worth as the one to uninstall by: what the person sees, then MSI, then the rest.
int uninstallRank(const Evidence& evidence)
{
    if (!evidence.uninstall) {
        return 0;
    }
    return evidence.hidden ? 1 : evidence.kind == EvidenceKind::msiProduct ? 2 : 3;
}

// A key or folder that only holds another one that was found is not a second thing.
bool isInsideAnother(const Evidence& evidence, const std::vector<Hit>& hits)
{
    const bool key = evidence.kind == EvidenceKind::registryKey;
    if (!key && evidence.kind != EvidenceKind::folder) {
        return false;
    }
    const auto place = [&](const Evidence& each) { return text::foldPath(key ? each.readFrom : each.location); };
    const std::string mine = place(evidence);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return hit.evidence->kind == evidence.kind && place(*hit.evidence).starts_with(mine + "/");
    });
}

Installation build(Cluster cluster, bool programsRead)
{
    std::stable_sort(cluster.hits.begin(), cluster.hits.end(), [](const Hit& left, const Hit& right) {
        return std::tuple(left.signature->shows, right.confidence)
               < std::tuple(right.signature->shows, left.confidence);
    });
    Installation installation;
    installation.productId = cluster.product->id;
    installation.family = cluster.product->family;
    installation.vendorId = cluster.product->vendor;
    installation.role = cluster.product->role;
    installation.name = cluster.product->name;
    const bool general = isRoot(*cluster.product) && cluster.product->role == ProductRole::component;
    int bestUninstall = 0;
    std::string nameSeen;
    for (const Hit& hit : cluster.hits) {
        const Evidence& evidence = *hit.evidence;
        const bool registered = hit.signature->shows == Shows::product;
        if (registered && nameSeen.empty()) {
            nameSeen = evidence.name;
        }
        if (registered && installation.version.empty()) {
            installation.version = evidence.version;
        }
        if (evidence.scope == Scope::user && registered) {
            installation.scope = Scope::user;
        }
        if (registered && installation.edition.empty()) {
            installation.edition = editionIn(evidence.name, cluster.product->name);
        }
        if (evidence.vendor) {
            mergeFacts(installation.facts, *evidence.vendor);
        }
        if (evidence.installedOn && !installation.installedOn) {
            installation.installedOn = evidence.installedOn;
        }
        if (uninstallRank(evidence) > bestUninstall) {
            bestUninstall = uninstallRank(evidence);
            installation.uninstall = evidence.uninstall;
        }
        if (!isInsideAnother(evidence, cluster.hits)) {
            installation.evidence.push_back({evidence, hit.signature->shows, hit.confidence, hit.reason});
        }
    }
    if (installation.version.empty()) {
        installation.version = cluster.version;
    }
    if (!installation.facts.edition.empty()) {
        installation.edition = installation.facts.edition;
    }
    if (general && !nameSeen.empty()) {
        installation.name = nameSeen;
    }
    if (!installation.installedOn && installation.facts.installedAt) {
        installation.installedOn = dayIn(Zone{}, *installation.facts.installedAt);
    }
    installation.managed = installation.facts.managed.value_or(false);
    Judged judged = judge(cluster, programsRead);
    installation.state = judged.state;
    installation.reasons = std::move(judged.reasons);
    judgeConfidence(cluster, installation);
    return installation;
}

}   // namespace

std::vector<Installation> buildInstallations(std::vector<Hit> hits, const SignatureIndex& index,
                                             const HostSnapshot& snapshot)
{
    const bool programsRead = programListWasRead(snapshot);
    std::vector<Installation> installations;
    for (Cluster& cluster : groupHits(std::move(hits), index)) {
        installations.push_back(build(std::move(cluster), programsRead));
    }
    std::stable_sort(installations.begin(), installations.end(),
                     [](const Installation& left, const Installation& right) {
                         return std::tie(left.state, left.name, left.version, left.productId)
                                < std::tie(right.state, right.name, right.version, right.productId);
                     });
    return installations;
}

}   // namespace offramp
