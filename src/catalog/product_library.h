// ProductLibrary: products that are looked up when evidence asks for them, and
// replacements that are read when somebody wants to see them, so that opening a
// catalog does not take longer the more it holds, nor checking a machine the
// more products there are. Why: docs/decisions/0009.
#pragma once

#include "base/result.h"
#include "catalog/anchors.h"
#include "domain/evidence.h"
#include "domain/product.h"
#include "domain/recipe.h"
#include "domain/recommendation.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace offramp {

// What a look-up found out about one snapshot.
struct Concerned {
    std::map<std::string, Product> products;   // by id
    // Of the snapshot, which must outlive this, in its order. Whatever is not in the list no rule can match, so a
    // matcher need not look at it again.
    std::vector<const Evidence*> evidence;
};

// What every rule asks for, in memory: for whoever has to look at millions of rows (catalog/anchors.h).
struct AnchorTable {
    std::array<std::array<AnchorShapes, anchorFieldCount>, evidenceKindCount> shapes{};   // by kind, then field
    std::vector<std::uint64_t> anchors;                                                   // sorted, each once
};

class ProductLibrary {
public:
    virtual ~ProductLibrary() = default;

    // How many products there are.
    [[nodiscard]] virtual std::size_t size() const = 0;

    // Every product one of whose rules can match this evidence, and everything
    // these are kinds of. It may hold others too, so matching with the result
    // gives what matching with all products gives. A place of the file
    // that cannot be read is an Error, never a product less. May be called from
    // any thread.
    [[nodiscard]] virtual Result<Concerned> concerning(const HostSnapshot& snapshot) const = 0;

    // Every anchor: whatever has none of them, no rule can match. The same promise about damage.
    [[nodiscard]] virtual Result<AnchorTable> anchors() const = 0;

    // Every replacement, by id, with the same promise about damage.
    [[nodiscard]] virtual Result<std::vector<Replacement>> replacements() const = 0;

    // Every recipe, by product, likewise.
    [[nodiscard]] virtual Result<std::vector<Recipe>> recipes() const = 0;
};

}   // namespace offramp
