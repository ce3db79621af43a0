// Anchors: what must occur in a text before a rule's pattern can match it, as
// one number per pattern.
//
// A pattern without wildcards is anchored by the whole text, any other by a
// window: up to eight bytes of one of its literal pieces, the rarest the
// catalog has. The compiler stores which products stand behind each anchor; the
// reader computes the anchors of what was seen and asks for those. Numbers are
// the same on every system.
#pragma once

#include "domain/evidence.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// The texts of a piece of evidence that anchors are taken from, folded. Stored
// in catalog.db as these numbers.
enum class AnchorField { path, name, id, publisher };
inline constexpr std::size_t anchorFieldCount = 4;
inline constexpr std::size_t evidenceKindCount = static_cast<std::size_t>(EvidenceKind::kernelExtension) + 1;

inline constexpr std::size_t longestWindow = 8;

// Which anchors rules ask for in one field of one kind of evidence: bit 0 the
// whole text, bit n windows of n bytes.
using AnchorShapes = std::uint16_t;
inline constexpr AnchorShapes everyShape = (1U << (longestWindow + 1)) - 1;

[[nodiscard]] std::uint64_t wholeTextAnchor(AnchorField field, std::string_view folded);
// `window` has one to eight bytes.
[[nodiscard]] std::uint64_t windowAnchor(AnchorField field, std::string_view window);

// Calls `found` with every anchor of these shapes that `folded` has.
template <class Found>
void forEachAnchor(AnchorField field, std::string_view folded, AnchorShapes shapes, const Found& found)
{
    if ((shapes & 1U) != 0) {
        found(wholeTextAnchor(field, folded));
    }
    for (std::size_t length = 1; length <= longestWindow && length <= folded.size(); ++length) {
        if ((shapes >> length & 1U) == 0) {
            continue;
        }
        for (std::size_t start = 0; start + length <= folded.size(); ++start) {
            found(windowAnchor(field, folded.substr(start, length)));
        }
    }
}

// The text of one field, folded the way patterns are written.
[[nodiscard]] std::string foldedField(const Evidence& evidence, AnchorField field);

// A set of anchors that never forgets one and rarely knows one that is not in
// it (a Bloom filter), so that evidence nobody asks for costs no look into the
// database.
class AnchorFilter {
public:
    // Room for so many anchors.
    explicit AnchorFilter(std::size_t anchors);
    explicit AnchorFilter(std::string bits) : m_bits(std::move(bits)) {}

    void add(std::uint64_t anchor);
    [[nodiscard]] bool mayHold(std::uint64_t anchor) const;
    [[nodiscard]] const std::string& bits() const { return m_bits; }
    // Tells a damaged filter from a whole one: damage would look like "nothing
    // found".
    [[nodiscard]] std::int64_t checksum() const;

private:
    static constexpr std::uint32_t hashes = 3;

    [[nodiscard]] std::uint64_t bitOf(std::uint64_t anchor, std::uint32_t which) const;

    std::string m_bits;
};

}   // namespace offramp
