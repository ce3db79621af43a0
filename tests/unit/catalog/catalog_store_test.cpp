#include "catalog/catalog_store.h"

#include "base/utf8_path.h"
#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

#include <SQLiteCpp/Database.h>

using namespace offramp;
using namespace offramp::compiler;
using namespace offramp::test;

namespace {

// A fresh small catalog.db in `folder`.
fs::path freshCatalog(const ScratchFolder& folder)
{
    const auto file = folder / "catalog.db";
    REQUIRE(writeCatalog(miniSource(), file));
    return file;
}

// The small catalog after `sql`, with the tables' own rules switched off, as somebody who means harm would.
Result<Catalog> loadAfter(const std::string& sql)
{
    ScratchFolder folder;
    const auto file = freshCatalog(folder);
    {
        SQLite::Database database(pathToUtf8(file), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = "
                      "OFF; PRAGMA writable_schema = ON;");
        database.exec(sql);
    }
    return loadCatalog(file);
}

}   // namespace

TEST_CASE("a catalog that is missing is said to be missing")
{
    const auto loaded = loadCatalog("/nowhere/catalog.db");
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::notFound);
    CHECK_THAT(loaded.error().context, Catch::Contains("/nowhere/catalog.db is missing; install the program again"));
    CHECK(readCatalogInfo("/nowhere/catalog.db").error().code == ErrorCode::notFound);
    ScratchFolder folder;
    CHECK(loadCatalog(folder.path()).error().code == ErrorCode::notFound);
}

TEST_CASE("bytes that are no database are refused")
{
    ScratchFolder folder;
    for (const std::string& bytes :
         {std::string{}, std::string("hello"), std::string(10'000, '\0'), std::string(5000, 'x'),
          std::string("SQLite format 3\0", 16) + std::string(8000, '\x7f')}) {
        writeBytes(folder / "catalog.db", bytes);
        const auto loaded = loadCatalog(folder / "catalog.db");
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code == ErrorCode::malformed);
        CHECK_FALSE(readCatalogInfo(folder / "catalog.db"));
    }
}

TEST_CASE("another program's database is not a catalog")
{
    ScratchFolder folder;
    {
        SQLite::Database database(pathToUtf8(folder / "catalog.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("CREATE TABLE meta (id INTEGER)");
    }
    const auto loaded = loadCatalog(folder / "catalog.db");
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::malformed);
    CHECK_THAT(loaded.error().context, Catch::Contains("is not an Offramp catalog"));
}

TEST_CASE("a newer catalog is refused with words that say what to do")
{
    const auto loaded = loadAfter("PRAGMA user_version = 2; UPDATE meta SET schema_version = 2");
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::unsupported);
    CHECK_THAT(loaded.error().context,
               Catch::Contains("made for a newer Offramp (its schema is 2, this program reads 1)"));
    CHECK_THAT(loaded.error().context, Catch::Contains("update Offramp"));
}

TEST_CASE("a file that ends early is refused at every length")
{
    ScratchFolder folder;
    const auto bytes = readBytes(freshCatalog(folder));
    for (std::size_t length = 0; length < bytes.size(); length += 1531) {
        writeBytes(folder / "cut.db", bytes.substr(0, length));
        CAPTURE(length);
        CHECK_FALSE(loadCatalog(folder / "cut.db"));
    }
}

TEST_CASE("a page that was overwritten is refused")
{
    ScratchFolder folder;
    const auto bytes = readBytes(freshCatalog(folder));
    REQUIRE(bytes.size() % 4096 == 0);
    for (std::size_t page = 0; page < bytes.size() / 4096; ++page) {
        auto damaged = bytes;
        std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\xA5');
        writeBytes(folder / "damaged.db", damaged);
        CAPTURE(page);
        CHECK_FALSE(loadCatalog(folder / "damaged.db"));
    }
}

TEST_CASE("rows that were changed behind the tables' back are refused")
{
    const std::string sql = GENERATE(
        as<std::string>{}, "UPDATE meta SET serial = 0", "UPDATE meta SET expires = issued",
        "UPDATE meta SET issued = 'soon'", "UPDATE meta SET facts_as_of = '2026-02-30'",
        "UPDATE meta SET schema_version = 0", "DELETE FROM meta", "UPDATE meta SET product_count = 4",
        "DELETE FROM product WHERE id = 'ultraav'", "DELETE FROM signature WHERE id = 2",
        "DELETE FROM source WHERE id = 1", "UPDATE source SET verification = 'seen'",
        "UPDATE source SET title = CAST(x'ff' AS TEXT)", "UPDATE source SET title = CAST(x'610062' AS TEXT)",
        "UPDATE source SET title = printf('%.*c', 20000, 'x')",
        "UPDATE product SET parent = 'nobody' WHERE parent IS NOT NULL", "UPDATE product SET parent = id",
        "UPDATE product SET vendor = 'nobody'", "UPDATE product SET role = 'none'",
        "UPDATE product SET segment = 'all'", "UPDATE product SET source = 0", "UPDATE product SET us_source = 9999",
        "UPDATE product SET holds_vaults = 2", "UPDATE product_platform SET platform = 'beos'",
        "UPDATE product_feature SET feature = 'edr'", "UPDATE signature_kind SET kind = 'thing'",
        "DELETE FROM signature_kind WHERE signature = 1",
        "UPDATE signature_kind SET signature = 99 WHERE signature = 1", "UPDATE signature_name SET pattern = '*'",
        "UPDATE signature_name SET pattern = ''", "DELETE FROM signature_name",
        "UPDATE signature SET strength = 'sure'", "UPDATE signature SET product = 'nobody'",
        "UPDATE vendor_publisher SET pattern = '*'", "UPDATE vendor_path_root SET vendor = 'nobody'",
        "UPDATE event SET effective_at = '2024-09-29'", "UPDATE event SET zone = 'utc'", "UPDATE event SET kind = ''",
        "UPDATE event SET effect = 'none'", "DELETE FROM event_binds", "UPDATE event_binds SET person = 'all'",
        "UPDATE event_covers SET event = 'nobody'", "UPDATE event_also_seen SET source = -1",
        "UPDATE feature SET parity = 'half'", "UPDATE feature_alternative SET feature = 'nobody'",
        "UPDATE product_needs SET product = 'nobody'", "UPDATE product_needs_feature SET needs = 17 WHERE needs = 1",
        "UPDATE replacement SET home_url = 'https://example.com/?ref=1'",
        "UPDATE replacement SET home_url = 'file:///x'",
        "UPDATE replacement SET support_url = 'https://user@example.com/'", "UPDATE replacement SET devices = 0",
        "UPDATE replacement SET price_first_year = -1", "UPDATE replacement SET price_renewal = 9e999",
        "UPDATE replacement SET sold_in_us = 7", "UPDATE replacement SET segment = 'nobody'",
        "UPDATE replacement_platform SET platform = 'beos'",
        "UPDATE replacement_feature SET feature = 'edr' WHERE feature = 'vpn'",
        "UPDATE replacement_country SET replacement = 'nobody' WHERE country = 'FI'",
        "UPDATE replacement_lab SET last_month = '2027-01'", "UPDATE replacement_lab SET first_month = 'May'",
        "UPDATE replacement_lab SET rankable = 0", "UPDATE replacement_package SET manager = 'snap'",
        "DROP TABLE replacement_lab", "ALTER TABLE product DROP COLUMN name");
    CAPTURE(sql);
    const auto loaded = loadAfter(sql);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::malformed);
    CHECK_THAT(loaded.error().context, Catch::Contains("install the program again"));
}

