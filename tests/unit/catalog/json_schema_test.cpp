#include "catalog/compiler/json_schema.h"
#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

using nlohmann::json;
using offramp::compiler::JsonSchemas;
using offramp::compiler::Problems;
using Lines = std::vector<std::string>;

namespace {

Lines problemsOf(const std::string& schema, const std::string& value)
{
    Problems problems;
    const JsonSchemas schemas({{"s.json", json::parse(schema)}}, problems);
    schemas.validate("s.json", json::parse(value), "f.json", problems);
    return offramp::test::linesOf(problems);
}

Lines problemsIn(const std::map<std::string, json>& documents)
{
    Problems problems;
    const JsonSchemas schemas(documents, problems);
    return offramp::test::linesOf(problems);
}

}   // namespace

TEST_CASE("a value that follows its schema has no problems")
{
    CHECK(problemsOf(R"({"type": "object", "required": ["a"], "additionalProperties": false, "properties":
                         {"a": {"type": ["integer", "null"], "minimum": 1, "maximum": 9},
                          "b": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string",
                                "minLength": 1, "maxLength": 3, "pattern": "^[a-zé]+$"}},
                          "c": {"const": true}, "d": {"enum": [1, "x"]}, "e": {"type": "number"}}})",
                     R"({"a": 3, "b": ["a", "éé"], "c": true, "d": "x", "e": 2})")
              .empty());
}

TEST_CASE("every broken rule is said with its place")
{
    using Case = std::tuple<std::string, std::string, std::string>;
    const auto [schema, value, expected] = GENERATE(table<std::string, std::string, std::string>({
        Case{R"({"type": "string"})", "1", "f.json: must be string, is integer; write \"1\""},
        Case{R"({"type": ["string", "null"]})", "true", "f.json: must be string or null, is boolean"},
        Case{R"({"type": "integer"})", "1.5", "f.json: must be integer, is number"},
        Case{R"({"required": ["a"]})", "{}", "f.json: \"a\" is missing"},
        Case{R"({"properties": {"a": {"type": "null"}}})", R"({"a": 1})", "f.json: a: must be null, is integer"},
        Case{R"({"additionalProperties": false})", R"({"a": 1})", "f.json: a: is not known here"},
        Case{R"({"additionalProperties": {"type": "null"}})", R"({"a": {"b": 1}})",
             "f.json: a: must be null, is object"},
        Case{R"({"enum": ["a", "b"]})", R"("c")", "f.json: \"c\" is not one of \"a\", \"b\""},
        Case{R"({"const": 4})", "5", "f.json: must be 4"},
        Case{R"({"pattern": "^a$"})", R"("b")", "f.json: \"b\" does not look like ^a$"},
        Case{R"({"items": {"type": "null"}})", "[null, 1]", "f.json: [1]: must be null, is integer"},
        Case{R"({"minItems": 2})", "[1]", "f.json: must have at least 2 items"},
        Case{R"({"uniqueItems": true})", "[1, 2, 1]", "f.json: [2]: 1 is in the list twice"},
        Case{R"({"minLength": 1})", R"("")", "f.json: must not be empty"},
        Case{R"({"minLength": 3})", R"("éé")", "f.json: must have at least 3 characters"},
        Case{R"({"maxLength": 2})", R"("ééé")", "f.json: has 3 characters, 2 are allowed"},
        Case{R"({"minimum": 1})", "0", "f.json: must be at least 1"},
        Case{R"({"maximum": 1})", "2", "f.json: must be at most 1"},
        Case{R"({"format": "uri"})", R"("no uri")", "f.json: \"no uri\" is not a URI"},
        Case{R"({"format": "date"})", R"("2025-02-30")", "f.json: there is no day 2025-02-30"},
        Case{R"({"format": "date-time"})", R"("2025-02-20")",
             "f.json: \"2025-02-20\" is not a date and time; write it as 2024-09-29T00:00:00-04:00"},
        Case{R"({"properties": {"a": {"items": {"$ref": "#/definitions/x"}}}, "definitions": {"x": {"type": "null"}}})",
             R"({"a": [null, 2]})", "f.json: a[1]: must be null, is integer"},
    }));
    CHECK(problemsOf(schema, value) == Lines{expected});
}

