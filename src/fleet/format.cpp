#include "fleet/format.h"

#include "base/text.h"
#include "base/vocabulary.h"

#include <array>
#include <utility>

namespace offramp::fleet {

namespace {

constexpr Words<Format, 7> formatWords{{
    {Format::osquery, "osquery"},
    {Format::fleet, "fleet"},
    {Format::glpi, "glpi"},
    {Format::wazuh, "wazuh"},
    {Format::intune, "intune"},
    {Format::registry, "reg"},
    {Format::saved, "saved"},
}};

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16leMark = "\xFF\xFE";
constexpr std::string_view utf16beMark = "\xFE\xFF";

std::string turnedAround(std::string_view bytes)
{
    std::string turned(bytes.substr(0, bytes.size() - bytes.size() % 2));
    for (std::size_t at = 0; at + 1 < turned.size(); at += 2) {
        std::swap(turned[at], turned[at + 1]);
    }
    return turned;
}

template <std::size_t size> bool anyIn(std::string_view text, const std::array<std::string_view, size>& words)
{
    for (const std::string_view word : words) {
        if (text.find(word) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::optional<Format> recogniseJson(std::string_view text)
{
    if (text.find("\"offramp.savedCheck/") != std::string_view::npos) {
        return Format::saved;
    }
    static constexpr std::array<std::string_view, 7> ofOsquery{
        "\"hostIdentifier\"", "\"host_identifier\"", "\"diffResults\"", "\"columns\"",
        "\"snapshot\"",       "\"calendarTime\"",    "\"diff_results\""};
    static constexpr std::array<std::string_view, 7> ofWazuh{
        "\"affected_items\"", "\"scan_time\"",           "\"agent_id\"", "syscollector", "wazuh-states",
        "\"dbsync_",          "\"total_affected_items\""};
    static constexpr std::array<std::string_view, 6> ofGlpi{"\"versionclient\"", "\"deviceid\"",  "\"softwares\"",
                                                            "\"itemtype\"",      "\"SOFTWARES\"", "\"DEVICEID\""};
    static constexpr std::array<std::string_view, 4> ofFleet{"\"software\"", "\"software_titles\"", "\"hosts\"",
                                                             "\"installed_versions\""};
    if (anyIn(text, ofOsquery)) {
        return Format::osquery;
    }
    if (anyIn(text, ofWazuh)) {
        return Format::wazuh;
    }
    if (anyIn(text, ofGlpi)) {
        return Format::glpi;
    }
    if (anyIn(text, ofFleet)) {
        return Format::fleet;
    }
    return std::nullopt;
}

}   // namespace

std::string_view toString(Format format)
{
    return wordFor(formatWords, format);
}

std::optional<Format> formatFromString(std::string_view word)
{
    return valueFor(formatWords, word);
}

std::string allFormats()
{
    std::string all;
    for (const auto& [format, word] : formatWords) {
        all.append(all.empty() ? "" : ", ").append(word);
    }
    return all;
}

std::optional<Format> recognise(std::string_view beginning)
{
    const std::string decoded = asUtf8Text(std::string(beginning.substr(0, beginningLength)));
    const std::string_view text = text::trim(decoded);
    if (text.starts_with("Windows Registry Editor") || text.starts_with("REGEDIT4")) {
        return Format::registry;
    }
    if (text.starts_with('<')) {
        return Format::glpi;
    }
    const std::string firstLine = text::fold(text.substr(0, text.find('\n')));
    const bool table =
        firstLine.find_first_of(",;\t") != std::string::npos && !text.starts_with('{') && !text.starts_with('[');
    static constexpr std::array<std::string_view, 4> ofIntune{"applicationname", "application name", "displayname",
                                                              "discovered app"};
    if (table && anyIn(firstLine, ofIntune)) {
        return Format::intune;
    }
    return text.find('{') != std::string_view::npos ? recogniseJson(text) : std::nullopt;
}

std::string asUtf8Text(std::string bytes)
{
    if (bytes.starts_with(utf8Mark)) {
        bytes.erase(0, utf8Mark.size());
    } else if (bytes.starts_with(utf16leMark)) {
        return text::fromUtf16le(std::string_view(bytes).substr(2));
    } else if (bytes.starts_with(utf16beMark)) {
        return text::fromUtf16le(turnedAround(std::string_view(bytes).substr(2)));
    } else if (bytes.size() >= 4 && bytes[1] == '\0' && bytes[3] == '\0') {
        return text::fromUtf16le(bytes);
    } else if (bytes.size() >= 4 && bytes[0] == '\0' && bytes[2] == '\0') {
        return text::fromUtf16le(turnedAround(bytes));
    }
    return text::isUtf8(bytes) ? bytes : text::fromWindows1252(bytes);
}

}   // namespace offramp::fleet
