#include "platform/recorded/recording_manifest.h"

#include "base/text.h"
#include "platform/recorded/json_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace offramp {

namespace {

std::optional<OsFamily> osFromWord(std::string_view written)
{
    const std::string word = text::foldName(written);
    const auto startsWithAny = [&](auto&... starts) { return (word.starts_with(starts) || ...); };
    if (word == "win" || startsWithAny("windows", "microsoft windows", "win1", "win7", "win8", "win32", "win64")) {
        return OsFamily::windows;
    }
    if (startsWithAny("mac", "darwin", "os x", "osx")) {
        return OsFamily::macos;
    }
    constexpr std::array distributions{
        "debian",  "ubuntu",     "fedora",  "red hat", "rhel",   "centos",   "rocky",  "alma",      "opensuse", "suse",
        "sles",    "arch",       "manjaro", "gentoo",  "alpine", "alt",      "astra",  "oracle",    "amazon",   "kali",
        "pop!_os", "elementary", "zorin",   "nixos",   "void",   "raspbian", "red os", "slackware", "gnu"};
    const auto named = [&](const char* name) { return word.starts_with(name); };
    if (word.find("linux") != std::string::npos || std::any_of(distributions.begin(), distributions.end(), named)) {
        return OsFamily::linux;
    }
    return std::nullopt;
}

Result<RecordedPlaces> readPlaces(const nlohmann::json& manifest, std::string_view member, const std::string& file)
{
    RecordedPlaces places;
    const nlohmann::json& list = jsonMember(manifest, member);
    if (list.is_null()) {
        return places;
    }
    if (!list.is_array()) {
        return fail(ErrorCode::malformed, fmt::format("{}: \"{}\" must be a list of places", file, member));
    }
    for (const nlohmann::json& entry : list) {
        if (!entry.is_string()) {
            return fail(ErrorCode::malformed, fmt::format("{}: \"{}\" holds something that is no text", file, member));
        }
        std::string place = entry.get<std::string>();
        const std::string folded = text::fold(place);
        if (folded.starts_with("hk")) {
            places.keys.push_back(canonicalKeyPath(place));
        } else if (folded.find_first_of("/\\:") != std::string::npos) {
            places.paths.push_back(std::move(place));
        } else {
            std::string port = folded;
            std::erase(port, '_');
            places.ports.push_back(std::move(port));
        }
    }
    return places;
}

}   // namespace

bool RecordedPlaces::namesPort(std::string_view port) const
{
    return std::find(ports.begin(), ports.end(), port) != ports.end();
}

std::string canonicalKeyPath(std::string_view written)
{
    std::string folded = text::fold(written);
    while (folded.ends_with('\\')) {
        folded.pop_back();
    }
    const std::string_view view = folded;
    const std::string_view root = view.substr(0, view.find('\\'));
    const std::string_view rest = view.substr(root.size());
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> roots{{
        {"hkey_local_machine", "hklm"},
        {"hklm", "hklm"},
        {"hkey_users", "hku"},
        {"hku", "hku"},
        {"hkey_current_user", "hkcu"},
        {"hkcu", "hkcu"},
        {"hkey_classes_root", "hklm\\software\\classes"},
        {"hkcr", "hklm\\software\\classes"},
    }};
    for (const auto& [name, canonical] : roots) {
        if (root == name) {
            return std::string(canonical).append(rest);
        }
    }
    return {};
}

bool isAtOrBelow(std::string_view place, std::string_view root, char separator)
{
    return place.starts_with(root)
           && (place.size() == root.size() || place[root.size()] == separator || root.ends_with(separator));
}

Result<RecordingManifest> readManifest(const std::filesystem::path& path)
{
    const std::string file = pathToUtf8(path);
    const Result<nlohmann::json> json = readJsonFile(path);
    if (!json) {
        return tl::unexpected<Error>(json.error());
    }
    if (!json->is_object()) {
        return fail(ErrorCode::malformed, fmt::format("{}: not a JSON object", file));
    }
    RecordingManifest manifest;
    const std::string os = jsonText(*json, "os");
    const std::optional<OsFamily> family = osFromWord(os);
    if (!family) {
        return fail(ErrorCode::malformed,
                    os.empty() ? fmt::format("{}: \"os\" is missing", file)
                               : fmt::format("{}: \"os\" is \"{}\", but must be windows, linux or macos", file, os));
    }
    MachineInfo& machine = manifest.machine;
    machine.os = *family;
    machine.name = jsonText(*json, "name");
    machine.osVersion = jsonText(*json, "osVersion");
    if (machine.osVersion.empty()) {
        machine.osVersion = os;
    }
    machine.server = jsonFlag(*json, "server");
    machine.elevated = jsonFlag(*json, "elevated");
    machine.locale = jsonText(*json, "locale");
    machine.recorded = true;
    if (jsonMember(*json, "managed").is_boolean()) {
        machine.managedByOrganisation = jsonFlag(*json, "managed");
    }
    if (!jsonMember(*json, "recordedAt").is_null()) {
        const std::string written = jsonText(*json, "recordedAt");
        // A day alone is enough for a person who writes the file by hand.
        const Result<OffsetInstant> instant = parseInstant(written.size() == 10 ? written + "T12:00:00Z" : written);
        if (!instant) {
            return fail(
                ErrorCode::malformed,
                fmt::format("{}: \"recordedAt\" is \"{}\", but must look like 2026-11-20T10:00:00Z", file, written));
        }
        manifest.recordedAt = instant->instant;
    }
    for (const auto& [member, places] :
         {std::pair{"denied", &manifest.denied}, std::pair{"complete", &manifest.complete}}) {
        Result<RecordedPlaces> read = readPlaces(*json, member, file);
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
        *places = std::move(*read);
    }
    return manifest;
}

}   // namespace offramp
