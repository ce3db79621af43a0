// Reading rows of catalog.db with every value checked. Private to the catalog module.
//
// Inside the module damage travels as an exception, like the errors of the SQLite wrapper; loadCatalog and
// readCatalogInfo turn both into an Error.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace offramp {

// The file is a database but not a catalog this program can trust; what() says what is wrong with it.
class CatalogDamage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class CatalogRows {
public:
    // `query` is "SELECT a, b FROM table …"; `table` names it in messages.
    CatalogRows(const SQLite::Database& database, std::string_view table, const std::string& query);

    // Asks again, with these values for the ? of the query.
    void restart(const std::string& key);
    void restart(std::int64_t key);
    void restart(std::int64_t first, std::int64_t last);

    // False after the last row. Throws CatalogDamage past the largest number of
    // rows a catalog can have.
    bool next();

    [[nodiscard]] std::string text(int column) const;          // UTF-8; may be empty
    [[nodiscard]] std::string textOrEmpty(int column) const;   // NULL is empty
    [[nodiscard]] std::string blob(int column, std::size_t largest) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    // 1…count in the file, 0…count-1 here.
    [[nodiscard]] std::size_t index(int column, std::size_t count = std::numeric_limits<std::size_t>::max()) const;
    [[nodiscard]] bool flag(int column) const;
    [[nodiscard]] std::optional<bool> flagOrNull(int column) const;
    [[nodiscard]] std::optional<double> numberOrNull(int column) const;
    [[nodiscard]] std::optional<int> countOrNull(int column) const;

    // A word of a closed vocabulary; `parse` is one of the domain's …FromString functions.
    template <class Parse> [[nodiscard]] auto word(int column, Parse parse) const
    {
        const auto value = parse(std::string_view{text(column)});
        if (!value) {
            damaged(column, "has a word this program does not know");
        }
        return *value;
    }

    // The same for vocabularies that stay text.
    template <class Words> [[nodiscard]] std::string wordOf(int column, const Words& words) const
    {
        auto value = text(column);
        for (const auto& candidate : words) {
            if (candidate == value) {
                return value;
            }
        }
        damaged(column, "has a word this program does not know");
    }

    [[noreturn]] void damaged(int column, std::string_view what) const;

private:
    [[nodiscard]] std::string checkedText(const SQLite::Column& value, int column) const;

    SQLite::Statement m_statement;
    std::string m_table;
    std::size_t m_rows = 0;
};

}   // namespace offramp
