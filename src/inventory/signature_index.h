// SignatureIndex: finds the catalog signature that speaks for one piece of evidence.
//
// Patterns without wildcards are looked up by hash and patterns with a literal beginning by their first bytes, so the
// time per piece of evidence hardly depends on how many signatures the catalog has.
#pragma once

#include "base/pattern.h"
#include "domain/evidence.h"
#include "domain/installation.h"
#include "domain/product.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace offramp {

// A signature that matched.
struct Hit {
    const Evidence* evidence = nullptr;
    const Product* product = nullptr;
    const Signature* signature = nullptr;
    Confidence confidence = Confidence::notSure;   // the signature's strength, capped by how well it is verified
    bool verified = false;                         // whether anybody read the fact it rests on
    std::string version;                           // of the evidence, else what the pattern's '#' stood for
    Reason reason;
};

class SignatureIndex {
public:
    // Both must outlive the index.
    SignatureIndex(const std::map<std::string, Product>& products, const std::vector<Vendor>& vendors);

    // The best hit: a more specific product beats the one it is a kind of; then identifier before name before path,
    // then the longer literal pattern.
    [[nodiscard]] std::optional<Hit> find(const Evidence& evidence) const;

    [[nodiscard]] const Product* product(const std::string& id) const;
    // True when `ancestor` is `product` itself or above it.
    [[nodiscard]] bool isSameOrAbove(const Product& ancestor, const Product& product) const;
    // Steps to the root; 0 for a product without a parent.
    [[nodiscard]] std::size_t depth(const Product& product) const;

private:
    enum class Field { path, name, id };   // later fields say more
    struct Entry {
        Pattern pattern;
        Field field;
        std::size_t rule;
    };
    struct Rule {
        const Product* product;
        const Signature* signature;
        const Vendor* vendor;            // may be null for products nobody in particular makes
        std::vector<Entry> conditions;   // the fields that are not indexed
    };
    struct Shelf {
        std::unordered_map<std::string, std::vector<std::size_t>> exact;
        std::unordered_map<std::string, std::vector<std::size_t>> byPrefix;
        std::vector<std::size_t> others;
    };
    struct CompiledVendor {
        std::vector<Pattern> publishers;
        std::vector<Pattern> pathRoots;
    };
    struct Folded;

    void addRule(const Product& product, const Signature& signature, const Vendor* vendor);
    void shelve(EvidenceKind kind, std::size_t entry);
    [[nodiscard]] bool publisherAllows(const Rule& rule, const Folded& folded) const;
    void collect(const Shelf& shelf, Field field, const Folded& folded,
                 std::vector<std::pair<Hit, std::size_t>>& hits) const;

    static constexpr std::size_t prefixLength = 3;
    static constexpr std::size_t kindCount = 24;

    const std::map<std::string, Product>& m_products;
    std::map<std::string, CompiledVendor> m_vendors;
    std::vector<Rule> m_rules;
    std::vector<Entry> m_entries;
    std::array<std::array<Shelf, 3>, kindCount> m_shelves;   // by kind, then field
};

}   // namespace offramp
