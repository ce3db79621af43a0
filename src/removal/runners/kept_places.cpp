#include "removal/runners/kept_places.h"

#include <cstdint>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace offramp {

std::string encodeKept(const std::vector<std::string>& places)
{
    return nlohmann::json{{"kept", places}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::vector<std::string>> decodeKept(std::string_view bytes)
{
    const nlohmann::json value = nlohmann::json::parse(bytes, nullptr, false);
    const auto kept = value.is_object() ? value.find("kept") : value.end();
    if (kept == value.end() || !kept->is_array()) {
        return fail(ErrorCode::malformed, "undo data");
    }
    std::vector<std::string> places;
    for (const nlohmann::json& place : *kept) {
        if (!place.is_string()) {
            return fail(ErrorCode::malformed, "undo data");
        }
        places.push_back(place.get<std::string>());
    }
    return places;
}

std::string groupOf(std::string_view stepId)
{
    std::uint64_t hash = 0xcbf29ce484222325U;   // FNV-1a; only told apart, never trusted
    for (const char c : stepId) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return fmt::format("{:016x}", hash);
}

Result<void> putAllBack(Quarantine& quarantine, const std::string& undo)
{
    const Result<std::vector<std::string>> places = decodeKept(undo);
    if (!places) {
        return tl::unexpected(places.error());
    }
    Result<void> all;
    for (auto place = places->rbegin(); place != places->rend(); ++place) {
        if (auto back = quarantine.putBack(*place); !back && all) {
            all = std::move(back);
        }
    }
    return all;
}

}   // namespace offramp
