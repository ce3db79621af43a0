#include "platform/linux/quarantine_record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

namespace offramp {

namespace {

constexpr std::string_view format = "offramp.quarantine/1";

}   // namespace

std::string encodeRecord(const QuarantineRecord& record)
{
    nlohmann::json owners = nlohmann::json::array();
    for (const FolderOwner& owner : record.owners) {
        owners.push_back({owner.mode, owner.user, owner.group});
    }
    constexpr std::array<const char*, 3> kinds{"file", "folder", "link"};
    return nlohmann::json{{"format", format},
                          {"from", record.from},
                          {"kind", kinds.at(static_cast<std::size_t>(record.facts.kind))},
                          {"volume", record.facts.volume},
                          {"id", record.facts.id},
                          {"owners", std::move(owners)}}
        .dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<QuarantineRecord> decodeRecord(const std::string& bytes)
{
    const nlohmann::json value = nlohmann::json::parse(bytes, nullptr, false);
    const auto text = [&](const char* key) {
        const auto found = value.is_object() ? value.find(key) : value.end();
        return found != value.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    const auto number = [](const nlohmann::json& from) {
        return from.is_number_unsigned() ? std::optional(from.get<std::uint64_t>()) : std::nullopt;
    };
    if (text("format") != format || !value.contains("volume") || !value.contains("id") || !value.contains("owners")
        || !value["owners"].is_array()) {
        return std::nullopt;
    }
    QuarantineRecord record;
    record.from = text("from");
    const std::string kind = text("kind");
    record.facts.kind = kind == "folder" ? PathFacts::Kind::folder
                        : kind == "link" ? PathFacts::Kind::link
                                         : PathFacts::Kind::file;
    const auto volume = number(value["volume"]);
    const auto id = number(value["id"]);
    if (!volume || !id) {
        return std::nullopt;
    }
    record.facts.volume = *volume;
    record.facts.id = *id;
    for (const nlohmann::json& owner : value["owners"]) {
        constexpr std::size_t fields = 3;
        if (!owner.is_array() || owner.size() != fields || !number(owner[0]) || !number(owner[1])
            || !number(owner[2])) {
            return std::nullopt;
        }
        record.owners.push_back(FolderOwner{static_cast<unsigned>(*number(owner[0])),
                                            static_cast<unsigned>(*number(owner[1])),
                                            static_cast<unsigned>(*number(owner[2]))});
    }
    return record;
}

}   // namespace offramp
