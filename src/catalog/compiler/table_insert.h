// Filling one table. Private to the catalog compiler; throws the SQLite wrapper's exceptions.
#pragma once

#include "catalog/compiler/node.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <string>

namespace offramp::compiler {

// A prepared INSERT; values are bound in the order of the columns.
class Insert {
public:
    Insert(SQLite::Database& database, const std::string& table, int columns)
        : m_statement(database, statementFor(table, columns))
    {}

    template <class... Values> void row(const Values&... values)
    {
        int column = 0;
        (bind(++column, values), ...);
        m_statement.exec();
        m_statement.reset();
        m_statement.clearBindings();
    }

private:
    static std::string statementFor(const std::string& table, int columns)
    {
        std::string marks = "?";
        for (int column = 1; column < columns; ++column) {
            marks += ", ?";
        }
        return fmt::format("INSERT INTO {} VALUES ({})", table, marks);
    }

    void bind(int column, const std::string& text) { m_statement.bind(column, text); }
    void bind(int column, std::size_t number) { m_statement.bind(column, static_cast<std::int64_t>(number)); }
    void bind(int column, std::int64_t number) { m_statement.bind(column, number); }
    void bind(int column, bool flag) { m_statement.bind(column, flag ? 1 : 0); }
    // Texts, numbers, flags and null as they are written; null leaves the column unset.
    void bind(int column, const Node& node)
    {
        const auto& value = node.value();
        if (value.is_string()) {
            m_statement.bind(column, value.get<std::string>());
        } else if (value.is_boolean()) {
            m_statement.bind(column, value.get<bool>() ? 1 : 0);
        } else if (value.is_number_integer()) {
            m_statement.bind(column, value.get<std::int64_t>());
        } else if (value.is_number_float()) {
            m_statement.bind(column, value.get<double>());
        }
    }

    SQLite::Statement m_statement;
};

// (owner, position, value) for every owner's list of texts.
template <class Owner>
void writeLists(SQLite::Database& database, const std::string& table, const std::map<Owner, Node>& owners,
                const char* member)
{
    Insert insert(database, table, 3);
    for (const auto& [owner, node] : owners) {
        std::size_t position = 0;
        for (const auto& text : node[member].texts()) {
            insert.row(owner, position++, text);
        }
    }
}

}   // namespace offramp::compiler
