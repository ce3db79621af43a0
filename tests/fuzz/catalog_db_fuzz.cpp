// A catalog.db somebody changed (changed_catalog.h), through the reader.
#include "catalog/catalog_reader.h"
#include "fuzz/changed_catalog.h"

#include <sqlite3.h>

namespace {

using namespace offramp;

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
    std::string bytes = fuzz::changedCatalog(data, size);
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
