#include "catalog/product_library.h"

#include "catalog/anchors.h"
#include "catalog/catalog_store.h"
#include "catalog/compiler/catalog_writer.h"
#include "inventory/matcher.h"
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
    const auto snapshot = internetSecurity();
    const auto concerned = catalog.library->concerning(snapshot);
    REQUIRE(concerned);
    REQUIRE(concerned->products.size() == 2);
    CHECK(concerned->evidence == std::vector<const Evidence*>{&snapshot.reports[0].evidence[0]});
    for (const auto& [id, product] : concerned->products) {
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
    const auto notepad = seen(EvidenceKind::program, "x", "Notepad");
    CHECK(catalog.library->concerning(notepad)->products.empty());
    CHECK(catalog.library->concerning(notepad)->evidence.empty());
    const HostSnapshot nothing;
    CHECK(catalog.library->concerning(nothing)->products.empty());
    const auto service = seen(EvidenceKind::service, "AVP21.3", "");
    CHECK(catalog.library->concerning(service)->products.size() == 2);
}

TEST_CASE("a matcher that looks only at what the look-up names finds what it finds in everything")
{
    ScratchFolder folder;
    REQUIRE(compiler::writeCatalog(miniSource(), folder / "catalog.db"));
    const auto catalog = opened(folder / "catalog.db");
    auto snapshot = internetSecurity();
    auto& evidence = snapshot.reports[0].evidence;
    for (const char* name : {"Notepad", "Kaspersky", "UltraAV", "Kasper", "Internet Security 2021"}) {
        for (const char* publisher : {"", "Kaspersky Lab", "Pango"}) {
            evidence.push_back(evidence.front());
            evidence.back().id = std::string("{") + name + publisher + "}";
            evidence.back().name = name;
            evidence.back().publisher = publisher;
        }
    }
    const auto concerned = catalog.library->concerning(snapshot);
    REQUIRE(concerned);
    CHECK(concerned->evidence.size() < evidence.size());
    const Matcher matcher(concerned->products, catalog.vendors);
    const auto all = matcher.match(snapshot);
    const auto some = matcher.match(snapshot, concerned->evidence);
    REQUIRE(all.size() > 1);
    REQUIRE(some.size() == all.size());
    for (std::size_t index = 0; index < all.size(); ++index) {
        CHECK(some[index].productId == all[index].productId);
        CHECK(some[index].evidence.size() == all[index].evidence.size());
    }
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
        const auto snapshot = internetSecurity();
        const auto products = catalog->library->concerning(snapshot);
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
        const auto snapshot = internetSecurity();
        const auto concerned =
            catalog ? catalog->library->concerning(snapshot) : Result<Concerned>(fail(ErrorCode::malformed, "open"));
        CHECK((!concerned || concerned->products.size() == 2));
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
