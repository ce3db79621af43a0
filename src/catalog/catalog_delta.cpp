#include "catalog/catalog_delta.h"

#include <cstdint>
#include <optional>

namespace offramp {

namespace {

constexpr std::string_view magic = "OFFRDLT1";

// Takes four bytes off the front.
std::optional<std::size_t> number(std::string_view& rest)
{
    if (rest.size() < 4) {
        return std::nullopt;
    }
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(rest[i]);
    }
    rest.remove_prefix(4);
    return value;
}

// Takes `length` bytes at `offset`; nothing when they are not all there.
std::optional<std::string_view> part(std::string_view bytes, std::size_t offset, std::size_t length)
{
    if (offset > bytes.size() || length > bytes.size() - offset) {
        return std::nullopt;
    }
    return bytes.substr(offset, length);
}

}   // namespace

Result<std::string> applyDelta(std::string_view old, std::string_view delta, std::size_t size)
{
    if (!delta.starts_with(magic)) {
        return fail(ErrorCode::malformed, "it is not a delta");
    }
    std::string_view rest = delta.substr(magic.size());
    std::string out;
    while (!rest.empty()) {
        const char operation = rest.front();
        rest.remove_prefix(1);
        std::optional<std::string_view> bytes;
        if (operation == 'C') {
            const auto offset = number(rest);
            const auto length = number(rest);
            bytes = offset && length ? part(old, *offset, *length) : std::nullopt;
        } else if (operation == 'D') {
            const auto length = number(rest);
            bytes = length ? part(rest, 0, *length) : std::nullopt;
            rest.remove_prefix(bytes ? bytes->size() : 0);
        }
        if (!bytes || bytes->size() > size - out.size()) {
            return fail(ErrorCode::malformed, "the delta is damaged or does not fit");
        }
        out.append(*bytes);
    }
    if (out.size() != size) {
        return fail(ErrorCode::malformed, "the delta makes a database of another size");
    }
    return out;
}

}   // namespace offramp
