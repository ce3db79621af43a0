#include "platform/version_resource.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

namespace {

// Longer texts are cut. Explorer shows 64 letters of a company's name.
constexpr std::size_t longestText = 1024;
constexpr std::uint32_t english = 0x09;   // the low ten bits of a language: English, whatever country

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width)
{
    std::uint32_t value = 0;
    for (std::size_t byte = 0; byte < width && at + byte < bytes.size(); ++byte) {
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + byte])} << (8 * byte);
    }
    return value;
}

std::size_t aligned(std::size_t offset)
{
    return (offset + 3) & ~std::size_t{3};
}

std::string_view from(std::string_view bytes, std::size_t offset)
{
    return bytes.substr(std::min(offset, bytes.size()));
}

// Every part of the resource has the same shape: its length, that of its value, a type, a key, the value, and parts
// below. All parts begin at a multiple of four bytes from the beginning of the resource, and so from that of the part
// they lie in.
struct Block {
    std::string key;
    std::string_view value;   // all there is up to the end of the block for texts, whose length is often wrong
    std::string_view parts;
    std::uint32_t valueLength = 0;
    bool isText = false;
};

std::string textIn(std::string_view utf16)
{
    std::size_t end = 0;
    while (end + 1 < utf16.size() && end < 2 * longestText && (utf16[end] != '\0' || utf16[end + 1] != '\0')) {
        end += 2;
    }
    return std::string(text::trim(text::fromUtf16le(utf16.substr(0, end))));
}

// The block at the beginning of `bytes`; `size` is where the next one may begin.
std::optional<Block> blockAt(std::string_view bytes, std::size_t& size)
{
    constexpr std::size_t head = 6;
    const std::size_t length = number(bytes, 0, 2);
    if (bytes.size() < head || length < head || length > bytes.size()) {
        return std::nullopt;
    }
    size = aligned(length);
    const std::string_view whole = bytes.substr(0, length);
    Block block;
    block.valueLength = number(whole, 2, 2);
    block.isText = number(whole, 4, 2) == 1;
    std::size_t end = head;
    while (end + 1 < whole.size() && (whole[end] != '\0' || whole[end + 1] != '\0')) {
        end += 2;
    }
    block.key = text::fromUtf16le(whole.substr(head, std::min(end - head, 2 * longestText)));
    const std::string_view rest = from(whole, aligned(end + 2));
    const std::size_t valueBytes = std::size_t{block.valueLength} * (block.isText ? 2 : 1);
    block.value = block.isText ? rest : rest.substr(0, std::min(valueBytes, rest.size()));
    block.parts = from(rest, aligned(valueBytes));
    return block;
}

std::vector<Block> blocksIn(std::string_view bytes)
{
    std::vector<Block> blocks;
    std::size_t size = 0;
    for (auto block = blockAt(bytes, size); block; block = blockAt(bytes, size)) {
        blocks.push_back(std::move(*block));
        bytes = from(bytes, size);
    }
    return blocks;
}

std::string fixedVersion(std::string_view value)
{
    constexpr std::uint32_t signature = 0xFEEF04BD;
    constexpr std::size_t most = 8;
    constexpr std::size_t least = 12;
    if (value.size() < least + 4 || number(value, 0, 4) != signature) {
        return {};
    }
    const std::uint32_t high = number(value, most, 4);
    const std::uint32_t low = number(value, least, 4);
    return high == 0 && low == 0 ? std::string{}
                                 : fmt::format("{}.{}.{}.{}", high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF);
}

// "040904b0": the language and the code page.
struct Table {
    std::string key;   // folded
    std::vector<Block> texts;

    [[nodiscard]] bool isEnglish() const
    {
        std::uint32_t language = 0;
        for (const char digit : std::string_view(key).substr(0, 4)) {
            const bool letter = digit >= 'a' && digit <= 'f';
            if (!letter && (digit < '0' || digit > '9')) {
                return false;
            }
            language = language * 16 + static_cast<std::uint32_t>(letter ? digit - 'a' + 10 : digit - '0');
        }
        return (language & 0x3FF) == english;
    }
};

// The tables, the one to be asked first in front.
std::vector<Table> tablesIn(const std::vector<Block>& blocks)
{
    std::vector<Table> tables;
    std::vector<std::string> promised;
    for (const Block& block : blocks) {
        const std::string name = text::fold(block.key);
        for (const Block& part : blocksIn(block.parts)) {
            if (name == "stringfileinfo") {
                tables.push_back({text::fold(part.key), blocksIn(part.parts)});
            } else if (name == "varfileinfo" && text::fold(part.key) == "translation") {
                for (std::size_t at = 0; at + 4 <= part.value.size(); at += 4) {
                    promised.push_back(
                        fmt::format("{:04x}{:04x}", number(part.value, at, 2), number(part.value, at + 2, 2)));
                }
            }
        }
    }
    const auto rank = [&](const Table& table) {
        const auto place = std::find(promised.begin(), promised.end(), table.key) - promised.begin();
        return static_cast<std::size_t>(place) + (table.isEnglish() ? 0 : promised.size() + 1);
    };
    std::stable_sort(tables.begin(), tables.end(),
                     [&](const Table& left, const Table& right) { return rank(left) < rank(right); });
    return tables;
}

std::string textNamed(const std::vector<Table>& tables, std::string_view name)
{
    for (const Table& table : tables) {
        for (const Block& block : table.texts) {
            if (text::equalsFolded(block.key, name)) {
                if (std::string found = textIn(block.value); !found.empty()) {
                    return found;
                }
            }
        }
    }
    return {};
}

}   // namespace

Result<VersionResource> decodeVersionResource(std::string_view bytes)
{
    std::size_t size = 0;
    const std::optional<Block> root = blockAt(bytes, size);
    if (!root || !text::equalsFolded(root->key, "vs_version_info")) {
        return fail(ErrorCode::malformed, "version resource");
    }
    const std::vector<Table> tables = tablesIn(blocksIn(root->parts));
    VersionResource resource;
    resource.company = textNamed(tables, "CompanyName");
    resource.product = textNamed(tables, "ProductName");
    resource.description = textNamed(tables, "FileDescription");
    resource.version = fixedVersion(root->value);
    if (resource.version.empty()) {
        resource.version = textNamed(tables, "FileVersion");
    }
    return resource;
}

}   // namespace offramp
