#include "state/migrations.h"
#include "state/state_database.h"

#include <SQLiteCpp/Statement.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace offramp;

// What resources/packaging/fleet/osquery tells osquery to read from state.db, asked of a state.db as it really is.
TEST_CASE("the tables that osquery makes of state.db have the columns their configuration promises")
{
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "offramp-fleet-tables.db";
    std::filesystem::remove(file);
    {
        auto database = StateDatabase::open(file, stateMigrations());
        REQUIRE(database);
        REQUIRE((*database)->change([](SQLite::Database& state) {
            state.exec("INSERT INTO check_history (first_seen, last_seen, times, verdict, person, catalog_serial, "
                       "facts_as_of, conclusive, found, places, report) VALUES (1, 2, 3, 'affected', 'us', 4, "
                       "'2026-11-01', 1, '[]', '[]', '{}')");
            state.exec("INSERT INTO reminder (name, value) VALUES ('never', '1')");
        }));
        const auto folder = std::filesystem::path(OFFRAMP_CATALOG_SOURCE).parent_path() / "packaging/fleet/osquery";
        int tables = 0;
        for (const char* const name : {"offramp.atc.linux.json", "offramp.atc.windows.json"}) {
            std::ifstream input(folder / name);
            const auto configuration = nlohmann::json::parse(input);
            for (const auto& [table, says] : configuration.at("auto_table_construction").items()) {
                INFO(name << " " << table);
                const auto rows = (*database)->read([&](SQLite::Database& state) {
                    SQLite::Statement query(state, says.at("query").get<std::string>());
                    std::vector<std::string> columns;
                    for (int column = 0; column < query.getColumnCount(); ++column) {
                        columns.emplace_back(query.getColumnName(column));
                    }
                    CHECK(columns == says.at("columns").get<std::vector<std::string>>());
                    int count = 0;
                    while (query.executeStep()) {
                        ++count;
                    }
                    return count;
                });
                REQUIRE(rows);
                CHECK(*rows == 1);
                ++tables;
            }
        }
        CHECK(tables == 4);
    }
    std::filesystem::remove(file);
}
