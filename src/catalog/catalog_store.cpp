#include "catalog/catalog_store.h"

#include "base/utf8_path.h"
#include "catalog/catalog_reader.h"
#include "catalog/catalog_rows.h"
#include "catalog/catalog_words.h"
#include "catalog/product_library.h"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <sqlite3.h>
#include <system_error>
#include <utility>

namespace offramp {

namespace {

constexpr std::uintmax_t largestFile = 256u * 1024 * 1024;

// Steps of SQLite's virtual machine between two looks at the budget, and how many looks until it is spent. Loading
// today's catalog takes under a million steps; a file built to keep the program busy is stopped after about a second.
constexpr int stepsBetweenLooks = 100'000;
constexpr int looks = 500;

// SQLite takes options only in a URI. `immutable` promises that nobody writes
// while we read: no lock files are made, so the catalog may lie where this
// account cannot write.
std::string immutableUri(const std::filesystem::path& file)
{
    std::string uri = "file://";
    const auto path = pathToUtf8(std::filesystem::absolute(file).generic_u8string());
    if (!path.starts_with('/')) {
        uri += '/';   // a drive letter
    }
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/'
                           || c == '.' || c == '-' || c == '_' || c == ':';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return uri + "?immutable=1";
}

std::int64_t pragma(const SQLite::Database& database, const std::string& name)
{
    CatalogRows rows(database, name, "PRAGMA " + name);
    return rows.next() ? rows.integer(0) : 0;
}

struct Counts {
    std::size_t sources = 0, vendors = 0, products = 0, signatures = 0, events = 0, features = 0, needs = 0,
                replacements = 0;

    friend bool operator==(const Counts&, const Counts&) = default;
};

// What the compiler counted when it wrote the file.
Counts readCounts(const SQLite::Database& database)
{
    CatalogRows rows(database, "meta",
                     "SELECT source_count, vendor_count, product_count, signature_count, event_count, feature_count, "
                     "needs_count, replacement_count FROM meta WHERE id = 1");
    if (!rows.next()) {
        throw CatalogDamage("table meta is empty");
    }
    const auto count = [&](int column) {
        const auto value = rows.integer(column);
        if (value < 0) {
            rows.damaged(column, "is not a count");
        }
        return static_cast<std::size_t>(value);
    };
    return {count(0), count(1), count(2), count(3), count(4), count(5), count(6), count(7)};
}

Counts countsOf(const Catalog& catalog, const Sources& sources)
{
    Counts counts{sources.size(),
                  catalog.vendors.size(),
                  catalog.products.size(),
                  0,
                  catalog.timeline.events.size(),
                  catalog.features.size(),
                  catalog.productNeeds.size(),
                  catalog.replacements.size()};
    for (const auto& [id, product] : catalog.products) {
        counts.signatures += product.signatures.size();
    }
    return counts;
}

std::string reinstallAdvice(const std::filesystem::path& file, std::string_view what)
{
    return fmt::format("the catalog {} {}; install the program again or choose another catalog", pathToUtf8(file),
                       what);
}

// Opens the file and hands it to `read`; whatever goes wrong comes back as an Error.
template <class T, class Read> Result<T> withDatabase(const std::filesystem::path& file, Read read)
{
    try {
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) {
            return fail(ErrorCode::notFound, reinstallAdvice(file, "is missing"), error.value());
        }
        const auto size = std::filesystem::file_size(file, error);
        if (error) {
            return fail(ErrorCode::io, reinstallAdvice(file, "cannot be read"), error.value());
        }
        if (size > largestFile) {
            return fail(ErrorCode::tooLarge, reinstallAdvice(file, "is far larger than a catalog can be"));
        }
        auto database = std::make_unique<SQLite::Database>(immutableUri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI
                                                                                   | SQLite::OPEN_NOMUTEX);
        restrictDatabase(*database);
        return read(std::move(database), file);
    } catch (const CatalogDamage& damage) {
        return fail(ErrorCode::malformed, reinstallAdvice(file, fmt::format("is damaged ({})", damage.what())));
    } catch (const SQLite::Exception& exception) {
        const auto what = fmt::format("cannot be read ({})", exception.what());
        switch (exception.getErrorCode()) {
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH: return fail(ErrorCode::accessDenied, reinstallAdvice(file, what));
        case SQLITE_IOERR: return fail(ErrorCode::io, reinstallAdvice(file, what));
        default: return fail(ErrorCode::malformed, reinstallAdvice(file, what));
        }
    } catch (const std::exception& exception) {
        return fail(ErrorCode::io, reinstallAdvice(file, fmt::format("cannot be read ({})", exception.what())));
    }
}

}   // namespace

