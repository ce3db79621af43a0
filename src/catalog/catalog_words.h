// Rules that the catalog compiler enforces and the reader checks again, because it treats the file as foreign bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace offramp {

// "OFRP": the application_id in the header of every catalog.db.
inline constexpr std::int32_t catalogApplicationId = 0x4F465250;

// Vocabularies that stay words in the domain types.
inline constexpr std::array<std::string_view, 8> productSegmentWords{
    "home", "smallBusiness", "business", "enterprise", "industrial", "tool", "oem", "service"};
inline constexpr std::array<std::string_view, 3> parityWords{"full", "partial", "none"};
inline constexpr std::array<std::string_view, 3> replacementSegmentWords{"home", "smallBusiness", "enterprise"};
inline constexpr std::array<std::string_view, 5> replacementPlatformWords{"windows", "macos", "linux", "android",
                                                                          "ios"};
inline constexpr std::array<std::string_view, 4> packageManagerWords{"winget", "homebrewCask", "homebrewFormula",
                                                                     "apt"};
inline constexpr std::array<std::string_view, 2> zoneWords{"us-eastern", "fixed"};

template <std::size_t Count>
[[nodiscard]] constexpr bool isOneOf(const std::array<std::string_view, Count>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A link a person may open: https, a host with a dot, and no user name, port, query or fragment that could carry a
// referral or lead elsewhere.
[[nodiscard]] constexpr bool isPeopleLink(std::string_view url)
{
    constexpr std::string_view scheme = "https://";
    if (!url.starts_with(scheme)) {
        return false;
    }
    const auto rest = url.substr(scheme.size());
    const auto host = rest.substr(0, rest.find('/'));
    const bool hostIsPlain = std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
    const bool restIsPlain = std::all_of(rest.begin(), rest.end(), [](char c) {
        return c > ' ' && c < 0x7F && c != '?' && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>';
    });
    return hostIsPlain && restIsPlain && host.find('.') != std::string_view::npos && !host.starts_with('.')
           && !host.ends_with('.');
}

// Letters, digits and characters beyond ASCII: what a pattern really says beside its wildcards and punctuation.
[[nodiscard]] constexpr std::size_t literalCharacters(std::string_view pattern)
{
    return static_cast<std::size_t>(std::count_if(pattern.begin(), pattern.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || static_cast<unsigned char>(c) >= 0x80;
    }));
}

// A shorter pattern would match half of every machine.
inline constexpr std::size_t fewestLiteralCharacters = 3;

// Room for growth, and an end to a file that lies. Lists of this kind are searched from front to back.
inline constexpr std::size_t mostVendors = 1000;
inline constexpr std::size_t mostFeatures = 1000;
inline constexpr std::size_t deepestParents = 8;   // from a product up to its root

}   // namespace offramp
