// CatalogStore: the runtime's only view of what we know. Reads catalog.db and nothing else.
//
// The file is opened read-only and immutable, with trusted_schema off and cell_size_check on, and is treated as
// foreign bytes: a file that is not a catalog, is damaged or is newer than this program understands is an Error with
// a sentence that says what to do, never a crash.
#pragma once

#include "base/result.h"
#include "catalog/recipe_list.h"
#include "catalog/replacement_list.h"
#include "domain/product.h"
#include "domain/recommendation.h"
#include "domain/timeline.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace offramp {

// The schema this program reads. Raised when a reader of the old schema would misunderstand the new one.
inline constexpr int catalogSchemaVersion = 1;

class ProductLibrary;   // catalog/product_library.h

struct CatalogInfo {
    int schemaVersion = 0;
    long serial = 0;   // rises with every published catalog
    Instant issuedAt{};
    Instant expiresAt{};
    Day factsAsOf;   // the day the facts were last checked
    std::filesystem::path file;
    std::vector<Reason> notices;   // what a person should know about why this one
                                   // is in use; mostly empty
};

struct Catalog {
    CatalogInfo info;
    std::vector<Vendor> vendors;
    std::map<std::string, Product> products;   // by id; empty when `library` is set
    std::shared_ptr<const ProductLibrary> library;
    Timeline timeline;
    std::vector<Feature> features;
    std::vector<ProductNeeds> productNeeds;
    ReplacementList replacements;   // by id
    RecipeList recipes;             // by product; none in a catalog older than they are
};

// Everything, every row checked.
[[nodiscard]] Result<Catalog> loadCatalog(const std::filesystem::path& file);
// The same without the products, which are looked up in the file when evidence
// asks for them, and the replacements and recipes, which are read when somebody
// looks at one: takes the same time however many there are. The file stays
// open as long as the library lives.
[[nodiscard]] Result<Catalog> openCatalog(const std::filesystem::path& file);
[[nodiscard]] std::size_t productCount(const Catalog& catalog);
// Only the meta table; fast.
[[nodiscard]] Result<CatalogInfo> readCatalogInfo(const std::filesystem::path& file);

// Where the catalog is looked for: the given path if not empty, then beside the program, then the installed data
// folder. The first that exists.
[[nodiscard]] Result<std::filesystem::path> findCatalog(const std::filesystem::path& explicitFile,
                                                        const std::filesystem::path& programFolder);

}   // namespace offramp