BudgetGuard::BudgetGuard(SQLite::Database& database) : m_handle(database.getHandle()), m_left(looks)
{
    sqlite3_progress_handler(
        m_handle, stepsBetweenLooks, [](void* left) { return (*static_cast<int*>(left))-- <= 0 ? 1 : 0; }, &m_left);
}

BudgetGuard::~BudgetGuard()
{
    sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
}

void restrictDatabase(SQLite::Database& database)
{
    sqlite3* handle = database.getHandle();
    sqlite3_extended_result_codes(handle, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 16 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 64);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 64);
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 2);
    sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 25'000);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA query_only = ON");
    database.exec("PRAGMA mmap_size = 0");   // a file that shrinks while mapped would end the program
}

std::unique_ptr<SQLite::Database> openBytes(std::string_view bytes)
{
    auto database = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    // SQLite asks for memory it may write to, and does not write to it when it is told so.
    auto* start = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(bytes.data()));
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(database->getHandle(), "main", start, size, size, SQLITE_DESERIALIZE_READONLY)
        != SQLITE_OK) {
        throw CatalogDamage("it is not a database");
    }
    restrictDatabase(*database);   // only now: it also forbids the way the bytes came in
    return database;
}

Result<CatalogInfo> readInfo(SQLite::Database& database, const std::filesystem::path& file)
{
    const BudgetGuard budget(database);
    if (pragma(database, "application_id") != catalogApplicationId) {
        return fail(ErrorCode::malformed, reinstallAdvice(file, "is not an Offramp catalog"));
    }
    const auto version = pragma(database, "user_version");
    if (version > catalogSchemaVersion) {
        return fail(ErrorCode::unsupported, fmt::format("the catalog {} is made for a newer Offramp (its "
                                                        "schema is {}, this program reads {}); "
                                                        "update Offramp or choose an older catalog",
                                                        pathToUtf8(file), version, catalogSchemaVersion));
    }
    CatalogRows foreign(database, "sqlite_schema",
                        "SELECT type FROM sqlite_schema WHERE type NOT IN ('table', 'index') "
                        "OR sql LIKE 'CREATE VIRTUAL%'");
    if (foreign.next()) {
        throw CatalogDamage("it holds more than tables");
    }
    CatalogRows rows(database, "meta",
                     "SELECT schema_version, serial, issued, expires, facts_as_of FROM meta WHERE id = 1");
    if (!rows.next()) {
        throw CatalogDamage("table meta is empty");
    }
    CatalogInfo info;
    if (rows.integer(0) != version || version < 1) {
        rows.damaged(0, "is not the version in the head of the file");
    }
    info.schemaVersion = static_cast<int>(version);
    const auto serial = rows.integer(1);
    if (serial < 1 || serial > std::numeric_limits<std::int32_t>::max()) {
        rows.damaged(1, "is not a plausible number");
    }
    info.serial = static_cast<long>(serial);
    const auto issued = parseInstant(rows.text(2));
    const auto expires = parseInstant(rows.text(3));
    const auto factsAsOf = parseDay(rows.text(4));
    if (!issued || !expires || !factsAsOf || expires->instant <= issued->instant) {
        rows.damaged(2, "and the other dates do not make sense");
    }
    info.issuedAt = issued->instant;
    info.expiresAt = expires->instant;
    info.factsAsOf = *factsAsOf;
    info.file = file;
    return info;
}

