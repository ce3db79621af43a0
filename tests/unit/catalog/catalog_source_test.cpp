#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

using namespace offramp::compiler;
using namespace offramp::test;
using Lines = std::vector<std::string>;

namespace {

Lines problemsOf(const std::string& bytes)
{
    Problems problems;
    const auto parsed = parseStrictly(bytes, "f.json", problems);
    CHECK(parsed.has_value() == problems.empty());
    return linesOf(problems);
}

}   // namespace

TEST_CASE("a key that is written twice is refused with its place")
{
    CHECK(problemsOf(R"({"a": 1, "b": [{"c": 1}, {"c": 2}], "c": 3})").empty());
    CHECK(problemsOf(R"({"a": 1, "a": 1})") == Lines{"f.json: a: is written twice"});
    CHECK(problemsOf(R"({"x": [[], 5, {"y": {"a": 1, "b": 2, "a": 3}}]})")
          == Lines{"f.json: x[2].y.a: is written twice"});
    CHECK(problemsOf(R"({"a": 1, "\u0061": 1})") == Lines{"f.json: a: is written twice"});
}

TEST_CASE("what is not JSON is refused with the line and what to do")
{
    const auto lines = problemsOf("{\n  \"a\": 1,\n  b\n}");
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Catch::StartsWith("f.json:3: not JSON: a name in double quotation marks"));
    for (const std::string bytes :
         {"", "{", "[1,]", "{\"a\":1}}", "// comment\n{}", "{\"a\": \"\xff\"}", "{'a': 1}", "1e999", "nul"}) {
        CHECK(problemsOf(bytes).size() == 1);
    }
}

TEST_CASE("nesting without end is refused")
{
    CHECK(problemsOf(std::string(100'000, '[')) == Lines{"f.json: is nested more than 32 levels deep"});
    CHECK(problemsOf(std::string(32, '[') + std::string(32, ']')).empty());
    CHECK(problemsOf("\"" + std::string(100, '[') + "\\\"" + std::string(100, '{') + "\"").empty());
}

TEST_CASE("a file's place decides its schema")
{
    CHECK(schemaFor("catalog.json") == "catalog.schema.json");
    CHECK(schemaFor("products/home.json") == "product.schema.json");
    CHECK(schemaFor("replacements/x.json") == "replacement.schema.json");
    CHECK(schemaFor("products/deep/home.json").empty());
    CHECK(schemaFor("other.json").empty());
    CHECK(schemaFor("other/vendors.json").empty());
}

TEST_CASE("a folder is read completely, and what does not belong there is said")
{
    ScratchFolder folder;
    for (const auto& [name, content] : miniFiles()) {
        writeBytes(folder / name, content);
    }
    writeBytes(folder / "schema/common.schema.json", "{}");
    writeBytes(folder / "notes.txt", "not looked at");
    Problems problems;
    const auto source = readCatalogSource(folder.path(), problems);
    CHECK(problems.empty());
    CHECK(source.complete);
    CHECK(source.files.size() == miniFiles().size());
    CHECK(source.schemas.contains("common.schema.json"));

    writeBytes(folder / "stray.json", "{}");
    writeBytes(folder / "products/broken.json", "{");
    Problems more;
    const auto second = readCatalogSource(folder.path(), more);
    CHECK_FALSE(second.complete);
    const auto lines = linesOf(more);
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[0], Catch::StartsWith("products/broken.json:1: not JSON: the file ends too early"));
    CHECK(lines[1] == "stray.json: is not in a place the catalog has");
}

TEST_CASE("a folder that is not there is a problem")
{
    Problems problems;
    const auto source = readCatalogSource("/nowhere/at/all", problems);
    CHECK_FALSE(problems.empty());
    CHECK(source.files.empty());
}
