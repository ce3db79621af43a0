#include "catalog/compiler/json_schema_rules.h"
#include "catalog/compiler/near_miss.h"

#include "base/calendar.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace offramp::compiler {

namespace {

using nlohmann::json;
using Schema = JsonSchemas::Schema;

// The standard library's matcher recurses once per character; this length stays far inside any stack.
constexpr std::size_t longestForPattern = 4096;
constexpr std::size_t longestQuoted = 60;

std::string_view typeOf(const json& value)
{
    switch (value.type()) {
    case json::value_t::null: return "null";
    case json::value_t::object: return "object";
    case json::value_t::array: return "array";
    case json::value_t::string: return "string";
    case json::value_t::boolean: return "boolean";
    case json::value_t::number_integer:
    case json::value_t::number_unsigned: return "integer";
    case json::value_t::number_float: return "number";
    default: return "unknown";
    }
}

bool hasType(const json& value, const std::vector<std::string>& types)
{
    return std::any_of(types.begin(), types.end(), [&](const std::string& type) {
        return type == typeOf(value) || (type == "number" && value.is_number());
    });
}

std::string shown(const json& value)
{
    auto text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > longestQuoted) {
        text.resize(longestQuoted);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) {
            text.pop_back();
        }
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0x80) {
            text.pop_back();
        }
        text += "…";
    }
    return text;
}

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A scheme, a colon and something after it, without blanks. Whose page it is, other checks ask.
bool isUri(const std::string& text)
{
    const auto colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
        return false;
    }
    const bool scheme = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+';
    });
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != 0x7F && c != '"' && c != '<' && c != '>' && c != '\\';
    });
    return scheme && plain;
}

class Check {
public:
    Check(std::string_view file, Problems& problems) : m_file(file), m_problems(problems) {}

    void value(const Schema& written, const json& value, const std::string& path)
    {
        const Schema& schema = written.target != nullptr ? *written.target : written;
        if (!schema.types.empty() && !hasType(value, schema.types)) {
            complain(path, fmt::format("must be {}, is {}{}", fmt::join(schema.types, " or "), typeOf(value),
                                       typeHint(schema, value)));
            return;
        }
        if (schema.constant && value != *schema.constant) {
            complain(path, fmt::format("must be {}", shown(*schema.constant)));
        }
        if (!schema.choices.empty()
            && std::find(schema.choices.begin(), schema.choices.end(), value) == schema.choices.end()) {
            complain(path, fmt::format("{} is not one of {}{}", shown(value), shownAll(schema.choices),
                                       nearestOf(schema.choices, value)));
        }
        if (value.is_object()) {
            object(schema, value, path);
        } else if (value.is_array()) {
            array(schema, value, path);
        } else if (value.is_string()) {
            text(schema, value.get_ref<const std::string&>(), path);
        } else if (value.is_number()) {
            number(schema, value.get<double>(), path);
        }
    }

private:
    void complain(const std::string& path, std::string message) { m_problems.add(m_file, path, std::move(message)); }

    static std::string shownAll(const std::vector<json>& values)
    {
        std::vector<std::string> words;
        for (const auto& value : values) {
            words.push_back(shown(value));
        }
        return fmt::format("{}", fmt::join(words, ", "));
    }

    static std::string nearestOf(const std::vector<json>& choices, const json& value)
    {
        std::vector<std::string> words;
        for (const auto& choice : choices) {
            if (choice.is_string()) {
                words.push_back(choice.get<std::string>());
            }
        }
        return value.is_string() ? didYouMean(value.get_ref<const std::string&>(), words) : std::string{};
    }

    // The likeliest way to a wrong type is a pair of quotation marks too many or too few.
    static std::string typeHint(const Schema& schema, const json& value)
    {
        const auto wants = [&](std::string_view type) {
            return std::find(schema.types.begin(), schema.types.end(), type) != schema.types.end();
        };
        if (wants("string") && value.is_number()) {
            return fmt::format("; write \"{}\"", value.dump());
        }
        if (wants("array") && !value.is_structured()) {
            return fmt::format("; write [{}]", value.is_null() ? std::string{} : shown(value));
        }
        if (!value.is_string()) {
            return {};
        }
        const auto inside = json::parse(value.get_ref<const std::string&>(), nullptr, false);
        return !inside.is_discarded() && hasType(inside, schema.types)
                   ? fmt::format("; write {} without quotation marks", inside.dump())
                   : std::string{};
    }

