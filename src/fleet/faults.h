// Lines and entries that could not be read: all of them counted, the first ones located.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp::fleet {

struct SkippedLine {
    std::string file;         // as it was named; "-" is standard input
    std::uint64_t line = 0;   // from 1; 0 for the file as a whole
    std::string what;         // English, for logs
};

class Faults {
public:
    static constexpr std::size_t most = 100;   // located ones

    void add(std::string file, std::uint64_t line, std::string what)
    {
        ++m_count;
        if (m_located.size() < most) {
            m_located.push_back({std::move(file), line, std::move(what)});
        }
    }
    void addUnlocated(std::uint64_t count) { m_count += count; }
    void join(Faults&& other)
    {
        m_count += other.m_count;
        std::move(other.m_located.begin(), other.m_located.end(), std::back_inserter(m_located));
    }
    // In the order of file and line.
    void settle()
    {
        std::stable_sort(m_located.begin(), m_located.end(), [](const SkippedLine& left, const SkippedLine& right) {
            return left.file != right.file ? left.file < right.file : left.line < right.line;
        });
        m_located.resize(std::min(m_located.size(), most));
    }

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] const std::vector<SkippedLine>& located() const { return m_located; }

private:
    std::uint64_t m_count = 0;
    std::vector<SkippedLine> m_located;
};

}   // namespace offramp::fleet
