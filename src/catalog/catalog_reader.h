// The tables of catalog.db as domain values. Private to the catalog module; throws CatalogDamage and the SQLite
// wrapper's exceptions, which catalog_store.cpp turns into an Error.
#pragma once

#include "catalog/catalog_rows.h"
#include "catalog/catalog_store.h"

#include <SQLiteCpp/Database.h>
#include <memory>
#include <string_view>

namespace offramp {

// Limits and switches for a database nobody vouches for. Called before the first statement.
void restrictDatabase(SQLite::Database& database);

// The bytes of a database, which must outlive it; restricted. Nothing is written to them.
[[nodiscard]] std::unique_ptr<SQLite::Database> openBytes(std::string_view bytes);

// Checks that it is a catalog, of a schema this program reads, and reads its head. `file` is only carried along.
[[nodiscard]] Result<CatalogInfo> readInfo(SQLite::Database& database, const std::filesystem::path& file);
// Everything.
[[nodiscard]] Result<Catalog> readCatalog(SQLite::Database& database, const std::filesystem::path& file);

// Everything but the products and replacements, which are read later:
// Catalog::library is set. Takes the database.
[[nodiscard]] Result<Catalog> openCatalog(std::unique_ptr<SQLite::Database> database,
                                          const std::filesystem::path& file);
// What a catalog says about its recipes; not known for one that is older than they are.
struct RecipeHead {
    bool known = false;
    std::size_t recipes = 0;
    std::size_t rules = 0;
    std::int64_t lastSource = 0;
};
[[nodiscard]] RecipeHead readRecipeHead(const SQLite::Database& database);

// The library alone. Reads how the products are found; the sources every part
// of the catalog shares are given.
[[nodiscard]] std::shared_ptr<const ProductLibrary> openLibrary(std::unique_ptr<SQLite::Database> database,
                                                                const Catalog& catalog, std::size_t products,
                                                                std::size_t replacements, const RecipeHead& recipes);

// That how products are found is whole and leads to every product with
// signatures.
void checkAnchors(const SQLite::Database& database, const Catalog& whole);

// Keeps SQLite from running on behalf of the file for ever, as long as it
// lives.
class BudgetGuard {
public:
    explicit BudgetGuard(SQLite::Database& database);
    ~BudgetGuard();
    BudgetGuard(const BudgetGuard&) = delete;
    BudgetGuard& operator=(const BudgetGuard&) = delete;

private:
    sqlite3* m_handle;
    int m_left;
};

using Sources = std::vector<SourceLink>;   // by id - 1

// How many sources stand first: those of everything that is read when a catalog is opened, and these with those of the
// replacements.
struct AnchorHead {
    std::int64_t shared = 0;
    std::int64_t early = 0;
};
[[nodiscard]] AnchorHead readAnchorHead(const SQLite::Database& database);

// `most`: only the first of them.
[[nodiscard]] Sources readSources(const SQLite::Database& database, std::int64_t most);
[[nodiscard]] SourceLink sourceFrom(const CatalogRows& rows);   // columns url, title, citation, verification from 1
void readVendors(const SQLite::Database& database, Catalog& catalog);
void readProducts(const SQLite::Database& database, const Sources& sources, Catalog& catalog);

// One row of a query for these columns, everything but the source links.
inline constexpr std::string_view productColumns =
    "id, parent, vendor, family, name, about, role, segment, holds_passwords, "
    "holds_vaults, us_status, us_basis, "
    "us_source, arrived_by, source";
inline constexpr int productUsSource = 12;
inline constexpr int productSource = 14;
[[nodiscard]] Product productFrom(const CatalogRows& rows, const std::vector<Vendor>& vendors);
inline constexpr std::string_view signatureColumns = "id, product, publisher, shows, strength, version_hint, source";
[[nodiscard]] Signature signatureFrom(const CatalogRows& rows, const SourceLink& source);
// Column 1 is the pattern.
void addPattern(const CatalogRows& rows, Signature& signature, std::vector<std::string> Signature::*list);
void mustBeComplete(const std::string& product, const Signature& signature);

void readTimeline(const SQLite::Database& database, const Sources& sources, Catalog& catalog);
void readFeatures(const SQLite::Database& database, const Sources& sources, Catalog& catalog);
// `head`: the catalog's info and features.
[[nodiscard]] std::vector<Replacement> readReplacements(const SQLite::Database& database, const Sources& sources,
                                                        const Catalog& head);

// `sources`: at least the first `head.lastSource`.
[[nodiscard]] std::vector<Recipe> readRecipes(const SQLite::Database& database, const RecipeHead& head,
                                              const Sources& sources);

}   // namespace offramp
