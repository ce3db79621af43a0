#include "inventory/sources/kaspersky_values.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace offramp::sources {

namespace {

constexpr std::uint64_t earliest = 946684800;   // 2000-01-01
constexpr std::uint64_t latest = 4102444800;    // 2100-01-01
constexpr std::uint64_t ticksPerSecond = 10000000;
constexpr std::uint64_t secondsFrom1601To1970 = 11644473600;

std::optional<Instant> fromSeconds(std::uint64_t seconds)
{
    if (seconds < earliest || seconds >= latest) {
        return std::nullopt;
    }
    return Instant{std::chrono::seconds{seconds}};
}

std::optional<Instant> fromNumber(std::uint64_t number)
{
    if (const std::optional<Instant> instant = fromSeconds(number)) {
        return instant;
    }
    const std::uint64_t seconds = number / ticksPerSecond;
    return seconds < secondsFrom1601To1970 ? std::nullopt : fromSeconds(seconds - secondsFrom1601To1970);
}

std::optional<std::uint64_t> parse(std::string_view digits, int base)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return number;
}

bool takeHexPrefix(std::string_view& text)
{
    if (text.starts_with("0x") || text.starts_with("0X")) {
        text.remove_prefix(2);
        return true;
    }
    return false;
}

}   // namespace

std::optional<Instant> decodeVendorTime(const RegistryValue& value)
{
    using Type = RegistryValue::Type;
    if (value.type == Type::dword || value.type == Type::qword) {
        return fromNumber(value.number);
    }
    if (value.type == Type::binary || value.type == Type::none) {
        if (value.bytes.size() != 4 && value.bytes.size() != 8) {
            return std::nullopt;
        }
        std::uint64_t number = 0;
        for (std::size_t at = 0; at < value.bytes.size(); ++at) {
            number |= std::uint64_t{static_cast<unsigned char>(value.bytes[at])} << (8 * at);
        }
        return fromNumber(number);
    }
    const std::string text = textOf(value);
    std::string_view digits = text;
    if (!takeHexPrefix(digits)) {
        // A date of today has ten digits in decimal and eight in hexadecimal; neither is plausible as the other.
        if (const std::optional<std::uint64_t> number = parse(digits, 10)) {
            if (const std::optional<Instant> instant = fromNumber(*number)) {
                return instant;
            }
        }
    }
    const std::optional<std::uint64_t> number = parse(digits, 16);
    return number ? fromNumber(*number) : std::nullopt;
}

std::optional<long> decodeDaysLeft(const RegistryValue& value)
{
    using Type = RegistryValue::Type;
    std::optional<std::uint64_t> number;
    if (value.type == Type::dword || value.type == Type::qword) {
        number = value.number;
    } else if (value.type == Type::string || value.type == Type::expandString) {
        const std::string text = textOf(value);
        std::string_view digits = text;
        const bool negative = digits.starts_with('-');
        digits.remove_prefix(negative ? 1 : 0);
        takeHexPrefix(digits);
        number = parse(digits, 16);
        if (number && negative) {
            number = *number <= 36500 ? std::optional{0x100000000u - *number} : std::nullopt;
        }
    }
    if (!number || *number > 0xFFFFFFFFu) {
        return std::nullopt;
    }
    const long days = static_cast<std::int32_t>(static_cast<std::uint32_t>(*number));
    return days >= -36500 && days <= 36500 ? std::optional{days} : std::nullopt;
}

std::string editionIn(std::string_view text)
{
    constexpr std::array<std::string_view, 4> editions{"Basic", "Standard", "Plus", "Premium"};
    const std::string folded = text::foldName(text);
    for (const std::string_view word : text::split(folded, ' ')) {
        for (const std::string_view edition : editions) {
            if (text::equalsFolded(word, edition)) {
                return std::string(edition);
            }
        }
    }
    return {};
}

bool isFilled(const RegistryValue& value)
{
    const auto notNul = [](char byte) { return byte != '\0'; };
    return std::any_of(value.text.begin(), value.text.end(), notNul)
           || std::any_of(value.bytes.begin(), value.bytes.end(), notNul) || !value.texts.empty() || value.number != 0;
}

}   // namespace offramp::sources
