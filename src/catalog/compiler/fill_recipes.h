// The tables of recipes. Private to the catalog compiler.
#pragma once

#include "catalog/compiler/catalog_source.h"
#include "catalog/compiler/node.h"

#include <SQLiteCpp/Database.h>
#include <cstddef>
#include <functional>

namespace offramp::compiler {

// Returns how many there are, and counts the leftovers in `rules`. `sourceOf`: the number of a source link; those of
// recipes are among the first `lastSource`.
std::size_t writeRecipes(const CatalogSource& source, SQLite::Database& database,
                         const std::function<std::size_t(const Node&)>& sourceOf, std::size_t lastSource,
                         std::size_t& rules);

}   // namespace offramp::compiler
