#include "catalog/built_in_catalog.h"

#include "catalog/catalog_reader.h"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <exception>
#include <memory>
#include <utility>

namespace offramp {

namespace {

template <class T, class Read> Result<T> withBytes(std::string_view bytes, Read read)
{
    try {
        auto database = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        // SQLite asks for memory it may write to, and does not write to it when it
        // is told so.
        auto* start = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(bytes.data()));
        const auto size = static_cast<sqlite3_int64>(bytes.size());
        if (sqlite3_deserialize(database->getHandle(), "main", start, size, size, SQLITE_DESERIALIZE_READONLY)
            != SQLITE_OK) {
            return fail(ErrorCode::io,
                        fmt::format("the built-in catalog cannot be read ({})", database->getErrorMsg()));
        }
        restrictDatabase(*database);   // only now: it also forbids the way the bytes came in
        return read(std::move(database));
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
