#include "inventory/hit_grouping.h"

#include "base/text.h"
#include "inventory/version.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace offramp {

bool isRoot(const Product& product)
{
    return product.parent.empty();
}

namespace {

// What links a wrapper, its MSI record and its hidden entry: the product code, or else the name.
std::set<std::string> identitiesOf(const Hit& hit)
{
    std::set<std::string> identities;
    const Evidence& evidence = *hit.evidence;
    const auto addCode = [&](const std::string& text) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == std::string::npos ? 0 : open);
        if (open != std::string::npos && close != std::string::npos) {
            identities.insert(text::fold(std::string_view(text).substr(open, close - open + 1)));
        }
    };
    addCode(evidence.id);
    addCode(evidence.wraps);
    if (!evidence.name.empty()) {
        identities.insert(text::foldName(evidence.name));
    }
    return identities;
}

// The place of a piece of evidence, folded, with a slash behind it. A service's is a command line.
std::string placeOf(const Evidence& evidence)
{
    std::string place = text::foldPath(evidence.location);
    if (!place.empty() && !place.ends_with('/')) {
        place += '/';
    }
    return place;
}

// A folder that can be one product's own: not a drive, nor one right below it, such as C:/Program Files/.
bool canBeOwn(const std::string& folder)
{
    return std::count(folder.begin(), folder.end(), '/') >= 3;
}

// Whether a place is one of the folders or lies in one.
bool liesIn(std::string_view place, const std::set<std::string, std::less<>>& folders)
{
    if (folders.empty()) {
        return false;
    }
    for (std::size_t slash = place.find('/'); slash != std::string_view::npos; slash = place.find('/', slash + 1)) {
        if (folders.contains(place.substr(0, slash + 1))) {
            return true;
        }
    }
    return false;
}

bool shareAny(const std::set<std::string>& left, const std::set<std::string>& right)
{
    return std::any_of(left.begin(), left.end(), [&](const std::string& item) { return right.contains(item); });
}

class Grouping {
public:
    explicit Grouping(const SignatureIndex& index) : m_index(index) {}

    void add(Hit hit)
    {
        const std::set<std::string> identities = identitiesOf(hit);
        const bool unnamed = isRoot(*hit.product) && hit.signature->shows == Shows::product;
        Cluster* home = unnamed ? namesake(hit, identities) : homeFor(hit, identities);
        if (home == nullptr) {
            m_clusters.push_back({hit.product, {}, {}, {}, {}});
            home = &m_clusters.back();
        }
        if (m_index.isSameOrAbove(*home->product, *hit.product)) {
            home->product = hit.product;   // the most precise name wins
        }
        if (home->version.empty() || hit.version.starts_with(home->version)) {
            home->version = hit.version.empty() ? home->version : hit.version;
        }
        if (hit.signature->shows == Shows::product) {
            if (std::string folder = placeOf(*hit.evidence); canBeOwn(folder)) {
                home->folders.insert(std::move(folder));
            }
        }
        for (const std::string& identity : identities) {
            home->identities.insert(identity);
            m_byIdentity[identity].push_back(static_cast<std::size_t>(home - m_clusters.data()));
        }
        home->hits.push_back(std::move(hit));
    }

    std::vector<Cluster> take() { return std::move(m_clusters); }

private:
    bool related(const Cluster& cluster, const Hit& hit) const
    {
        return m_index.isSameOrAbove(*cluster.product, *hit.product)
               || m_index.isSameOrAbove(*hit.product, *cluster.product);
    }

    // Two entries of a product nobody could name are two products unless a code or a name links them.
    Cluster* namesake(const Hit& hit, const std::set<std::string>& identities)
    {
        for (const std::string& identity : identities) {
            for (const std::size_t index : m_byIdentity[identity]) {
                if (related(m_clusters[index], hit)
                    && m_clusters[index].hits.front().signature->shows == Shows::product) {
                    return &m_clusters[index];
                }
            }
        }
        return nullptr;
    }

