// Everything that must be true of the catalog's source before a database is written from it.
#pragma once

#include "catalog/compiler/catalog_source.h"
#include "catalog/compiler/json_schema.h"
#include "catalog/compiler/problems.h"

namespace offramp::compiler {

// Every file against its schema, then the meaning of all files together: ids are unique and lead somewhere, dates
// make sense, words are known, links are clean, patterns are folded and belong to one product. Adds all problems.
// A source without problems can be written and loaded.
void checkCatalog(const CatalogSource& source, Problems& problems);
// The same with schemas that were read before, for callers that check many sources.
void checkCatalog(const CatalogSource& source, const JsonSchemas& schemas, Problems& problems);

}   // namespace offramp::compiler
