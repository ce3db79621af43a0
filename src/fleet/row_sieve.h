// RowSieve: whether any rule of the catalog can match a row at all.
//
// A fleet has a thousand rows nobody asks about for each one that matters. The catalog's anchors (catalog/anchors.h)
// are held in memory, and what was answered for a text is remembered, because computers have the same programs.
// Whatever passes is judged by the matcher; whatever does not, no rule can match.
#pragma once

#include "catalog/product_library.h"
#include "fleet/row_evidence.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace offramp::fleet {

// Of a text with the place it stands at. With 64 bits two texts do not share one by chance.
[[nodiscard]] std::uint64_t hashOfText(std::size_t place, std::string_view text);

class RowSieve {
public:
    explicit RowSieve(AnchorTable table);

    // What was answered before; one for each thread.
    class Memory {
    public:
        Memory() : m_answers(entries, 1) {}

    private:
        friend class RowSieve;
        static constexpr std::size_t entries = 1U << 16U;
        std::vector<std::uint64_t> m_answers;   // hash of a text, its lowest bit the answer
    };

    [[nodiscard]] bool mayMatter(const SeenRow& row, Memory& memory) const;

private:
    [[nodiscard]] bool mayMatter(EvidenceKind kind, AnchorField field, std::string_view text, Memory& memory) const;
    [[nodiscard]] bool search(EvidenceKind kind, AnchorField field, std::string_view text) const;
    [[nodiscard]] bool holds(std::uint64_t anchor) const;

    AnchorTable m_table;
    std::vector<std::uint64_t> m_hashes;   // open addressing, at most a quarter full; 0 is empty
    std::vector<std::uint64_t> m_bits;     // one for each anchor, small enough to stay in the processor's cache
};

}   // namespace offramp::fleet
