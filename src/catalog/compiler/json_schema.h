// The part of JSON Schema (draft-07) that the catalog's schemas use.
//
// type, required, properties, additionalProperties, enum, const, pattern, items (one schema), minItems, uniqueItems,
// minLength, maxLength, minimum, maximum, format (uri, date, date-time) and $ref to a definition of the same file or
// of another file of the set. Anything else in a schema is a problem: a rule that is written but not checked would be
// worse than no rule. Source: https://json-schema.org/draft-07/json-schema-validation
#pragma once

#include "catalog/compiler/problems.h"

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace offramp::compiler {

class JsonSchemas {
public:
    // `documents` by file name. Whatever is wrong with a schema is added under "schema/<file name>".
    JsonSchemas(const std::map<std::string, nlohmann::json>& documents, Problems& problems);
    ~JsonSchemas();
    JsonSchemas(const JsonSchemas&) = delete;
    JsonSchemas& operator=(const JsonSchemas&) = delete;

    [[nodiscard]] bool contains(const std::string& schemaName) const;
    // Adds every violation in `value`, the content of `file`. The schema must be in the set.
    void validate(const std::string& schemaName, const nlohmann::json& value, std::string_view file,
                  Problems& problems) const;

    struct Schema;

private:
    // Roots by file name, definitions by "common.schema.json#/definitions/text".
    std::map<std::string, std::unique_ptr<Schema>> m_schemas;
};

}   // namespace offramp::compiler
