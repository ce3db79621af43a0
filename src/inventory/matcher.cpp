#include "inventory/matcher.h"

#include "inventory/installation_builder.h"
#include "inventory/signature_index.h"

#include <algorithm>

namespace offramp {

class Matcher::Index : public SignatureIndex {
public:
    using SignatureIndex::SignatureIndex;
};

Matcher::Matcher(const std::map<std::string, Product>& products, const std::vector<Vendor>& vendors)
    : m_index(std::make_unique<Index>(products, vendors))
{}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Installation> Matcher::match(const HostSnapshot& snapshot) const
{
    std::vector<const Evidence*> all;
    for (const SourceReport& report : snapshot.reports) {
        for (const Evidence& evidence : report.evidence) {
            all.push_back(&evidence);
        }
    }
    return match(snapshot, all);
}

std::vector<Installation> Matcher::match(const HostSnapshot& snapshot,
                                         const std::vector<const Evidence*>& candidates) const
{
    std::vector<Hit> hits;
    for (const Evidence* evidence : candidates) {
        if (auto hit = m_index->find(*evidence)) {
            hits.push_back(std::move(*hit));
        }
    }
    return buildInstallations(std::move(hits), *m_index, snapshot);
}

}   // namespace offramp
