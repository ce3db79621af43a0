// Signatures: patterns that are written right, and none that two unrelated products claim.
#include "catalog/compiler/check_context.h"

#include "catalog/catalog_words.h"
#include "domain/evidence.h"
#include "domain/product.h"

#include <fmt/format.h>
#include <tuple>

namespace offramp::compiler {

namespace {

// One combination of conditions a signature stands for: a kind and one pattern of each list that is given.
using Claim =
    std::tuple<std::string, std::string, std::string, std::string, std::string>;   // kind, id, name, path, publisher

struct Claimant {
    std::string product;
    std::string place;   // "products/home.json: products[2].signatures[0]"
};

using Parents = std::map<std::string, std::string>;   // product id → parent id

constexpr std::size_t mostClaims = 20'000;

// The list, or one empty text when there is no such condition.
std::vector<std::string> alternatives(const Node& list)
{
    auto texts = list.texts();
    if (texts.empty()) {
        texts.emplace_back();
    }
    return texts;
}

class Claims {
public:
    Claims(CheckContext& context, Parents parents) : m_context(context), m_parents(std::move(parents)) {}

    void take(const Node& signature, const std::string& product, const std::string& vendor)
    {
        const auto kinds = signature["kinds"].texts();
        const auto ids = alternatives(signature["ids"]);
        const auto names = alternatives(signature["names"]);
        const auto paths = alternatives(signature["paths"]);
        if (kinds.size() * ids.size() * names.size() * paths.size() > mostClaims) {
            m_context.complain(signature, fmt::format("stands for more than {} combinations; split it", mostClaims));
            return;
        }
        // A rule about the publisher asks for this vendor's name, so two vendors never claim the same.
        const auto written = signature["publisher"].isText() ? signature["publisher"].text() : "vendorOrUnknown";
        const auto publisher = written == "any" ? written : fmt::format("{} of {}", written, vendor);
        const Claimant claimant{product, fmt::format("{}: {}", signature.file(), signature.path())};
        for (const auto& kind : kinds) {
            for (const auto& id : ids) {
                for (const auto& name : names) {
                    for (const auto& path : paths) {
                        takeOne(signature, {kind, id, name, path, publisher}, claimant);
                    }
                }
            }
        }
    }

private:
    void takeOne(const Node& signature, const Claim& claim, const Claimant& claimant)
    {
        auto& claimants = m_claims[claim];
        for (const auto& earlier : claimants) {
            // The same pattern twice in one list is said by another check. Evidence of a line is also evidence of its
            // members: between a product and its ancestor the more specific one counts.
            const bool allowed = earlier.place == claimant.place || isAncestor(earlier.product, claimant.product)
                                 || isAncestor(claimant.product, earlier.product);
            if (!allowed) {
                complain(signature, claim, claimant, earlier);
                return;
            }
        }
        claimants.push_back(claimant);
    }

    [[nodiscard]] bool isAncestor(const std::string& ancestor, const std::string& product) const
    {
        auto climbing = m_parents.find(product);
        for (std::size_t steps = 0; climbing != m_parents.end() && steps < deepestParents; ++steps) {
            if (climbing->second == ancestor) {
                return true;
            }
            climbing = m_parents.find(climbing->second);
        }
        return false;
    }

    void complain(const Node& signature, const Claim& claim, const Claimant& claimant, const Claimant& earlier)
    {
        std::string what = std::get<0>(claim);
        for (const auto& pattern : {std::get<1>(claim), std::get<2>(claim), std::get<3>(claim)}) {
            what += pattern.empty() ? "" : fmt::format(" \"{}\"", pattern);
        }
        if (earlier.product == claimant.product) {
            m_context.complain(signature,
                               fmt::format("{} is already a signature of this product ({})", what, earlier.place));
        } else {
            m_context.complain(signature, fmt::format("{} is claimed by {} and by {} ({})", what, claimant.product,
                                                      earlier.product, earlier.place));
        }
    }

    CheckContext& m_context;
    Parents m_parents;
    std::map<Claim, std::vector<Claimant>> m_claims;
};

void checkSignature(CheckContext& context, const Node& signature)
{
    for (const auto& kind : signature["kinds"].items()) {
        context.checkWord(kind, evidenceKindFromString);
    }
    context.mustNotRepeat(signature["kinds"]);
    context.checkWord(signature["publisher"], publisherRuleFromString);
    context.checkWord(signature["shows"], showsFromString);
    context.checkWord(signature["strength"], confidenceFromString);
    context.checkSource(signature["source"], CheckContext::Address::mayLack);
    // "*" alone says "whatever it is called", which only means something when the publisher must be the vendor.
    const auto width =
        signature["publisher"].text() == "vendor" ? CheckContext::Width::any : CheckContext::Width::narrow;
    context.checkPatterns(signature["ids"], CheckContext::PatternOf::name, width);
    context.checkPatterns(signature["names"], CheckContext::PatternOf::name, width);
    context.checkPatterns(signature["paths"], CheckContext::PatternOf::path, width);
    const bool saysSomething =
        !signature["ids"].items().empty() || !signature["names"].items().empty() || !signature["paths"].items().empty();
    if (!saysSomething) {
        context.complain(signature, "needs ids, names or paths");
    }
}

}   // namespace

void checkSignatures(CheckContext& context)
{
    Parents parents;
    for (const auto& family : context.filesIn("products/")) {
        for (const auto& product : family["products"].items()) {
            parents.emplace(product["id"].text(), product["parent"].text());
        }
    }
    Claims claims(context, std::move(parents));
    for (const auto& family : context.filesIn("products/")) {
        for (const auto& product : family["products"].items()) {
            for (const auto& signature : product["signatures"].items()) {
                checkSignature(context, signature);
                claims.take(signature, product["id"].text(), family["vendor"].text());
            }
        }
    }
}

}   // namespace offramp::compiler