TEST_CASE("all problems of a value are said, in reading order")
{
    CHECK(problemsOf(R"({"items": {"type": "null"}, "uniqueItems": true})", "[0,1,2,3,4,5,6,7,8,9,10,null]").size()
          == 11);
    const auto lines =
        problemsOf(R"({"items": {"type": "null"}})", "[null,null,1,null,null,null,null,null,null,null,1]");
    CHECK(lines == Lines{"f.json: [2]: must be null, is integer", "f.json: [10]: must be null, is integer"});
}

TEST_CASE("a keyword that is not checked is a problem of the schema")
{
    for (const std::string keyword :
         {"oneOf", "patternProperties", "exclusiveMinimum", "if", "$id", "maxItems", "typo"}) {
        CHECK(problemsIn({{"s.json", json{{keyword, 1}}}})
              == Lines{"schema/s.json: " + keyword + ": is a keyword that is not checked here"});
    }
    CHECK(problemsIn({{"s.json", json::parse(R"({"properties": {"a": {"items": {"maxItems": 1}}}})")}})
          == Lines{"schema/s.json: properties.a.items.maxItems: is a keyword that is not checked here"});
    CHECK(problemsIn({{"s.json", json::parse(R"({"format": "email"})")}})
          == Lines{"schema/s.json: format: is a format that is not checked here"});
}

TEST_CASE("a schema that cannot mean anything is a problem")
{
    using Case = std::tuple<std::string, std::string>;
    const auto [schema, expected] = GENERATE(table<std::string, std::string>({
        Case{R"([])", "schema/s.json: must be an object"},
        Case{R"({"type": "text"})", "schema/s.json: type: \"text\" is no type"},
        Case{R"({"type": 1})", "schema/s.json: type: must be a list of words"},
        Case{R"({"pattern": "("})", "is not a regular expression"},
        Case{R"({"minItems": -1})", "schema/s.json: minItems: must be a whole number"},
        Case{R"({"$ref": "elsewhere"})", "schema/s.json: $ref: must be #/definitions/x"},
        Case{R"({"$ref": "#/definitions/x"})", "schema/s.json: s.json#/definitions/x leads nowhere"},
        Case{R"({"definitions": {"x": {"$ref": "#/definitions/x"}}})", "leads nowhere"},
        Case{R"({"$ref": "#/definitions/x", "minItems": 1, "definitions": {"x": {}}})",
             "schema/s.json: $ref: makes the other rules beside it count for nothing"},
        Case{R"({"items": {"definitions": {}}})", "schema/s.json: items: definitions belong at the top of the file"},
    }));
    const auto lines = problemsIn({{"s.json", json::parse(schema)}});
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Catch::Contains(expected));
}

TEST_CASE("a reference reaches a definition of another schema file")
{
    Problems problems;
    const JsonSchemas schemas({{"a.json", json::parse(R"({"$ref": "b.json#/definitions/x", "description": "kept"})")},
                               {"b.json", json::parse(R"({"definitions": {"x": {"$ref": "#/definitions/y"},
                                                                          "y": {"type": "null"}}})")}},
                              problems);
    REQUIRE(problems.empty());
    schemas.validate("a.json", 1, "f.json", problems);
    CHECK(offramp::test::linesOf(problems) == Lines{"f.json: must be null, is integer"});
}

TEST_CASE("a long text is refused before the pattern could exhaust the stack")
{
    const std::string longText(1'000'000, 'a');
    CHECK(problemsOf(R"({"pattern": "^a*$"})", "\"" + longText + "\"") == Lines{"f.json: is longer than 4096 bytes"});
    CHECK(problemsOf(R"({"pattern": "^[^\\s](.*[^\\s])?$"})", "\"" + longText.substr(0, 4096) + "\"").empty());
}

TEST_CASE("the schemas of the catalog use only what is checked")
{
    CHECK(problemsIn(offramp::test::readSchemas(offramp::test::fs::path(OFFRAMP_CATALOG_SOURCE) / "schema")).empty());
}
