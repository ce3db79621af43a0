// Version resources as a resource compiler writes them, for tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp::test {

inline std::string twoBytes(std::size_t value)
{
    return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
}

inline std::string fourBytes(std::uint32_t value)
{
    return twoBytes(value & 0xFFFF) + twoBytes(value >> 16);
}

// With a terminator. The letters of these tests are all below U+0800.
inline std::string utf16(std::string_view utf8)
{
    std::string out;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            out += twoBytes(byte);
        } else {
            out += twoBytes((byte & 0x1Fu) << 6 | (static_cast<unsigned char>(utf8[++at]) & 0x3Fu));
        }
    }
    return out + twoBytes(0);
}

inline std::string padded(std::string bytes)
{
    bytes.resize((bytes.size() + 3) & ~std::size_t{3}, '\0');
    return bytes;
}

// `valueLength` is counted as the type says: bytes for 0, letters for 1.
inline std::string versionBlock(std::string_view key, const std::string& value, int type, const std::string& parts)
{
    const std::string head = padded(std::string(6, '\0') + utf16(key));
    std::string block = head + (parts.empty() ? value : padded(value)) + parts;
    const std::size_t valueLength = type == 1 ? value.size() / 2 : value.size();
    block.replace(0, 6, twoBytes(block.size()) + twoBytes(valueLength) + twoBytes(static_cast<std::size_t>(type)));
    return padded(std::move(block));
}

inline std::string versionResource(const std::string& fixed, const std::string& parts)
{
    return versionBlock("VS_VERSION_INFO", fixed, 0, parts);
}

inline std::string fixedInformation(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    return fourBytes(0xFEEF04BD) + fourBytes(0x10000) + fourBytes(a << 16 | b) + fourBytes(c << 16 | d)
           + std::string(36, '\0');
}

inline std::string stringTable(std::string_view language, const std::vector<std::pair<std::string, std::string>>& texts)
{
    std::string parts;
    for (const auto& [name, text] : texts) {
        parts += versionBlock(name, utf16(text), 1, {});
    }
    return versionBlock(language, {}, 1, parts);
}

// Pairs of language and code page.
inline std::string translations(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs)
{
    std::string value;
    for (const auto& [language, codePage] : pairs) {
        value += twoBytes(language) + twoBytes(codePage);
    }
    return versionBlock("Translation", value, 0, {});
}

}   // namespace offramp::test
