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

// Whether "it has no entry in the list of installed programs" may be said of this machine.
bool programListWasRead(const HostSnapshot& snapshot)
{
    bool any = false;
    for (const SourceReport& report : snapshot.reports) {
        if (!listsPrograms(report.source) || report.coverage == Coverage::notApplicable) {
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

// The places of one kind in a group, to tell which of them only hold another that was found.
class Places {
public:
    Places(const std::vector<Hit>& hits, EvidenceKind kind)
    {
        for (const Hit& hit : hits) {
            if (hit.evidence->kind == kind) {
                m_folded.push_back(placeOf(*hit.evidence));
            }
        }
        std::sort(m_folded.begin(), m_folded.end());
    }
    [[nodiscard]] bool holdsAnother(const Evidence& evidence) const
    {
        const std::string inside = placeOf(evidence) + '/';
        const auto next = std::lower_bound(m_folded.begin(), m_folded.end(), inside);
        return next != m_folded.end() && next->starts_with(inside);
    }

private:
    static std::string placeOf(const Evidence& evidence)
    {
        return text::foldPath(evidence.kind == EvidenceKind::registryKey ? evidence.readFrom : evidence.location);
    }
    std::vector<std::string> m_folded;
};

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
    const Places keys(cluster.hits, EvidenceKind::registryKey);
    const Places folders(cluster.hits, EvidenceKind::folder);
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
        // A key or folder that only holds another one that was found is not a second thing.
        const bool container = (evidence.kind == EvidenceKind::registryKey && keys.holdsAnother(evidence))
                               || (evidence.kind == EvidenceKind::folder && folders.holdsAnother(evidence));
        if (!container) {
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
