#include "removal/verifier.h"

#include "base/vocabulary.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr Words<RemovalResult, 4> resultWords{{
    {RemovalResult::removed, "removed"},
    {RemovalResult::leftovers, "leftovers"},
    {RemovalResult::couldNotTell, "couldNotTell"},
    {RemovalResult::stillPresent, "stillPresent"},
}};

// Whether `product` is `kind` or a kind of it.
bool isA(const std::map<std::string, Product>& products, std::string product, std::string_view kind)
{
    for (std::size_t steps = 0; !product.empty() && steps <= products.size(); ++steps) {
        if (product == kind) {
            return true;
        }
        const auto found = products.find(product);
        product = found == products.end() ? std::string() : found->second.parent;
    }
    return false;
}

// A half-removed product may only be recognized as its line, and a line as one of its products.
bool areRelated(const std::map<std::string, Product>& products, const std::string& left, const std::string& right)
{
    return isA(products, left, right) || isA(products, right, left);
}

}   // namespace

std::string_view toString(RemovalResult result)
{
    return wordFor(resultWords, result);
}

VerificationResult verify(const RemovalPlan& plan, const LookedAgain& seen)
{
    VerificationResult answer;
    for (const Step& step : plan.steps) {
        const bool known = std::any_of(answer.products.begin(), answer.products.end(),
                                       [&](const ProductResult& product) { return product.product == step.product; });
        if (step.product.empty() || known) {
            continue;
        }
        ProductResult product;
        product.product = step.product;
        product.name = step.subject;
        product.result = seen.conclusive ? RemovalResult::removed : RemovalResult::couldNotTell;
        for (const Installation& installation : seen.installations) {
            const bool leftover = installation.state == InstallationState::leftover;
            if (!areRelated(seen.products, installation.productId, step.product)) {
                continue;
            }
            // What was found only as traces, while the list of programs was not read, may well be installed.
            product.result = std::max(product.result, !leftover         ? RemovalResult::stillPresent
                                                      : seen.conclusive ? RemovalResult::leftovers
                                                                        : RemovalResult::couldNotTell);
            product.evidence.insert(product.evidence.end(), installation.evidence.begin(), installation.evidence.end());
        }
        answer.products.push_back(std::move(product));
    }
    answer.result = seen.conclusive ? RemovalResult::removed : RemovalResult::couldNotTell;
    for (const ProductResult& product : answer.products) {
        answer.result = std::max(answer.result, product.result);
    }
    return answer;
}

}   // namespace offramp
