// Repetition: lines of a log that need not be decoded because all of their parts were.
#pragma once

#include "fleet/osquery_record.h"
#include "fleet/row_sieve.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::fleet {

// A record with one row repeats what stands around the row from line to line, and its row from computer to computer. A
// line that begins and ends like the last one, with a row in the middle that was decoded before and that no rule can
// match, is valid JSON and needs no decoding: its row is counted. Two rows that differ only in the digits of the date
// of installation count as the same: every computer has its own, no rule asks for it, and other digits within a string
// leave valid JSON valid.
class Repetition {
public:
    Repetition() : m_harmless(entries) {}

    // Whether the line is such a one; then its row was counted.
    bool take(std::string_view line)
    {
        const Around* const around = fitting(line);
        if (around == nullptr) {
            return false;
        }
        const std::uint64_t hash = hashOf(*around, line);
        if (m_harmless[hash % entries] != hash) {
            return false;
        }
        around->row.host->count(around->row.table);
        return true;
    }

    // After a line was decoded.
    void learn(std::string_view line, const std::optional<OsqueryRecords::SingleRow>& single)
    {
        if (!single || single->taken != FleetRows::Taken::counted) {
            return;
        }
        const Around* around = fitting(line);
        if (around == nullptr) {
            Around& next = m_around[m_next];
            next.row.host = nullptr;
            if (!split(line, next)) {
                return;
            }
            next.row = *single;
            around = &next;
            m_last = m_next;
            m_next = (m_next + 1) % m_around.size();
        }
        const std::uint64_t hash = hashOf(*around, line);
        m_harmless[hash % entries] = hash;
    }

    // The computers met so far are elsewhere now.
    void forgetHosts()
    {
        for (Around& around : m_around) {
            around.row.host = nullptr;
        }
    }

private:
    static constexpr std::size_t entries = 1U << 15U;

    struct Around {
        OsqueryRecords::SingleRow row;   // without a host: not filled yet
        std::string before;
        std::string behind;
    };

    [[nodiscard]] const Around* fitting(std::string_view line)
    {
        const auto fits = [line](const Around& around) {
            return around.row.host != nullptr && line.size() >= around.before.size() + around.behind.size() + 2
                   && line.starts_with(around.before) && line.ends_with(around.behind);
        };
        if (fits(m_around[m_last])) {   // mostly the one of the line before
            return &m_around[m_last];
        }
        for (std::size_t index = 0; index < m_around.size(); ++index) {
            if (index != m_last && fits(m_around[index])) {
                m_last = index;
                return &m_around[index];
            }
        }
        return nullptr;
    }
    [[nodiscard]] static std::uint64_t hashOf(const Around& around, std::string_view line)
    {
        const std::string_view row =
            line.substr(around.before.size(), line.size() - around.before.size() - around.behind.size());
        const std::size_t place = static_cast<std::size_t>(around.row.table) + 1000;
        const std::size_t date = digitsOfDate(row);
        if (date == std::string_view::npos) {
            return hashOfText(place, row) | 1U;   // 0 is an empty entry
        }
        const std::size_t behind = std::min(row.find('"', date), row.size());
        return hashOfText(static_cast<std::size_t>(hashOfText(place, row.substr(0, date))), row.substr(behind)) | 1U;
    }
    // Where the date of installation begins, if it is written with digits only.
    [[nodiscard]] static std::size_t digitsOfDate(std::string_view row)
    {
        constexpr std::string_view key = "\"install_date\":\"";
        constexpr std::size_t rare = std::string_view("\"install").size();   // letters of it that others do not have
        for (std::size_t at = row.find('_'); at != std::string_view::npos; at = row.find('_', at + 1)) {
            if (at < rare || row.substr(at - rare, key.size()) != key) {
                continue;
            }
            const std::size_t begin = at - rare + key.size();
            const std::size_t end = row.find_first_not_of("0123456789", begin);
            return end != std::string_view::npos && row[end] == '"' ? begin : std::string_view::npos;
        }
        return std::string_view::npos;
    }

    // Where the row begins and ends in a line that is valid JSON.
    static bool split(std::string_view line, Around& around)
    {
        constexpr std::string_view key = "\"columns\"";
        const std::size_t at = line.find(key);
        if (at == std::string_view::npos || line.rfind(key) != at) {
            return false;
        }
        const std::size_t begin = line.find_first_not_of(" \t:", at + key.size());
        if (begin == std::string_view::npos || line[begin] != '{') {
            return false;
        }
        bool quoted = false;
        std::size_t depth = 0;
        for (std::size_t end = begin; end < line.size(); ++end) {
            const char letter = line[end];
            if (quoted) {
                end += letter == '\\' ? 1 : 0;
                quoted = letter != '"';
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == '{') {
                ++depth;
            } else if (letter == '}' && --depth == 0) {
                around.before = line.substr(0, begin);
                around.behind = line.substr(end + 1);
                return true;
            }
        }
        return false;
    }

    std::array<Around, 4> m_around;   // of the last tables of the last computers
    std::size_t m_next = 0;
    std::size_t m_last = 0;
    std::vector<std::uint64_t> m_harmless;   // hashes of rows
};

}   // namespace offramp::fleet
