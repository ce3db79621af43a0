#include "catalog/product_library.h"

#include "catalog/anchors.h"
#include "catalog/catalog_store.h"
#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;
using namespace offramp::test;

namespace {

HostSnapshot seen(EvidenceKind kind, std::string id, std::string name, std::string location = {},
                  std::string publisher = {})
{
    Evidence evidence;
    evidence.kind = kind;
    evidence.id = std::move(id);
    evidence.name = std::move(name);
    evidence.location = std::move(location);
    evidence.publisher = std::move(publisher);
    HostSnapshot snapshot;
    snapshot.reports.emplace_back();
    snapshot.reports.back().evidence.push_back(std::move(evidence));
    return snapshot;
}

HostSnapshot internetSecurity()
{
    return seen(EvidenceKind::program, "{1}", "Kaspersky Internet Security 2021", "", "Kaspersky");
}

Catalog opened(const fs::path& file)
{
    auto catalog = openCatalog(file);
    REQUIRE(catalog);
    REQUIRE(catalog->library);
    return std::move(*catalog);
}

}   // namespace

TEST_CASE("a catalog that is opened holds everything but the products, and "
          "counts them")
{
    ScratchFolder folder;
    REQUIRE(compiler::writeCatalog(miniSource(), folder / "catalog.db"));
    const auto catalog = opened(folder / "catalog.db");
    const auto whole = loadCatalog(folder / "catalog.db").value();
    CHECK(catalog.products.empty());
    CHECK(productCount(catalog) == 3);
    CHECK(productCount(whole) == 3);
    CHECK(catalog.timeline.events.size() == whole.timeline.events.size());
    CHECK(catalog.timeline.events[0].source == whole.timeline.events[0].source);
    CHECK(catalog.replacements.size() == whole.replacements.size());
    CHECK(catalog.replacements[1].source == whole.replacements[1].source);
    CHECK(catalog.productNeeds.size() == whole.productNeeds.size());
}

TEST_CASE("evidence brings the products that may be meant and what they are "
          "kinds of, as the whole catalog has them")
{
    ScratchFolder folder;
    REQUIRE(compiler::writeCatalog(miniSource(), folder / "catalog.db"));
    const auto catalog = opened(folder / "catalog.db");
    const auto whole = loadCatalog(folder / "catalog.db").value();
    const auto products = catalog.library->concerning(internetSecurity());
    REQUIRE(products);
    REQUIRE(products->size() == 2);
    for (const auto& [id, product] : *products) {
        const auto& known = whole.products.at(id);
        CHECK(product.name == known.name);
        CHECK(product.parent == known.parent);
        CHECK(product.platforms == known.platforms);
        CHECK(product.features == known.features);
        CHECK(product.usSource == known.usSource);
        REQUIRE(product.signatures.size() == known.signatures.size());
        for (std::size_t index = 0; index < known.signatures.size(); ++index) {
            CHECK(product.signatures[index].kinds == known.signatures[index].kinds);
            CHECK(product.signatures[index].ids == known.signatures[index].ids);
            CHECK(product.signatures[index].names == known.signatures[index].names);
            CHECK(product.signatures[index].paths == known.signatures[index].paths);
            CHECK(product.signatures[index].source == known.signatures[index].source);
        }
    }
}

TEST_CASE("evidence nobody knows brings nothing")
{
    ScratchFolder folder;
    REQUIRE(compiler::writeCatalog(miniSource(), folder / "catalog.db"));
    const auto catalog = opened(folder / "catalog.db");
    CHECK(catalog.library->concerning(seen(EvidenceKind::program, "x", "Notepad"))->empty());
    CHECK(catalog.library->concerning(HostSnapshot{})->empty());
    CHECK(catalog.library->concerning(seen(EvidenceKind::service, "AVP21.3", ""))->size() == 2);
}

TEST_CASE("damage where products are looked up fails the look-up and never "
          "finds less")
{
    ScratchFolder folder;
    const auto file = folder / "catalog.db";
    REQUIRE(compiler::writeCatalog(miniSource(), file));
    const std::string sql = GENERATE(
        as<std::string>{}, "DELETE FROM anchor_head", "DELETE FROM anchor_filter", "UPDATE anchor_filter SET part = 1",
        "UPDATE anchor_filter SET bits = zeroblob(length(bits))",
        "UPDATE anchor_place SET kind = 'thing' WHERE kind = 'service'", "UPDATE anchor_place SET shapes = 0",
        "UPDATE anchor SET product = 'nobody'", "UPDATE product SET parent = 'nobody' WHERE parent IS NOT NULL",
        "UPDATE product SET parent = id WHERE parent IS NULL", "DELETE FROM product WHERE id = 'kaspersky'",
        "UPDATE product SET source = 9999", "UPDATE signature SET source = 9999",
        "UPDATE signature_kind SET kind = 'thing'", "DELETE FROM signature_kind", "DELETE FROM signature_name",
        "UPDATE signature SET id = id + 100 WHERE id = 3", "DROP TABLE signature_path", "DROP TABLE anchor");
    CAPTURE(sql);
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = "
                      "OFF; PRAGMA writable_schema = ON;");
        database.exec(sql);
    }
    const auto catalog = openCatalog(file);
    if (catalog) {
        const auto products = catalog->library->concerning(internetSecurity());
        REQUIRE_FALSE(products);
        CHECK(products.error().code == ErrorCode::malformed);
        CHECK_THAT(products.error().context, Catch::Contains("install the program again"));
    }
    CHECK_FALSE(loadCatalog(file));
}

TEST_CASE("a page that was overwritten is noticed or not needed")
{
    ScratchFolder folder;
    REQUIRE(compiler::writeCatalog(miniSource(), folder / "catalog.db"));
    const auto bytes = readBytes(folder / "catalog.db");
    for (std::size_t page = 0; page < bytes.size() / 4096; ++page) {
        auto damaged = bytes;
        std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\xA5');
        writeBytes(folder / "damaged.db", damaged);
        CAPTURE(page);
        const auto catalog = openCatalog(folder / "damaged.db");
        const auto products = catalog ? catalog->library->concerning(internetSecurity())
                                      : Result<std::map<std::string, Product>>(fail(ErrorCode::malformed, "open"));
        CHECK((!products || products->size() == 2));
    }
}

TEST_CASE("anchors are the same numbers on every system")
{
    CHECK(windowAnchor(AnchorField::name, "kaspersk") != windowAnchor(AnchorField::id, "kaspersk"));
    CHECK(windowAnchor(AnchorField::name, "kasper") != wholeTextAnchor(AnchorField::name, "kasper"));
    AnchorFilter filter(100);
    for (std::uint64_t number = 0; number < 100; ++number) {
        filter.add(wholeTextAnchor(AnchorField::id, std::to_string(number)));
    }
    std::size_t wrong = 0;
    for (std::uint64_t number = 0; number < 10'000; ++number) {
        const bool held = filter.mayHold(wholeTextAnchor(AnchorField::id, std::to_string(number)));
        CHECK((held || number >= 100));
        wrong += held && number >= 100 ? 1 : 0;
    }
    CHECK(wrong < 500);
}