TEST_CASE("a file with anything but tables is refused before it is read")
{
    const std::string sql =
        GENERATE(as<std::string>{}, "ALTER TABLE vendor RENAME TO v; CREATE VIEW vendor AS SELECT * FROM v",
                 "CREATE TRIGGER t AFTER INSERT ON vendor BEGIN SELECT 1; END",   // Written
                                                                                  // like
                                                                                  // this it
                                                                                  // needs no
                                                                                  // SQLite
                                                                                  // that can
                                                                                  // make
                                                                                  // such
                                                                                  // tables.
                 "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', "
                 "'r', 'r', 0, "
                 "'CREATE VIRTUAL TABLE r USING rtree(id, x, y)')");
    const auto loaded = loadAfter(sql);
    REQUIRE_FALSE(loaded);
    CHECK_THAT(loaded.error().context, Catch::Contains("it holds more than tables"));
}

TEST_CASE("a file that is far too large is not opened")
{
    ScratchFolder folder;
    writeBytes(folder / "catalog.db", "x");
    fs::resize_file(folder / "catalog.db", 257u * 1024 * 1024);
    CHECK(loadCatalog(folder / "catalog.db").error().code == ErrorCode::tooLarge);
}

TEST_CASE("only the head is read when only the head is asked for")
{
    ScratchFolder folder;
    const auto file = freshCatalog(folder);
    const auto info = readCatalogInfo(file);
    REQUIRE(info);
    CHECK(info->serial == 7);
    CHECK(info->file == file);
}

TEST_CASE("reading leaves no files beside the catalog and does not change it")
{
    ScratchFolder folder;
    const auto file = freshCatalog(folder);
    const auto before = readBytes(file);
    REQUIRE(loadCatalog(file));
    CHECK(readBytes(file) == before);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a path with signs that mean something in a URI is opened")
{
    ScratchFolder folder;
    const auto file = freshCatalog(folder);
    for (std::string name : {"100% sure?mode=rwc#x.db", "ключ каталога.db", "a;b&c=d.db"}) {
        if constexpr (fs::path::preferred_separator != '/') {
            std::erase(name, '?');   // Windows has no such names
        }
        const fs::path copy = folder.path() / pathFromUtf8(name);
        fs::copy_file(file, copy);
        CAPTURE(name);
        CHECK(loadCatalog(copy));
    }
}

TEST_CASE("the catalog is looked for beside the program, then in the installed data folder")
{
    ScratchFolder folder;
    const auto bin = folder / "prefix/bin";
    const auto installed = folder / "prefix/share/offramp/catalog.db";
    const auto beside = bin / "catalog.db";
    const bool systemHasOne = fs::exists("/usr/share/offramp/catalog.db");

    const auto nothing = findCatalog({}, bin);
    if (!systemHasOne) {
        REQUIRE_FALSE(nothing);
        CHECK(nothing.error().code == ErrorCode::notFound);
        CHECK_THAT(nothing.error().context, Catch::Contains(pathToUtf8(beside.lexically_normal()))
                                                && Catch::Contains(pathToUtf8(installed.lexically_normal())));
    }
    fs::create_directories(bin);
    writeBytes(installed, "x");
    CHECK(findCatalog({}, bin).value() == installed);
    writeBytes(beside, "x");
    CHECK(findCatalog({}, bin).value() == beside);
}

TEST_CASE("a catalog that was named is used, and never replaced by another when it is missing")
{
    ScratchFolder folder;
    writeBytes(folder / "bin/catalog.db", "x");
    writeBytes(folder / "mine.db", "x");
    CHECK(findCatalog(folder / "mine.db", folder / "bin").value() == folder / "mine.db");
    const auto missing = findCatalog(folder / "other.db", folder / "bin");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::notFound);
    CHECK_THAT(missing.error().context, Catch::Contains("other.db"));
}
