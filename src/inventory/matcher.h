// Matcher: from evidence to installations, one per real product.
#pragma once

#include "domain/evidence.h"
#include "domain/installation.h"
#include "domain/product.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace offramp {

// Signatures compiled for look-up. Building costs once per catalog; matching is linear in the evidence and, by
// indexing literal beginnings, nearly independent of the number of signatures.
class Matcher {
public:
    Matcher(const std::map<std::string, Product>& products, const std::vector<Vendor>& vendors);
    ~Matcher();
    Matcher(Matcher&&) noexcept;
    Matcher& operator=(Matcher&&) noexcept;

    // Installations in a stable order: working ones first, then by name, version and product id.
    [[nodiscard]] std::vector<Installation> match(const HostSnapshot& snapshot) const;
    // The same when it is known which evidence a rule can match at all: `candidates` are of the snapshot, in its order.
    [[nodiscard]] std::vector<Installation> match(const HostSnapshot& snapshot,
                                                  const std::vector<const Evidence*>& candidates) const;

private:
    class Index;
    std::unique_ptr<Index> m_index;
};

}   // namespace offramp
