// The catalog inside the program, so that a program can be one file.
#pragma once

#include "catalog/catalog_store.h"

#include <string_view>

namespace offramp {

// The bytes of the catalog.db this program was built with; empty when it was
// built to find it as a file. They live as long as the program. Only the
// programs people start have this function (resources/CMakeLists.txt): the
// compiler that makes the catalog cannot carry it.
[[nodiscard]] std::string_view builtInCatalog();

// As loadCatalog, openCatalog and readCatalogInfo of a file with these bytes,
// without a file: CatalogInfo::file is empty.
[[nodiscard]] Result<Catalog> loadBuiltInCatalog(std::string_view bytes);
[[nodiscard]] Result<Catalog> openBuiltInCatalog(std::string_view bytes);
[[nodiscard]] Result<CatalogInfo> readBuiltInCatalogInfo(std::string_view bytes);

}   // namespace offramp
