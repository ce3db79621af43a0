// The meaning of products/: families, parents, words and sources.
#include "catalog/compiler/check_context.h"

#include "catalog/catalog_words.h"
#include "domain/evidence.h"
#include "domain/product.h"

#include <fmt/format.h>

namespace offramp::compiler {

namespace {

void checkProduct(CheckContext& context, const Node& product)
{
    context.mustName(product["parent"], "product", context.products);
    context.mustName(product["arrivedBy"], "event", context.events);
    context.checkWord(product["role"], productRoleFromString);
    context.checkWordOf(product["segment"], productSegmentWords);
    for (const auto& platform : product["platforms"].items()) {
        context.checkWord(platform, osFamilyFromString);
    }
    context.mustNotRepeat(product["platforms"]);
    for (const auto& feature : product["features"].items()) {
        context.mustName(feature, "feature", context.features);
    }
    context.mustNotRepeat(product["features"]);
    context.checkWord(product["us"]["status"], usStatusFromString);
    context.checkWord(product["us"]["basis"], usBasisFromString);
    context.checkSource(product["us"]["source"]);
    context.checkSource(product["source"], CheckContext::Address::mayLack);
    const bool foreign = product["us"]["status"].text() == "notCovered";
    if (foreign != (product["us"]["basis"].text() == "notKaspersky") && product["us"]["basis"].isText()) {
        context.complain(product["us"], "status notCovered and basis notKaspersky belong together");
    }
}

// Follows every product up to its root.
void checkParents(CheckContext& context, const std::map<std::string, Node>& products)
{
    for (const auto& [id, product] : products) {
        std::set<std::string> passed{id};
        std::string way = id;
        auto parent = product["parent"].text();
        while (!parent.empty()) {
            way += " → " + parent;
            if (!passed.insert(parent).second) {
                // Said once, at the product that is part of the circle.
                if (parent == id) {
                    context.complain(product["parent"], fmt::format("is its own ancestor: {}", way));
                }
                break;
            }
            if (passed.size() > deepestParents + 1) {
                context.complain(product["parent"], fmt::format("stands more than {} levels deep", deepestParents));
                break;
            }
            const auto found = products.find(parent);
            parent = found == products.end() ? std::string{} : found->second["parent"].text();
        }
    }
}

}   // namespace

void checkProducts(CheckContext& context)
{
    std::map<std::string, Node> products;
    for (const auto& family : context.filesIn("products/")) {
        if (const auto name = family["family"];
            name.isText() && family.file() != fmt::format("products/{}.json", name.text())) {
            context.complain(name, "must be the name of the file");
        }
        context.mustName(family["vendor"], "vendor", context.vendors);
        for (const auto& product : family["products"].items()) {
            checkProduct(context, product);
            products.emplace(product["id"].text(), product);
        }
    }
    checkParents(context, products);
}

}   // namespace offramp::compiler
