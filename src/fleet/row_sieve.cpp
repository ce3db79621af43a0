#include "fleet/row_sieve.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace offramp::fleet {

namespace {

std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 32U)) * 0xD6E8FEB86659FD93ULL;
    return value ^ (value >> 32U);
}

}   // namespace

// Two texts of one hash would share an answer. Who wants to hide a program from an inventory need not look for such a
// pair: it is enough to rename it.
std::uint64_t hashOfText(std::size_t place, std::string_view text)
{
    std::uint64_t hash = mixed(place * 0x9E3779B97F4A7C15ULL + text.size());
    const char* at = text.data();
    std::size_t left = text.size();
    std::uint64_t part = 0;
    // Four at a time, because a multiplication waits for the one before it.
    if (left >= 64) {
        std::array<std::uint64_t, 4> lanes{hash, hash + 1, hash + 2, hash + 3};
        for (; left >= 32; at += 32, left -= 32) {
            for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
                std::memcpy(&part, at + lane * 8, 8);
                lanes[lane] = (lanes[lane] ^ part) * 0x9FB21C651E98DF25ULL;
                lanes[lane] ^= lanes[lane] >> 29U;
            }
        }
        for (const std::uint64_t lane : lanes) {
            hash = mixed(hash ^ lane) * 0x9FB21C651E98DF25ULL;
        }
    }
    for (; left >= 8; at += 8, left -= 8) {
        std::memcpy(&part, at, 8);
        hash = (hash ^ part) * 0x9FB21C651E98DF25ULL;
        hash ^= hash >> 29U;
    }
    part = 0;
    if (left > 0) {
        std::memcpy(&part, at, left);
    }
    return mixed(hash ^ part);
}

RowSieve::RowSieve(AnchorTable table) : m_table(std::move(table))
{
    const std::size_t count = std::max<std::size_t>(m_table.anchors.size(), 16);
    m_hashes.resize(std::bit_ceil(count * 4));
    m_bits.resize(std::bit_ceil(count * 16) / 64);
    for (const std::uint64_t anchor : m_table.anchors) {
        std::size_t slot = anchor & (m_hashes.size() - 1);
        while (m_hashes[slot] != 0) {
            slot = (slot + 1) & (m_hashes.size() - 1);
        }
        m_hashes[slot] = anchor;
        const std::size_t bit = (anchor >> 20U) & (m_bits.size() * 64 - 1);
        m_bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

bool RowSieve::holds(std::uint64_t anchor) const
{
    const std::size_t bit = (anchor >> 20U) & (m_bits.size() * 64 - 1);
    if ((m_bits[bit / 64] >> (bit % 64) & 1U) == 0) {
        return false;
    }
    for (std::size_t slot = anchor & (m_hashes.size() - 1); m_hashes[slot] != 0;
         slot = (slot + 1) & (m_hashes.size() - 1)) {
        if (m_hashes[slot] == anchor) {
            return true;
        }
    }
    return false;
}

bool RowSieve::search(EvidenceKind kind, AnchorField field, std::string_view text) const
{
    const std::string folded = field == AnchorField::id     ? text::foldId(text)
                               : field == AnchorField::path ? text::foldPath(text)
                                                            : text::foldName(text);
    bool found = false;
    const AnchorShapes shapes = m_table.shapes[static_cast<std::size_t>(kind)][static_cast<std::size_t>(field)];
    forEachAnchor(field, folded, shapes, [&](std::uint64_t anchor) { found = found || holds(anchor); });
    return found;
}

bool RowSieve::mayMatter(EvidenceKind kind, AnchorField field, std::string_view text, Memory& memory) const
{
    const std::size_t place = static_cast<std::size_t>(kind) * anchorFieldCount + static_cast<std::size_t>(field);
    if (text.empty() || m_table.shapes[place / anchorFieldCount][place % anchorFieldCount] == 0) {
        return false;
    }
    const std::uint64_t hash = hashOfText(place, text) & ~std::uint64_t{1};
    std::uint64_t& known = memory.m_answers[(hash >> 1U) & (Memory::entries - 1)];
    if ((known & ~std::uint64_t{1}) != hash) {
        known = hash | static_cast<std::uint64_t>(search(kind, field, text));
    }
    return (known & 1U) != 0;
}

bool RowSieve::mayMatter(const SeenRow& row, Memory& memory) const
{
    return mayMatter(row.kind, AnchorField::name, row.name, memory)
           || mayMatter(row.kind, AnchorField::publisher, row.publisher, memory)
           || mayMatter(row.kind, AnchorField::id, row.id, memory)
           || mayMatter(row.kind, AnchorField::path, row.location, memory);
}

}   // namespace offramp::fleet
