#include "catalog/vault_state.h"

#include "base/vocabulary.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace offramp {

namespace {

using Json = nlohmann::ordered_json;

constexpr Words<UpdateResult, 6> resultWords{{
    {UpdateResult::installed, "installed"},
    {UpdateResult::upToDate, "upToDate"},
    {UpdateResult::notDue, "notDue"},
    {UpdateResult::refused, "refused"},
    {UpdateResult::failed, "failed"},
    {UpdateResult::cancelled, "cancelled"},
}};

constexpr std::size_t mostArguments = 8;

Json reasonJson(const Reason& reason)
{
    Json arguments = Json::array();
    for (const ReasonArgument& argument : reason.arguments) {
        if (const auto* text = std::get_if<std::string>(&argument)) {
            arguments.push_back(*text);
        } else if (const auto* number = std::get_if<std::int64_t>(&argument)) {
            arguments.push_back(*number);
        } else {
            arguments.push_back({{"day", toString(std::get<Day>(argument))}});
        }
    }
    return {{"code", std::string(toString(reason.code))}, {"arguments", std::move(arguments)}};
}

const Json& member(const Json& object, const char* name)
{
    static const Json nothing;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() ? *found : nothing;
}

std::string textOf(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::optional<Instant> instantOf(const Json& value)
{
    const auto parsed = parseInstant(textOf(value));
    return parsed ? std::optional(parsed->instant) : std::nullopt;
}

std::optional<ReasonArgument> argumentOf(const Json& value)
{
    if (value.is_string()) {
        return ReasonArgument{value.get<std::string>()};
    }
    if (value.is_number_integer()) {
        return ReasonArgument{value.get<std::int64_t>()};
    }
    const auto day = parseDay(textOf(member(value, "day")));
    return day ? std::optional(ReasonArgument{*day}) : std::nullopt;
}

std::optional<LastTry> lastTryOf(const Json& value)
{
    const auto at = instantOf(member(value, "at"));
    const auto result = updateResultFromString(textOf(member(value, "outcome")));
    const Json& reason = member(value, "reason");
    const auto code = reasonCodeFromString(textOf(member(reason, "code")));
    const Json& arguments = member(reason, "arguments");
    if (!at || !result || !code || !arguments.is_array() || arguments.size() > mostArguments) {
        return std::nullopt;
    }
    LastTry last{*at, *result, Reason{*code, {}, {}}, textOf(member(value, "mirror"))};
    for (const Json& argument : arguments) {
        auto parsed = argumentOf(argument);
        if (!parsed) {
            return std::nullopt;
        }
        last.reason.arguments.push_back(std::move(*parsed));
    }
    return last;
}

// A serial or null; anything else is damage.
bool readSerial(const Json& value, std::optional<std::int64_t>& serial)
{
    if (value.is_null()) {
        return true;
    }
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() < 1
        || value.get<std::uint64_t>() > std::numeric_limits<std::int32_t>::max()) {
        return false;
    }
    serial = value.get<std::int64_t>();
    return true;
}

Json serialJson(const std::optional<std::int64_t>& serial)
{
    return serial ? Json(*serial) : Json();
}

}   // namespace

std::string_view toString(UpdateResult result)
{
    return wordFor(resultWords, result);
}

std::optional<UpdateResult> updateResultFromString(std::string_view word)
{
    return valueFor(resultWords, word);
}

std::string writeState(const VaultState& state)
{
    Json json{{"format", "offramp.catalogVault/1"},
              {"current", serialJson(state.current)},
              {"previous", serialJson(state.previous)},
              {"highest", state.highest},
              {"automatic", state.schedule.automatic == Automatic::weekly},
              {"nextTry", state.schedule.nextTry ? Json(toString(*state.schedule.nextTry)) : Json()},
              {"lastTry", nullptr}};
    if (state.lastTry) {
        json["lastTry"] = {{"at", toString(state.lastTry->at)},
                           {"outcome", std::string(toString(state.lastTry->result))},
                           {"reason", reasonJson(state.lastTry->reason)},
                           {"mirror", state.lastTry->mirror}};
    }
    // Sentences of libraries and servers may not be UTF-8; a state that cannot be written would be worse.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<VaultState> parseState(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (textOf(member(json, "format")) != "offramp.catalogVault/1") {
        return std::nullopt;
    }
    VaultState state;
    const Json& highest = member(json, "highest");
    const Json& automatic = member(json, "automatic");
    if (!readSerial(member(json, "current"), state.current) || !readSerial(member(json, "previous"), state.previous)
        || !highest.is_number_unsigned() || highest.get<std::uint64_t>() > std::numeric_limits<std::int32_t>::max()
        || !automatic.is_boolean()) {
        return std::nullopt;
    }
    state.highest = highest.get<std::int64_t>();
    state.schedule.automatic = automatic.get<bool>() ? Automatic::weekly : Automatic::off;
    state.schedule.nextTry = instantOf(member(json, "nextTry"));
    state.lastTry = lastTryOf(member(json, "lastTry"));
    return state;
}

}   // namespace offramp
