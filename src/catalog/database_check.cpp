// examineDatabase(): the last gate before a signed database is installed.
#include "catalog/catalog_reader.h"
#include "catalog/catalog_rows.h"
#include "catalog/catalog_updater.h"

#include <exception>
#include <string>

namespace offramp {

namespace {

// SQLite's own look at every page; "ok" or what is wrong.
std::string integrityOf(const SQLite::Database& database)
{
    CatalogRows rows(database, "integrity_check", "PRAGMA integrity_check(1)");
    return rows.next() ? rows.text(0) : "no answer";
}

}   // namespace

Accepted<CatalogInfo> examineDatabase(std::string_view bytes, std::int64_t serial)
{
    const auto damaged = [&](const std::string& what) {
        return refuse(ReasonCode::updateDamaged, {std::to_string(serial), what});
    };
    try {
        const auto database = openBytes(bytes);
        if (const std::string integrity = integrityOf(*database); integrity != "ok") {
            return damaged(integrity);
        }
        const auto catalog = readCatalog(*database, "catalog.db");
        if (!catalog) {
            return catalog.error().code == ErrorCode::unsupported
                       ? refuse(ReasonCode::updateNeedsNewerProgram, {std::to_string(serial)})
                       : damaged(catalog.error().context);
        }
        if (catalog->info.serial != serial) {
            return refuse(ReasonCode::updateWrongContent, {std::to_string(serial)});
        }
        return catalog->info;
    } catch (const std::exception& exception) {
        return damaged(exception.what());
    }
}

}   // namespace offramp
