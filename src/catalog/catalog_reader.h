// The tables of catalog.db as domain values. Private to the catalog module; throws CatalogDamage and the SQLite
// wrapper's exceptions, which catalog_store.cpp turns into an Error.
#pragma once

#include "catalog/catalog_store.h"

#include <SQLiteCpp/Database.h>

namespace offramp {

// Limits and switches for a database nobody vouches for. Called before the first statement.
void restrictDatabase(SQLite::Database& database);

// Checks that it is a catalog, of a schema this program reads, and reads its head. `file` is only carried along.
[[nodiscard]] Result<CatalogInfo> readInfo(SQLite::Database& database, const std::filesystem::path& file);
// Everything.
[[nodiscard]] Result<Catalog> readCatalog(SQLite::Database& database, const std::filesystem::path& file);

using Sources = std::vector<SourceLink>;   // by id - 1

[[nodiscard]] Sources readSources(const SQLite::Database& database);
void readVendors(const SQLite::Database& database, Catalog& catalog);
void readProducts(const SQLite::Database& database, const Sources& sources, Catalog& catalog);
void readTimeline(const SQLite::Database& database, const Sources& sources, Catalog& catalog);
void readFeatures(const SQLite::Database& database, const Sources& sources, Catalog& catalog);
void readReplacements(const SQLite::Database& database, const Sources& sources, Catalog& catalog);

}   // namespace offramp
