// A schema after reading: the rules of one place. Private to json_schema.
#pragma once

#include "catalog/compiler/json_schema.h"

#include <optional>
#include <regex>
#include <set>
#include <vector>

namespace offramp::compiler {

struct JsonSchemas::Schema {
    using Child = std::unique_ptr<Schema>;

    enum class Format { none, uri, date, dateTime };

    std::string home;                 // the schema file it stands in
    std::string place;                // where in that file
    std::string reference;            // key in JsonSchemas::m_schemas, when this is only a $ref
    const Schema* target = nullptr;   // what the reference leads to

    std::vector<std::string> types;   // empty: any
    std::vector<std::string> required;
    std::map<std::string, Child> properties;
    bool additionalAllowed = true;
    Child additional;   // for members that are not in `properties`
    Child items;
    std::optional<nlohmann::json> constant;
    std::vector<nlohmann::json> choices;
    std::optional<std::regex> pattern;
    std::string patternText;
    std::optional<std::size_t> minItems, minLength, maxLength;
    bool uniqueItems = false;
    std::optional<double> minimum, maximum;
    Format format = Format::none;
};

// Reads one schema and the schemas inside it; problems are added under "schema/<home>".
[[nodiscard]] JsonSchemas::Schema::Child readSchema(const nlohmann::json& written, const std::string& home,
                                                    const std::string& place, Problems& problems);

// Adds what `value` breaks.
void checkAgainst(const JsonSchemas::Schema& schema, const nlohmann::json& value, std::string_view file,
                  const std::string& path, Problems& problems);

}   // namespace offramp::compiler