Result<Catalog> readCatalog(SQLite::Database& database, const std::filesystem::path& file)
{
    auto info = readInfo(database, file);
    if (!info) {
        return tl::unexpected<Error>(info.error());
    }
    const BudgetGuard budget(database);
    Catalog catalog;
    catalog.info = std::move(*info);
    const auto sources = readSources(database, std::numeric_limits<std::int64_t>::max());
    readVendors(database, catalog);
    readProducts(database, sources, catalog);
    readTimeline(database, sources, catalog);
    readFeatures(database, sources, catalog);
    catalog.replacements = readReplacements(database, sources, catalog);
    catalog.recipes = readRecipes(database, readRecipeHead(database), sources);
    if (countsOf(catalog, sources) != readCounts(database)) {
        throw CatalogDamage("it does not hold as many entries as it says");
    }
    for (const auto& [id, product] : catalog.products) {
        for (const auto& featureId : product.features) {
            const bool known = std::any_of(catalog.features.begin(), catalog.features.end(),
                                           [&](const Feature& feature) { return feature.id == featureId; });
            if (!known) {
                throw CatalogDamage(fmt::format("product {} has the unknown feature {}", id, featureId));
            }
        }
    }
    checkAnchors(database, catalog);
    for (const auto& needs : catalog.productNeeds) {
        if (!catalog.products.contains(needs.productId)) {
            throw CatalogDamage(fmt::format("there are needs of {}, which is no product", needs.productId));
        }
    }
    return catalog;
}

Result<Catalog> openCatalog(std::unique_ptr<SQLite::Database> database, const std::filesystem::path& file)
{
    auto info = readInfo(*database, file);
    if (!info) {
        return tl::unexpected<Error>(info.error());
    }
    Catalog catalog;
    Counts told;
    RecipeHead recipes;
    {
        const BudgetGuard budget(*database);
        catalog.info = std::move(*info);
        const auto sources = readSources(*database, readAnchorHead(*database).shared);
        readVendors(*database, catalog);
        readTimeline(*database, sources, catalog);
        readFeatures(*database, sources, catalog);
        told = readCounts(*database);
        recipes = readRecipeHead(*database);
        auto read = countsOf(catalog, sources);
        // What is looked up later is counted by whoever reads the whole file.
        read.sources = told.sources;
        read.products = told.products;
        read.signatures = told.signatures;
        read.replacements = told.replacements;
        if (read != told) {
            throw CatalogDamage("it does not hold as many entries as it says");
        }
    }
    catalog.library = openLibrary(std::move(database), catalog, told.products, told.replacements, recipes);
    catalog.replacements =
        ReplacementList(told.replacements, [library = catalog.library] { return library->replacements(); });
    catalog.recipes = RecipeList(recipes.recipes, [library = catalog.library] { return library->recipes(); });
    return catalog;
}

Result<Catalog> openCatalog(const std::filesystem::path& file)
{
    return withDatabase<Catalog>(file, [](std::unique_ptr<SQLite::Database> database, const auto& place) {
        return openCatalog(std::move(database), place);
    });
}

Result<Catalog> loadCatalog(const std::filesystem::path& file)
{
    return withDatabase<Catalog>(file, [](const std::unique_ptr<SQLite::Database>& database, const auto& place) {
        return readCatalog(*database, place);
    });
}

Result<CatalogInfo> readCatalogInfo(const std::filesystem::path& file)
{
    return withDatabase<CatalogInfo>(file, [](const std::unique_ptr<SQLite::Database>& database, const auto& place) {
        return readInfo(*database, place);
    });
}

std::size_t productCount(const Catalog& catalog)
{
    return catalog.library ? catalog.library->size() : catalog.products.size();
}

Result<std::filesystem::path> findCatalog(const std::filesystem::path& explicitFile,
                                          const std::filesystem::path& programFolder)
{
    std::vector<std::filesystem::path> places;
    if (!explicitFile.empty()) {
        places.push_back(explicitFile);   // a person who names a catalog wants that one or an answer, never another
    } else {
        places = {programFolder / "catalog.db", programFolder / ".." / "share" / "offramp" / "catalog.db",
                  std::filesystem::path("/usr/share/offramp/catalog.db")};
        // On Windows that one lies on whichever drive is current, where anybody may
        // put a file.
        std::erase_if(places, [](const std::filesystem::path& place) { return !place.is_absolute(); });
    }
    std::string looked;
    for (const auto& place : places) {
        std::error_code error;
        if (std::filesystem::is_regular_file(place, error)) {
            return place.lexically_normal();
        }
        looked += (looked.empty() ? "" : ", ") + pathToUtf8(place.lexically_normal());
    }
    return fail(
        ErrorCode::notFound,
        fmt::format("no catalog was found (looked at {}); install the program again or name a catalog", looked));
}

}   // namespace offramp
