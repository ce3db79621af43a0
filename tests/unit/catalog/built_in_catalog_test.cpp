#include "catalog/built_in_catalog.h"
#include "catalog/compiler/catalog_writer.h"
#include "catalog/open_catalog.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using namespace offramp;
using namespace offramp::compiler;
using namespace offramp::test;

namespace {

fs::path writeTo(const fs::path& file)
{
    fs::create_directories(file.parent_path());
    REQUIRE(writeCatalog(miniSource(), file));
    return file;
}

std::string bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}   // namespace

TEST_CASE("a catalog inside the program says the same as the file it was made of, and is never changed")
{
    ScratchFolder folder;
    const auto file = writeTo(folder / "catalog.db");
    const std::string bytes = bytesOf(file);
    const auto fromFile = loadCatalog(file);
    const auto fromBytes = loadBuiltInCatalog(bytes);
    REQUIRE(fromFile);
    REQUIRE(fromBytes);
    CHECK(fromBytes->info.serial == fromFile->info.serial);
    CHECK(fromBytes->info.file.empty());
    CHECK(fromBytes->products.size() == fromFile->products.size());
    CHECK(fromBytes->replacements.size() == fromFile->replacements.size());
    CHECK(readBuiltInCatalogInfo(bytes).value().issuedAt == fromFile->info.issuedAt);
    CHECK(bytes == bytesOf(file));
}

TEST_CASE("a damaged catalog inside the program is an error and not a crash")
{
    ScratchFolder folder;
    const std::string whole = bytesOf(writeTo(folder / "catalog.db"));
    for (std::size_t length = 1; length < whole.size(); length += whole.size() / 40) {
        CHECK_FALSE(loadBuiltInCatalog(std::string_view(whole).substr(0, length)));
    }
    CHECK_FALSE(loadBuiltInCatalog(std::string(8192, '\0')));
}

TEST_CASE("the catalog inside the program is used when none lies beside it, and never instead of one that was named")
{
    ScratchFolder folder;
    const auto named = writeTo(folder / "mine.db");
    const std::string bytes = bytesOf(named);
    if (fs::exists("/usr/share/offramp/catalog.db")) {
        return;   // an installed Offramp has its own
    }
    const auto alone = openBestCatalog({{}, folder / "bin", {}, bytes}, {});
    REQUIRE(alone);
    CHECK(alone->catalog.info.file.empty());
    CHECK(alone->origin == CatalogOrigin::cameWithProgram);
    CHECK(shippedCatalog({{}, folder / "bin", {}, bytes}).value().serial == alone->catalog.info.serial);

    CHECK(openBestCatalog({named, folder / "bin", {}, bytes}, {}).value().catalog.info.file == named);
    CHECK_FALSE(openBestCatalog({folder / "other.db", folder / "bin", {}, bytes}, {}));
    CHECK_FALSE(openBestCatalog({{}, folder / "bin", {}, {}}, {}));

    const auto beside = writeTo(folder / "bin/catalog.db");
    CHECK(openBestCatalog({{}, folder / "bin", {}, bytes}, {}).value().catalog.info.file == beside);
}
