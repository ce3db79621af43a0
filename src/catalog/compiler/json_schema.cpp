#include "catalog/compiler/json_schema.h"

#include "catalog/compiler/json_schema_rules.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace offramp::compiler {

namespace {

using nlohmann::json;
using Schema = JsonSchemas::Schema;

constexpr std::array<std::string_view, 7> typeWords{"array",  "boolean", "integer", "null",
                                                    "number", "object",  "string"};
constexpr std::array<std::string_view, 7> annotations{"$schema", "$comment", "title",      "description",
                                                      "default", "examples", "definitions"};

// Reads the keywords of one schema object.
class SchemaReader {
public:
    SchemaReader(const json& written, Schema& schema, Problems& problems)
        : m_written(written), m_schema(schema), m_problems(problems)
    {}

    void read()
    {
        for (const auto& [keyword, value] : m_written.items()) {
            if (std::find(annotations.begin(), annotations.end(), keyword) != annotations.end()) {
                continue;
            }
            if (!readReference(keyword, value) && !readForObjects(keyword, value) && !readForArrays(keyword, value)
                && !readForText(keyword, value) && !readForAll(keyword, value)) {
                complain(keyword, "is a keyword that is not checked here");
            }
            ++m_rules;
        }
        if (!m_schema.reference.empty() && m_rules > 1) {
            complain("$ref", "makes the other rules beside it count for nothing");
        }
    }

private:
    void complain(std::string_view keyword, std::string message)
    {
        m_problems.add("schema/" + m_schema.home, within(keyword), std::move(message));
    }

    [[nodiscard]] std::string within(std::string_view keyword) const
    {
        return m_schema.place.empty() ? std::string{keyword} : fmt::format("{}.{}", m_schema.place, keyword);
    }

    [[nodiscard]] Schema::Child child(const json& written, std::string_view keyword)
    {
        return readSchema(written, m_schema.home, within(keyword), m_problems);
    }

    void readCount(std::string_view keyword, const json& value, std::optional<std::size_t>& into)
    {
        if (value.is_number_unsigned()) {
            into = value.get<std::size_t>();
        } else {
            complain(keyword, "must be a whole number");
        }
    }

    void readNumber(std::string_view keyword, const json& value, std::optional<double>& into)
    {
        if (value.is_number()) {
            into = value.get<double>();
        } else {
            complain(keyword, "must be a number");
        }
    }

    std::vector<std::string> readWords(std::string_view keyword, const json& value)
    {
        std::vector<std::string> words;
        const bool isList = value.is_array() && std::all_of(value.begin(), value.end(), [](const json& item) {
                                return item.is_string();
                            });
        if (!isList || value.empty()) {
            complain(keyword, "must be a list of words");
        } else {
            words = value.get<std::vector<std::string>>();
        }
        return words;
    }

    bool readReference(std::string_view keyword, const json& value)
    {
        if (keyword != "$ref") {
            return false;
        }
        const auto text = value.is_string() ? value.get<std::string>() : std::string{};
        const auto mark = text.find("#/definitions/");
        if (mark == std::string::npos) {
            complain(keyword, "must be #/definitions/x or file#/definitions/x");
        } else {
            m_schema.reference = mark == 0 ? m_schema.home + text : text;
        }
        return true;
    }

    bool readForObjects(std::string_view keyword, const json& value)
    {
        if (keyword == "required") {
            m_schema.required = readWords(keyword, value);
        } else if (keyword == "properties") {
            if (!value.is_object()) {
                complain(keyword, "must be an object");
                return true;
            }
            for (const auto& [name, property] : value.items()) {
                m_schema.properties[name] = child(property, "properties." + name);
            }
        } else if (keyword == "additionalProperties") {
            if (value.is_boolean()) {
                m_schema.additionalAllowed = value.get<bool>();
            } else {
                m_schema.additional = child(value, keyword);
            }
        } else {
            return false;
        }
        return true;
    }

    bool readForArrays(std::string_view keyword, const json& value)
    {
        if (keyword == "items") {
            m_schema.items = child(value, keyword);
        } else if (keyword == "minItems") {
            readCount(keyword, value, m_schema.minItems);
        } else if (keyword == "uniqueItems") {
            if (!value.is_boolean()) {
                complain(keyword, "must be true or false");
            }
            m_schema.uniqueItems = value.is_boolean() && value.get<bool>();
        } else {
            return false;
        }
        return true;
    }