    void object(const Schema& schema, const json& object, const std::string& path)
    {
        for (const auto& name : schema.required) {
            if (!object.contains(name)) {
                complain(path, fmt::format("\"{}\" is missing", name));
            }
        }
        for (const auto& [name, member] : object.items()) {
            const auto memberPath = path.empty() ? name : path + "." + name;
            if (const auto property = schema.properties.find(name); property != schema.properties.end()) {
                value(*property->second, member, memberPath);
            } else if (schema.additional) {
                value(*schema.additional, member, memberPath);
            } else if (!schema.additionalAllowed) {
                std::vector<std::string> free;   // names that are not taken
                for (const auto& [known, ignored] : schema.properties) {
                    if (!object.contains(known)) {
                        free.push_back(known);
                    }
                }
                complain(memberPath, "is not known here" + didYouMean(name, free));
            }
        }
    }

    void array(const Schema& schema, const json& array, const std::string& path)
    {
        if (schema.minItems && array.size() < *schema.minItems) {
            complain(path,
                     fmt::format("must have at least {} item{}", *schema.minItems, *schema.minItems == 1 ? "" : "s"));
        }
        std::set<json> seen;
        for (std::size_t index = 0; index < array.size(); ++index) {
            const auto itemPath = fmt::format("{}[{}]", path, index);
            if (schema.uniqueItems && !seen.insert(array[index]).second) {
                complain(itemPath, fmt::format("{} is in the list twice", shown(array[index])));
            }
            if (schema.items) {
                value(*schema.items, array[index], itemPath);
            }
        }
    }

    void text(const Schema& schema, const std::string& text, const std::string& path)
    {
        if (schema.minLength || schema.maxLength) {
            const auto length = characters(text);
            if (schema.minLength && length < *schema.minLength) {
                complain(path, length == 0 ? std::string{"must not be empty"}
                                           : fmt::format("must have at least {} characters", *schema.minLength));
                return;
            }
            if (schema.maxLength && length > *schema.maxLength) {
                complain(path, fmt::format("has {} characters, {} are allowed", length, *schema.maxLength));
                return;
            }
        }
        if (schema.pattern) {
            if (text.size() > longestForPattern) {
                complain(path, fmt::format("is longer than {} bytes", longestForPattern));
                return;
            }
            if (!std::regex_search(text, *schema.pattern)) {
                complain(path, fmt::format("{} {}", shown(text), patternHint(schema.patternText, text)));
            }
        }
        format(schema.format, text, path);
    }

    // The patterns of the schemas in words.
    static std::string patternHint(std::string_view pattern, const std::string& text)
    {
        if (pattern.starts_with("^https://")) {
            return text.starts_with("http://") ? "must begin with https://, not http://"
                                               : "must be an https address without a query and without a fragment";
        }
        if (pattern.find("https?://") != std::string_view::npos) {
            return "must be an address that begins with https:// or http://, or empty";
        }
        if (pattern.find("T[0-9]{2}:") != std::string_view::npos) {
            return pattern.find("Z$") != std::string_view::npos ? "must be written as 2024-09-29T04:00:00Z"
                                                                : "must be written as 2024-09-29T00:00:00-04:00";
        }
        if (pattern == "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") {
            return "must be written as 2024-09-29";
        }
        if (pattern == "^[0-9]{4}-(0[1-9]|1[0-2])$") {
            return "must be a month, written as 2024-09";
        }
        if (pattern == "^[a-z0-9]+(-[a-z0-9]+)*$") {
            return "must be small letters, digits and single hyphens, such as kaspersky-plus";
        }
        if (pattern == "^[^\\s](.*[^\\s])?$") {
            return "must not begin or end with a blank, nor have a line break";
        }
        return fmt::format("does not look like {}", pattern);
    }

    void format(Schema::Format format, const std::string& text, const std::string& path)
    {
        if (format == Schema::Format::uri && !isUri(text)) {
            complain(path, fmt::format("{} is not a URI", shown(text)));
        } else if (format == Schema::Format::date) {
            if (const auto day = parseDay(text); !day) {
                complain(path, day.error().context);
            }
        } else if (format == Schema::Format::dateTime) {
            if (const auto instant = parseInstant(text); !instant) {
                complain(path, instant.error().context);
            }
        }
    }

    void number(const Schema& schema, double number, const std::string& path)
    {
        if (schema.minimum && number < *schema.minimum) {
            complain(path, fmt::format("must be at least {}", *schema.minimum));
        }
        if (schema.maximum && number > *schema.maximum) {
            complain(path, fmt::format("must be at most {}", *schema.maximum));
        }
    }

    std::string_view m_file;
    Problems& m_problems;
};

}   // namespace

void checkAgainst(const Schema& schema, const json& value, std::string_view file, const std::string& path,
                  Problems& problems)
{
    Check(file, problems).value(schema, value, path);
}

}   // namespace offramp::compiler
