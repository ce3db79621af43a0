#include "catalog/replacement_list.h"

#include "catalog/catalog_store.h"
#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;
using namespace offramp::test;

namespace {

Replacement named(const std::string& id)
{
    Replacement replacement;
    replacement.id = id;
    return replacement;
}

}   // namespace

TEST_CASE("replacements are read once, when somebody first looks, and copies share them")
{
    int asked = 0;
    const ReplacementList list(2, [&] {
        ++asked;
        return std::vector<Replacement>{named("a"), named("b")};
    });
    const ReplacementList copy = list;
    CHECK(list.size() == 2);
    CHECK_FALSE(list.empty());
    CHECK(asked == 0);
    CHECK(copy[1].id == "b");
    CHECK(std::count_if(list.begin(), list.end(), [](const Replacement&) { return true; }) == 2);
    CHECK(list.load());
    CHECK(asked == 1);
}

TEST_CASE("replacements that cannot be read are an error, not an empty catalog")
{
    const ReplacementList list(
        2, []() -> Result<std::vector<Replacement>> { return fail(ErrorCode::malformed, "the page is gone"); });
    const auto loaded = list.load();
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().context == "the page is gone");
    CHECK_FALSE(list.load());
    CHECK(list.size() == 2);
    CHECK(list.all().empty());
}

TEST_CASE("a list that is changed is nobody else's any more")
{
    ReplacementList list(1, [] { return std::vector<Replacement>{named("a")}; });
    const ReplacementList before = list;
    list.own().push_back(named("b"));
    CHECK(list.size() == 2);
    CHECK(before.size() == 1);
    const ReplacementList given{named("x"), named("y")};
    CHECK(given[0].id == "x");
    CHECK(given.load());
    CHECK(ReplacementList().empty());
}

TEST_CASE("an opened catalog reads its replacements later, as the whole catalog has them, and notices damage")
{
    ScratchFolder folder;
    const auto file = folder / "catalog.db";
    REQUIRE(compiler::writeCatalog(miniSource(), file));
    const auto whole = loadCatalog(file).value();
    {
        const auto opened = openCatalog(file).value();
        REQUIRE(opened.replacements.load());
        REQUIRE(opened.replacements.size() == whole.replacements.size());
        for (std::size_t index = 0; index < whole.replacements.size(); ++index) {
            const auto& read = opened.replacements[index];
            const auto& known = whole.replacements[index];
            CHECK(read.id == known.id);
            CHECK(read.source == known.source);
            CHECK(read.priceSource == known.priceSource);
            CHECK(read.countries == known.countries);
            CHECK(read.platforms == known.platforms);
            CHECK(read.features.size() == known.features.size());
            CHECK(read.labs.size() == known.labs.size());
            CHECK(read.packages.size() == known.packages.size());
        }
    }
    const std::string sql = GENERATE(
        as<std::string>{}, "UPDATE replacement SET source = 9999", "DELETE FROM replacement WHERE id = 'good-av'",
        "UPDATE replacement_feature SET feature = feature || '-x'", "UPDATE replacement_lab SET replacement = 'nobody'",
        "UPDATE replacement_platform SET platform = 'toaster'", "DROP TABLE replacement_package",
        "UPDATE anchor_head SET early_sources = 0", "UPDATE anchor_head SET early_sources = 1, shared_sources = 1");
    CAPTURE(sql);
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;");
        database.exec(sql);
    }
    const auto opened = openCatalog(file);
    CHECK((!opened || !opened->replacements.load()));
    CHECK_FALSE((opened && opened->replacements.load()));
}
