#include "fleet/csv_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace offramp::fleet {

CsvReader::CsvReader(std::string_view text) : m_rest(text)
{
    // Excel says so itself, in some countries.
    if (m_rest.starts_with("sep=") && m_rest.size() > 4) {
        m_separator = m_rest[4];
        m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size() - 1) + 1);
        ++m_line;
        return;
    }
    const std::string_view first = m_rest.substr(0, m_rest.find('\n'));
    std::ptrdiff_t most = 0;
    for (const char separator : {',', ';', '\t'}) {
        const auto count = std::count(first.begin(), first.end(), separator);
        if (count > most) {
            most = count;
            m_separator = separator;
        }
    }
}

bool CsvReader::next(std::vector<std::string>& fields)
{
    fields.clear();
    m_broken = false;
    if (m_rest.empty()) {
        return false;
    }
    m_rowLine = m_line;
    std::string field;
    bool quoted = false;
    bool wasQuoted = false;
    std::size_t at = 0;
    for (; at < m_rest.size(); ++at) {
        const char letter = m_rest[at];
        if (letter == '\n') {
            ++m_line;
        }
        if (quoted) {
            if (letter != '"') {
                field += letter;
            } else if (at + 1 < m_rest.size() && m_rest[at + 1] == '"') {
                field += '"';
                ++at;
            } else {
                quoted = false;
            }
        } else if (letter == '"' && field.empty() && !wasQuoted) {
            quoted = true;
            wasQuoted = true;
        } else if (letter == m_separator) {
            fields.push_back(std::move(field));
            field.clear();
            wasQuoted = false;
        } else if (letter == '\n') {
            ++at;
            break;
        } else if (letter != '\r') {
            m_broken = m_broken || wasQuoted;
            field += letter;
        }
    }
    m_broken = m_broken || quoted;
    fields.push_back(std::move(field));
    m_rest.remove_prefix(std::min(at, m_rest.size()));
    return true;
}

}   // namespace offramp::fleet
