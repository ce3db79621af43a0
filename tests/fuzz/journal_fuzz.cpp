// A journal somebody changed. The input is a list of changes to a small one (two bytes page, two bytes place in it, one
// byte length, then the bytes); an input that begins like a database is taken as one.
#include "removal/journal.h"
#include "removal/plan_codec.h"
#include "unit/removal/sample_plan.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <sqlite3.h>

namespace {

using namespace offramp;

constexpr std::size_t pageSize = 4096;

std::string small()
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const std::string_view step : journalMigrations()) {
        database.exec(std::string(step));
    }
    const std::string plan = encodePlan(test::planOfEveryKind());
    SQLite::Statement row(database, "INSERT INTO migration VALUES (1, ?, ?, 1, 'b', 1, 1, '{}')");
    row.bind(1, plan);
    row.bind(2, planDigest(plan));
    row.exec();
    database.exec("INSERT INTO transition VALUES (1, 1, 'a', 'running', 1, 'b', 1, NULL, '');"
                  "INSERT INTO transition VALUES (2, 1, 'a', 'failed', 2, 'b', 2, 1603, 'x');"
                  "INSERT INTO undo VALUES (1, 1, 'd', 1, 'b', 1, '{}');"
                  "INSERT INTO answer VALUES (1, 1, 'q', 'a', 1, 'b', 1);"
                  "INSERT INTO protection VALUES (1, 1, 'off', 1, 'b', 1);"
                  "INSERT INTO after VALUES (1, 1, 1, 'b', 1, '{}');"
                  "INSERT INTO ending VALUES (1, 'finished', 1, 'b', 1)");
    sqlite3_int64 size = 0;
    unsigned char* const bytes = sqlite3_serialize(database.getHandle(), "main", &size, 0);
    if (bytes == nullptr) {
        std::abort();
    }
    std::string copy(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return copy;
}

std::string changed(std::string_view input)
{
    if (input.starts_with("SQLite format 3")) {
        return std::string(input);
    }
    static const std::string base = small();
    std::string bytes = base;
    const auto at = [&](std::size_t index) {
        return static_cast<std::size_t>(static_cast<unsigned char>(input[index]));
    };
    for (std::size_t position = 0; position + 5 <= input.size();) {
        const auto page = (at(position) << 8 | at(position + 1)) % (bytes.size() / pageSize);
        const auto place = (at(position + 2) << 8 | at(position + 3)) % pageSize;
        const auto length = std::min({at(position + 4), input.size() - position - 5, pageSize - place});
        std::memcpy(bytes.data() + page * pageSize + place, input.data() + position + 5, length);
        position += 5 + length;
    }
    return bytes;
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string bytes = changed({reinterpret_cast<const char*>(data), size});
    try {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        const auto length = static_cast<sqlite3_int64>(bytes.size());
        if (sqlite3_deserialize(database.getHandle(), "main", reinterpret_cast<unsigned char*>(bytes.data()), length,
                                length, SQLITE_DESERIALIZE_READONLY)
            != SQLITE_OK) {
            return 0;
        }
        database.exec("PRAGMA trusted_schema = OFF");
        if (const auto record = readMigration(database, 1); record && planDigest(record->plan) != record->digest) {
            std::abort();   // nothing is carried out that was not approved
        }
    } catch (const std::exception&) {
        // Journal::read turns these into an Error.
    }
    return 0;
}