    Cluster* homeFor(const Hit& hit, const std::set<std::string>& identities)
    {
        Cluster* best = nullptr;
        std::tuple<bool, bool, bool, bool, std::size_t> bestRank{};
        const std::string place = placeOf(*hit.evidence);
        for (Cluster& cluster : m_clusters) {
            if (!accepts(cluster, hit, identities)) {
                continue;
            }
            // Whose folder it lies in first, then the same version, then what is registered, then the product that
            // names itself most precisely.
            const std::tuple rank(liesIn(place, cluster.folders),
                                  !hit.version.empty() && !cluster.version.empty()
                                      && versionsAgree(cluster.version, hit.version, 2),
                                  cluster.hits.front().signature->shows == Shows::product,
                                  cluster.product == hit.product, m_index.depth(*cluster.product));
            if (best == nullptr || bestRank < rank) {
                best = &cluster;
                bestRank = rank;
            }
        }
        return best;
    }

    bool accepts(const Cluster& cluster, const Hit& hit, const std::set<std::string>& identities) const
    {
        const Shows shows = hit.signature->shows;
        if (!related(cluster, hit)) {
            return explains(cluster, hit);
        }
        const bool portableCluster = cluster.hits.front().signature->shows == Shows::portable;
        if (portableCluster || shows == Shows::portable) {
            return portableCluster && cluster.product == hit.product;
        }
        const bool shared = isRoot(*hit.product) && !isRoot(*cluster.product);
        switch (shows) {
        case Shows::product:
            if (isRoot(*cluster.product)) {
                return shareAny(cluster.identities, identities);
            }
            return versionsAgree(cluster.version, hit.version, 2);
        case Shows::component:
            // Shared drivers belong to the antivirus, not to a VPN that happens to be there too.
            if (shared) {
                return cluster.product->role == ProductRole::antivirus;
            }
            // A service of another generation is another installation; other parts are often numbered their own way.
            return !isWorkingPart(hit.evidence->kind) || versionsAgree(cluster.version, hit.version, 1);
        case Shows::trace:
            return !shared || cluster.product->role == ProductRole::antivirus || isVendorsOwnPlace(hit.evidence->kind);
        case Shows::portable: break;
        }
        return true;
    }

    // The vendor's folder or key is there for every product of the vendor.
    static bool isVendorsOwnPlace(EvidenceKind kind)
    {
        return kind == EvidenceKind::folder || kind == EvidenceKind::registryKey;
    }

    // Shared drivers, folders and keys that a product with the vendor's engine inside accounts for.
    static bool explains(const Cluster& cluster, const Hit& hit)
    {
        return cluster.product->role == ProductRole::whiteLabel && isRoot(*hit.product)
               && (isVendorsOwnPlace(hit.evidence->kind) || hit.evidence->kind == EvidenceKind::driver);
    }

    const SignatureIndex& m_index;
    std::vector<Cluster> m_clusters;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byIdentity;   // clusters by code and name
};

}   // namespace

bool isWorkingPart(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::service:
    case EvidenceKind::process:
    case EvidenceKind::systemdUnit:
    case EvidenceKind::launchItem: return true;
    default: return false;
    }
}

std::vector<Cluster> groupHits(std::vector<Hit> hits, const SignatureIndex& index)
{
    const auto order = [](Shows shows) {
        return shows == Shows::product ? 0 : shows == Shows::component ? 1 : shows == Shows::portable ? 2 : 3;
    };
    std::stable_sort(hits.begin(), hits.end(), [&](const Hit& left, const Hit& right) {
        return std::tuple(order(left.signature->shows), index.depth(*right.product))
               < std::tuple(order(right.signature->shows), index.depth(*left.product));
    });
    Grouping grouping(index);
    for (Hit& hit : hits) {
        grouping.add(std::move(hit));
    }
    return grouping.take();
}

}   // namespace offramp
