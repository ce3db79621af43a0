// Tables as spreadsheets write them (RFC 4180), with commas, semicolons or tabs; the first line tells which.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::fleet {

class CsvReader {
public:
    explicit CsvReader(std::string_view text);

    // The fields of the next row; false at the end.
    bool next(std::vector<std::string>& fields);
    // Where the last row begins, from 1.
    [[nodiscard]] std::uint64_t line() const { return m_rowLine; }
    // Whether a quoted field of the last row did not end, or went on behind its end.
    [[nodiscard]] bool brokenQuote() const { return m_broken; }

private:
    std::string_view m_rest;
    char m_separator = ',';
    std::uint64_t m_line = 1;
    std::uint64_t m_rowLine = 0;
    bool m_broken = false;
};

}   // namespace offramp::fleet
