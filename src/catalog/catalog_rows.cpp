#include "catalog/catalog_rows.h"

#include "base/text.h"

#include <cmath>
#include <fmt/format.h>

namespace offramp {

namespace {

// More than 100,000 products need: room to grow, and an end to a file that
// lies.
constexpr std::size_t mostRows = 4'000'000;
constexpr int longestText = 16 * 1024;

}   // namespace

CatalogRows::CatalogRows(const SQLite::Database& database, std::string_view table, const std::string& query)
    : m_statement(database, query), m_table(table)
{}

void CatalogRows::restart(const std::string& key)
{
    m_statement.reset();
    m_statement.bind(1, key);
    m_rows = 0;
}

void CatalogRows::restart(std::int64_t key)
{
    m_statement.reset();
    m_statement.bind(1, key);
    m_rows = 0;
}

void CatalogRows::restart(std::int64_t first, std::int64_t last)
{
    restart(first);
    m_statement.bind(2, last);
}

std::string CatalogRows::blob(int column, std::size_t largest) const
{
    const auto value = m_statement.getColumn(column);
    if (!value.isBlob() || static_cast<std::size_t>(value.getBytes()) > largest) {
        damaged(column, "is not what was stored there");
    }
    return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
}

bool CatalogRows::next()
{
    if (!m_statement.executeStep()) {
        return false;
    }
    if (++m_rows > mostRows) {
        throw CatalogDamage(fmt::format("table {} has more than {} rows", m_table, mostRows));
    }
    return true;
}

void CatalogRows::damaged(int column, std::string_view what) const
{
    throw CatalogDamage(
        fmt::format("table {}, row {}: {} {}", m_table, m_rows, m_statement.getColumnName(column), what));
}

std::string CatalogRows::checkedText(const SQLite::Column& value, int column) const
{
    if (!value.isText()) {
        damaged(column, "is not text");
    }
    const char* characters = value.getText();
    const int length = value.getBytes();
    if (length > longestText) {
        damaged(column, "is too long");
    }
    std::string result(characters, static_cast<std::size_t>(length));
    if (result.find('\0') != std::string::npos || !text::isUtf8(result)) {
        damaged(column, "is not readable text");
    }
    return result;
}

std::string CatalogRows::text(int column) const
{
    return checkedText(m_statement.getColumn(column), column);
}

std::string CatalogRows::textOrEmpty(int column) const
{
    const auto value = m_statement.getColumn(column);
    return value.isNull() ? std::string{} : checkedText(value, column);
}

std::int64_t CatalogRows::integer(int column) const
{
    const auto value = m_statement.getColumn(column);
    if (!value.isInteger()) {
        damaged(column, "is not a whole number");
    }
    return value.getInt64();
}

std::size_t CatalogRows::index(int column, std::size_t count) const
{
    const auto value = integer(column);
    if (value < 1 || static_cast<std::uint64_t>(value) > count) {
        damaged(column, "points at nothing");
    }
    return static_cast<std::size_t>(value - 1);
}

bool CatalogRows::flag(int column) const
{
    const auto value = integer(column);
    if (value != 0 && value != 1) {
        damaged(column, "is neither yes nor no");
    }
    return value == 1;
}

std::optional<bool> CatalogRows::flagOrNull(int column) const
{
    return m_statement.getColumn(column).isNull() ? std::nullopt : std::optional<bool>{flag(column)};
}

std::optional<double> CatalogRows::numberOrNull(int column) const
{
    const auto value = m_statement.getColumn(column);
    if (value.isNull()) {
        return std::nullopt;
    }
    const double number = value.isFloat() || value.isInteger() ? value.getDouble() : -1.0;
    if (!std::isfinite(number) || number < 0 || number > 1e6) {
        damaged(column, "is not a plausible amount");
    }
    return number;
}

std::optional<int> CatalogRows::countOrNull(int column) const
{
    if (m_statement.getColumn(column).isNull()) {
        return std::nullopt;
    }
    const auto value = integer(column);
    if (value < 1 || value > 1'000'000) {
        damaged(column, "is not a plausible number");
    }
    return static_cast<int>(value);
}

}   // namespace offramp
