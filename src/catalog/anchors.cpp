#include "catalog/anchors.h"

#include "base/text.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t bitsPerAnchor = 12;
constexpr std::size_t smallestFilter = 64;   // bytes

// The finalizer of SplitMix64: every bit of the input reaches every bit of the
// result.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

// Up to eight bytes as a number, the first one lowest, whatever the machine's
// own order is.
std::uint64_t numberOf(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[index])) << (8U * index);
    }
    return number;
}

std::uint64_t seedOf(AnchorField field, std::size_t length)
{
    return mixed(static_cast<std::uint64_t>(field) * 16 + length);
}

std::uint64_t hashed(std::uint64_t seed, std::string_view text)
{
    std::uint64_t hash = seed ^ text.size();
    for (std::size_t start = 0; start < text.size(); start += 8) {
        hash = mixed(hash ^ numberOf(text.substr(start, 8)));
    }
    return hash;
}

}   // namespace

std::uint64_t wholeTextAnchor(AnchorField field, std::string_view folded)
{
    return mixed(hashed(seedOf(field, 0), folded));
}

std::uint64_t windowAnchor(AnchorField field, std::string_view window)
{
    return mixed(numberOf(window) ^ seedOf(field, window.size()));
}

std::string foldedField(const Evidence& evidence, AnchorField field)
{
    switch (field) {
    case AnchorField::path: return text::foldPath(evidence.location);
    case AnchorField::name: return text::foldName(evidence.name);
    case AnchorField::publisher: return text::foldName(evidence.publisher);
    case AnchorField::id: break;
    }
    return text::foldId(evidence.id);
}

AnchorFilter::AnchorFilter(std::size_t anchors)
    : m_bits(std::max(smallestFilter, anchors * bitsPerAnchor / 8 + 1), '\0')
{}

std::uint64_t AnchorFilter::bitOf(std::uint64_t anchor, std::uint32_t which) const
{
    const auto low = static_cast<std::uint32_t>(anchor);
    const auto high = static_cast<std::uint32_t>(anchor >> 32U) | 1U;
    const std::uint32_t spread = low + which * high;
    return (static_cast<std::uint64_t>(spread) * (m_bits.size() * 8)) >> 32U;
}

void AnchorFilter::add(std::uint64_t anchor)
{
    for (std::uint32_t which = 0; which < hashes; ++which) {
        const auto bit = bitOf(anchor, which);
        m_bits[bit / 8] = static_cast<char>(static_cast<unsigned char>(m_bits[bit / 8]) | (1U << (bit % 8)));
    }
}

bool AnchorFilter::mayHold(std::uint64_t anchor) const
{
    for (std::uint32_t which = 0; which < hashes; ++which) {
        const auto bit = bitOf(anchor, which);
        if ((static_cast<unsigned char>(m_bits[bit / 8]) >> (bit % 8) & 1U) == 0) {
            return false;
        }
    }
    return true;
}

std::int64_t AnchorFilter::checksum() const
{
    return static_cast<std::int64_t>(hashed(0x4F465250, m_bits));
}

}   // namespace offramp