    bool readForText(std::string_view keyword, const json& value)
    {
        if (keyword == "minLength") {
            readCount(keyword, value, m_schema.minLength);
        } else if (keyword == "maxLength") {
            readCount(keyword, value, m_schema.maxLength);
        } else if (keyword == "pattern") {
            readPattern(value);
        } else if (keyword == "format") {
            const auto word = value.is_string() ? value.get<std::string>() : std::string{};
            if (word == "uri") {
                m_schema.format = Schema::Format::uri;
            } else if (word == "date") {
                m_schema.format = Schema::Format::date;
            } else if (word == "date-time") {
                m_schema.format = Schema::Format::dateTime;
            } else {
                complain(keyword, "is a format that is not checked here");
            }
        } else {
            return false;
        }
        return true;
    }

    void readPattern(const json& value)
    {
        m_schema.patternText = value.is_string() ? value.get<std::string>() : std::string{};
        try {
            m_schema.pattern.emplace(m_schema.patternText, std::regex::ECMAScript | std::regex::optimize);
        } catch (const std::regex_error& error) {
            complain("pattern", fmt::format("is not a regular expression: {}", error.what()));
        }
    }

    bool readForAll(std::string_view keyword, const json& value)
    {
        if (keyword == "type") {
            m_schema.types = value.is_string() ? std::vector{value.get<std::string>()} : readWords(keyword, value);
            for (const auto& type : m_schema.types) {
                if (std::find(typeWords.begin(), typeWords.end(), type) == typeWords.end()) {
                    complain(keyword, fmt::format("\"{}\" is no type", type));
                }
            }
        } else if (keyword == "const") {
            m_schema.constant = value;
        } else if (keyword == "enum") {
            if (!value.is_array() || value.empty()) {
                complain(keyword, "must be a list");
            } else {
                m_schema.choices.assign(value.begin(), value.end());
            }
        } else if (keyword == "minimum") {
            readNumber(keyword, value, m_schema.minimum);
        } else if (keyword == "maximum") {
            readNumber(keyword, value, m_schema.maximum);
        } else {
            return false;
        }
        return true;
    }

    const json& m_written;
    Schema& m_schema;
    Problems& m_problems;
    int m_rules = 0;
};

// Points every $ref below `schema` at the rules it names.
void connect(Schema& schema, const std::map<std::string, std::unique_ptr<Schema>>& all, Problems& problems)
{
    if (!schema.reference.empty()) {
        std::set<std::string> passed;
        const Schema* next = &schema;
        while (next != nullptr && !next->reference.empty() && passed.insert(next->reference).second) {
            const auto found = all.find(next->reference);
            next = found == all.end() ? nullptr : found->second.get();
        }
        if (next == nullptr || !next->reference.empty()) {
            problems.add("schema/" + schema.home, schema.place, fmt::format("{} leads nowhere", schema.reference));
        } else {
            schema.target = next;
        }
    }
    for (auto& [name, property] : schema.properties) {
        connect(*property, all, problems);
    }
    if (schema.additional) {
        connect(*schema.additional, all, problems);
    }
    if (schema.items) {
        connect(*schema.items, all, problems);
    }
}

}   // namespace

Schema::Child readSchema(const json& written, const std::string& home, const std::string& place, Problems& problems)
{
    auto schema = std::make_unique<Schema>();
    schema->home = home;
    schema->place = place;
    if (!written.is_object()) {
        problems.add("schema/" + home, place, "must be an object");
        return schema;
    }
    if (!place.empty() && written.contains("definitions")) {
        problems.add("schema/" + home, place, "definitions belong at the top of the file");
    }
    SchemaReader(written, *schema, problems).read();
    return schema;
}

JsonSchemas::JsonSchemas(const std::map<std::string, json>& documents, Problems& problems)
{
    for (const auto& [name, document] : documents) {
        m_schemas[name] = readSchema(document, name, "", problems);
        const auto definitions = document.is_object() ? document.find("definitions") : document.end();
        if (definitions == document.end()) {
            continue;
        }
        if (!definitions->is_object()) {
            problems.add("schema/" + name, "definitions", "must be an object");
            continue;
        }
        for (const auto& [word, definition] : definitions->items()) {
            m_schemas[name + "#/definitions/" + word] = readSchema(definition, name, "definitions." + word, problems);
        }
    }
    for (const auto& [key, schema] : m_schemas) {
        connect(*schema, m_schemas, problems);
    }
}

JsonSchemas::~JsonSchemas() = default;

bool JsonSchemas::contains(const std::string& schemaName) const
{
    return m_schemas.contains(schemaName);
}

void JsonSchemas::validate(const std::string& schemaName, const json& value, std::string_view file,
                           Problems& problems) const
{
    checkAgainst(*m_schemas.at(schemaName), value, file, "", problems);
}

}   // namespace offramp::compiler
