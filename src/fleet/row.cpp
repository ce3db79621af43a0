#include "fleet/row.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace offramp::fleet {

namespace {

using Alias = std::pair<std::string_view, Column>;

// Lower case. Sources: osquery's table specifications, GLPI's inventory format, the Wazuh and Fleet interfaces.
constexpr std::array aliases{
    Alias{"name", Column::name},
    Alias{"display_name", Column::displayName},
    Alias{"displayname", Column::displayName},
    Alias{"device_name", Column::displayName},
    Alias{"version", Column::version},
    Alias{"release", Column::release},
    Alias{"publisher", Column::publisher},
    Alias{"vendor", Column::publisher},
    Alias{"manufacturer", Column::publisher},
    Alias{"provider", Column::publisher},
    Alias{"maintainer", Column::maintainer},
    Alias{"install_location", Column::installLocation},
    Alias{"installed_path", Column::installLocation},
    Alias{"location", Column::installLocation},
    Alias{"folder", Column::installLocation},
    Alias{"path", Column::path},
    Alias{"image", Column::path},
    Alias{"executable", Column::path},
    Alias{"program", Column::program},
    Alias{"program_arguments", Column::programArguments},
    Alias{"identifying_number", Column::identifier},
    Alias{"guid", Column::identifier},
    Alias{"bundle_identifier", Column::identifier},
    Alias{"identifier", Column::identifier},
    Alias{"extension_id", Column::identifier},
    Alias{"id", Column::id},
    Alias{"uninstall_string", Column::uninstallString},
    Alias{"install_date", Column::installDate},
    Alias{"installdate", Column::installDate},
    Alias{"install_time", Column::installDate},
    Alias{"status", Column::status},
    Alias{"state", Column::state},
    Alias{"active_state", Column::state},
    Alias{"type", Column::type},
    Alias{"service_type", Column::type},
    Alias{"start_type", Column::startType},
    Alias{"pid", Column::processId},
    Alias{"service", Column::service},
    Alias{"description", Column::description},
    Alias{"common_name", Column::commonName},
    Alias{"subject", Column::subject},
    Alias{"issuer", Column::issuer},
    Alias{"sha1", Column::sha1},
    Alias{"store", Column::store},
    Alias{"store_location", Column::storeLocation},
    Alias{"bundle_name", Column::bundleName},
    Alias{"bundle_version", Column::bundleVersion},
    Alias{"bundle_short_version", Column::bundleShortVersion},
    Alias{"copyright", Column::copyright},
    Alias{"label", Column::label},
    Alias{"remediation_path", Column::remediationPath},
    Alias{"signatures_up_to_date", Column::signaturesUpToDate},
    Alias{"source", Column::source},
    Alias{"format", Column::source},
    Alias{"from", Column::source},
    Alias{"username", Column::userName},
    Alias{"user", Column::userName},
    Alias{"section", Column::section},
    Alias{"fragment_path", Column::fragmentPath},
    Alias{"module_path", Column::modulePath},
    Alias{"driver_key", Column::driverKey},
    Alias{"inf", Column::driverKey},
    Alias{"package_group", Column::packageGroup},
    Alias{"revision", Column::revision},
};

constexpr std::size_t slots = 512;
constexpr std::uint8_t none = 0xFF;

constexpr char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

constexpr std::size_t slotOf(std::string_view name)
{
    const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(lowered(name[at])); };
    return (name.size() * 131 + letter(0) * 31 + letter(name.size() / 2) * 7 + letter(name.size() - 1) * 3) % slots;
}

// Every row of a fleet asks for each of its columns, so a column is found by its length and three letters.
constexpr std::array<std::uint8_t, slots> makeTable()
{
    std::array<std::uint8_t, slots> table{};
    for (auto& slot : table) {
        slot = none;
    }
    for (std::size_t index = 0; index < aliases.size(); ++index) {
        std::size_t slot = slotOf(aliases[index].first);
        while (table[slot] != none) {
            slot = (slot + 1) % slots;
        }
        table[slot] = static_cast<std::uint8_t>(index);
    }
    return table;
}

constexpr std::array<std::uint8_t, slots> table = makeTable();

bool sameName(std::string_view left, std::string_view lowerRight)
{
    if (left.size() != lowerRight.size()) {
        return false;
    }
    for (std::size_t at = 0; at < left.size(); ++at) {
        if (lowered(left[at]) != lowerRight[at]) {
            return false;
        }
    }
    return true;
}

}   // namespace

std::string_view cutToLongest(std::string_view text)
{
    std::size_t length = std::min(text.size(), longestText);
    // Not within a letter of UTF-8.
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    return text.substr(0, length);
}

std::optional<Column> columnFromName(std::string_view name)
{
    if (name.empty()) {
        return std::nullopt;
    }
    for (std::size_t slot = slotOf(name); table[slot] != none; slot = (slot + 1) % slots) {
        const Alias& alias = aliases[table[slot]];
        if (sameName(name, alias.first)) {
            return alias.second;
        }
    }
    return std::nullopt;
}

}   // namespace offramp::fleet
