// A catalog.db somebody changed, through the reader. The input is a list of changes to a small catalog (two bytes page,
// two bytes place in it, one byte length, then the bytes); an input that begins like a database is taken as one.
#include "catalog/catalog_reader.h"
#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <sqlite3.h>
#include <string_view>

namespace {

using namespace offramp;

constexpr std::size_t pageSize = 4096;
constexpr std::string_view magic{"SQLite format 3\0", 16};

const std::string& baseDatabase()
{
    static const std::string bytes = [] {
        const test::ScratchFolder folder;
        const auto source = test::miniSource(test::fs::path(OFFRAMP_CATALOG_SOURCE) / "schema");
        if (!compiler::writeCatalog(source, folder / "catalog.db")) {
            std::abort();
        }
        return test::readBytes(folder / "catalog.db");
    }();
    return bytes;
}

std::string changed(const std::uint8_t* data, std::size_t size)
{
    auto bytes = baseDatabase();
    const auto pages = bytes.size() / pageSize;
    std::size_t position = 0;
    while (position + 5 <= size) {
        const auto page = (static_cast<std::size_t>(data[position]) << 8 | data[position + 1]) % pages;
        const auto place = (static_cast<std::size_t>(data[position + 2]) << 8 | data[position + 3]) % pageSize;
        const auto length = std::min<std::size_t>({data[position + 4], size - position - 5, pageSize - place});
        std::memcpy(bytes.data() + page * pageSize + place, data + position + 5, length);
        position += 5 + length;
    }
    return bytes;
}

// What the rest of the program relies on without asking again.
void mustBeConsistent(const Catalog& catalog)
{
    for (const auto& [id, product] : catalog.products) {
        std::size_t steps = 0;
        for (auto climbing = catalog.products.find(id); !climbing->second.parent.empty(); ++steps) {
            climbing = catalog.products.find(climbing->second.parent);
            if (climbing == catalog.products.end() || steps > catalog.products.size()) {
                std::abort();
            }
        }
        for (const auto& signature : product.signatures) {
            if (signature.kinds.empty()
                || (signature.ids.empty() && signature.names.empty() && signature.paths.empty())) {
                std::abort();
            }
        }
    }
    const auto& events = catalog.timeline.events;
    if (!std::is_sorted(events.begin(), events.end(), [](const TimelineEvent& left, const TimelineEvent& right) {
            return left.effectiveAt < right.effectiveAt;
        })) {
        std::abort();
    }
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    std::string bytes = input.starts_with(magic) ? std::string(input) : changed(data, size);
    try {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        const auto length = static_cast<sqlite3_int64>(bytes.size());
        if (sqlite3_deserialize(database.getHandle(), "main", reinterpret_cast<unsigned char*>(bytes.data()), length,
                                length, SQLITE_DESERIALIZE_READONLY)
            != SQLITE_OK) {
            return 0;
        }
        restrictDatabase(database);
        if (const auto loaded = readCatalog(database, "catalog.db")) {
            mustBeConsistent(*loaded);
        }
    } catch (const std::exception&) {
        // loadCatalog turns these into an Error.
    }
    return 0;
}
