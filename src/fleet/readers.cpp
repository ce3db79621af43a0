#include "fleet/readers.h"

#include "base/text.h"

#include <array>

namespace offramp::fleet {

std::string nameFromFile(std::string_view file)
{
    const std::string_view last = file.substr(file.find_last_of("/\\") + 1);
    const std::size_t dot = last.rfind('.');
    const std::string_view stem = dot == std::string_view::npos || dot == 0 ? last : last.substr(0, dot);
    return std::string(stem.empty() || stem == "-" ? std::string_view("unnamed") : stem);
}

std::optional<OsFamily> systemFromWords(std::string_view words)
{
    static constexpr std::array<std::string_view, 18> linuxWords{
        "linux", "debian", "ubuntu", "rhel", "red hat", "centos", "fedora", "suse", "arch",
        "mint",  "rocky",  "alma",   "amzn", "amazon",  "oracle", "gentoo", "kali", "manjaro"};
    const std::string folded = text::fold(words);
    const auto has = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
    if (has("darwin") || has("macos") || has("mac os") || has("macosx") || has("os x")) {
        return OsFamily::macos;
    }
    if (has("android") || has("ios") || has("ipad") || has("chromeos")) {
        return std::nullopt;
    }
    if (has("windows") || folded == "mswin32" || folded == "win") {
        return OsFamily::windows;
    }
    for (const std::string_view word : linuxWords) {
        if (has(word)) {
            return OsFamily::linux;
        }
    }
    return std::nullopt;
}

}   // namespace offramp::fleet
