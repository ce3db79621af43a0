// Grouping: which hits speak of the same real product.
//
// Hits are added along the product tree: what is registered first, then working parts, then traces, and in each of
// these precise products before what they are kinds of. A hit joins a group whose product is above or below its own and
// whose version agrees; otherwise it starts one.
#pragma once

#include "inventory/signature_index.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace offramp {

// Hits that are believed to speak of one installation.
struct Cluster {
    const Product* product = nullptr;   // the most precise one any hit named
    std::vector<Hit> hits;
    std::string version;
    std::set<std::string> identities;             // product codes and names registered entries are linked by
    std::set<std::string, std::less<>> folders;   // where its entries say it is installed, folded, with a last slash
};

// A product nothing stands above: the vendor as a whole, or a product of its own kind.
[[nodiscard]] bool isRoot(const Product& product);

// A kernel driver may stay behind for years; a service or a running program is a product at work.
[[nodiscard]] bool isWorkingPart(EvidenceKind kind);

[[nodiscard]] std::vector<Cluster> groupHits(std::vector<Hit> hits, const SignatureIndex& index);

}   // namespace offramp
