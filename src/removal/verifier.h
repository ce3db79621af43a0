// The verifier: whether what a plan was for came about, from the same check run again. Pure; it is handed what was
// seen.
#pragma once

#include "domain/installation.h"
#include "domain/plan.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// What a check found. `conclusive`: every essential place was read.
struct LookedAgain {
    const std::vector<Installation>& installations;
    const std::map<std::string, Product>& products;   // of the installations, with what these are kinds of; by id
    bool conclusive = false;
};

// Better first. Only a conclusive check says `removed` or `leftovers`.
enum class RemovalResult { removed, leftovers, couldNotTell, stillPresent };
[[nodiscard]] std::string_view toString(RemovalResult result);

struct ProductResult {
    std::string product;
    std::string name;
    RemovalResult result = RemovalResult::couldNotTell;
    std::vector<MatchedEvidence> evidence;   // of what is still there, or was left

    friend bool operator==(const ProductResult& left, const ProductResult& right)
    {
        return left.product == right.product && left.name == right.name && left.result == right.result;
    }
};

struct VerificationResult {
    RemovalResult result = RemovalResult::couldNotTell;   // the worst of them
    std::vector<ProductResult> products;                  // in the order of the plan
};

[[nodiscard]] VerificationResult verify(const RemovalPlan& plan, const LookedAgain& seen);

}   // namespace offramp
