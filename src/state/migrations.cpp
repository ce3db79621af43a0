#include "state/migrations.h"

namespace offramp {

namespace {

// Every check that said something new. `found` and `places` are JSON texts that are compared as a whole.
constexpr std::string_view history = R"(
    CREATE TABLE check_history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        first_seen INTEGER NOT NULL,   -- seconds since 1970, UTC
        last_seen INTEGER NOT NULL,
        times INTEGER NOT NULL,        -- how many checks said exactly this
        verdict TEXT NOT NULL,
        person TEXT NOT NULL,
        catalog_serial INTEGER NOT NULL,
        facts_as_of TEXT NOT NULL,
        conclusive INTEGER NOT NULL,
        found TEXT NOT NULL,
        places TEXT NOT NULL,
        report TEXT NOT NULL           -- offramp.check/1, of the last of these checks
    ) STRICT;
)";

// What the person chose about reminders and what happened so far: one row for each name (state/reminder_store.cpp).
constexpr std::string_view reminder = R"(
    CREATE TABLE reminder (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
)";

}   // namespace

const std::vector<std::string_view>& stateMigrations()
{
    static const std::vector<std::string_view> all{history, reminder};
    return all;
}

}   // namespace offramp
