// Writes catalog.db from a source that checkCatalog found nothing wrong with.
#pragma once

#include "base/result.h"
#include "catalog/compiler/catalog_source.h"

#include <SQLiteCpp/Database.h>
#include <cstddef>
#include <filesystem>

namespace offramp::compiler {

struct CatalogCounts {
    std::size_t sources = 0, vendors = 0, products = 0, signatures = 0, events = 0, features = 0, needs = 0,
                replacements = 0, recipes = 0, leftoverRules = 0;
};

// The same source gives the same bytes (with the same SQLite). The file appears complete or not at all: it is written
// beside `output`, checked, loaded once the way the program does, and renamed.
[[nodiscard]] Result<CatalogCounts> writeCatalog(const CatalogSource& source, const std::filesystem::path& output);

// Creates and fills the tables of an empty database. Throws the SQLite wrapper's exceptions.
CatalogCounts fillCatalog(const CatalogSource& source, SQLite::Database& database);

}   // namespace offramp::compiler
