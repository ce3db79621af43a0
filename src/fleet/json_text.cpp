#include "fleet/json_text.h"

#include <fmt/format.h>

namespace offramp::fleet {

std::string_view textOf(const simdjson::dom::element& value, NumberTexts& numbers)
{
    using simdjson::dom::element_type;
    switch (value.type()) {
    case element_type::STRING: return value.get_string().value_unsafe();
    case element_type::INT64: return numbers.keep(std::to_string(value.get_int64().value_unsafe()));
    case element_type::UINT64: return numbers.keep(std::to_string(value.get_uint64().value_unsafe()));
    case element_type::DOUBLE: return numbers.keep(fmt::format("{}", value.get_double().value_unsafe()));
    case element_type::BOOL: return value.get_bool().value_unsafe() ? "1" : "0";
    default: return {};
    }
}

std::optional<simdjson::dom::element> memberOf(const simdjson::dom::element& value,
                                               std::initializer_list<std::string_view> names)
{
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    for (const std::string_view name : names) {
        simdjson::dom::element found;
        if (object.at_key(name).get(found) == simdjson::SUCCESS && !found.is_null()) {
            return found;
        }
    }
    return std::nullopt;
}

std::string_view memberText(const simdjson::dom::element& value, std::initializer_list<std::string_view> names,
                            NumberTexts& numbers)
{
    const auto found = memberOf(value, names);
    return found ? textOf(*found, numbers) : std::string_view{};
}

std::optional<simdjson::dom::array> listOf(const simdjson::dom::element& value)
{
    simdjson::dom::array list;
    return value.get(list) == simdjson::SUCCESS ? std::optional(list) : std::nullopt;
}

}   // namespace offramp::fleet
