#include "catalog/built_in_catalog.h"

#include "catalog/catalog_reader.h"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <exception>
#include <memory>
#include <utility>

namespace offramp {

namespace {

template <class T, class Read> Result<T> withBytes(std::string_view bytes, Read read)
{
    try {
        return read(openBytes(bytes));
    } catch (const std::exception& damage) {
        return fail(ErrorCode::malformed,
                    fmt::format("the built-in catalog is damaged ({}); get the program again", damage.what()));
    }
}

}   // namespace

Result<Catalog> loadBuiltInCatalog(std::string_view bytes)
{
    return withBytes<Catalog>(
        bytes, [](const std::unique_ptr<SQLite::Database>& database) { return readCatalog(*database, {}); });
}

Result<Catalog> openBuiltInCatalog(std::string_view bytes)
{
    return withBytes<Catalog>(
        bytes, [](std::unique_ptr<SQLite::Database> database) { return openCatalog(std::move(database), {}); });
}

Result<CatalogInfo> readBuiltInCatalogInfo(std::string_view bytes)
{
    return withBytes<CatalogInfo>(
        bytes, [](const std::unique_ptr<SQLite::Database>& database) { return readInfo(*database, {}); });
}

}   // namespace offramp
