// Bytes as one JSON file of the catalog, through parser, schema and check. What passes all of them must compile and
// load: a source without problems that cannot be written or read back is a bug and stops the program.
//
// The first byte chooses the file of a small catalog that is replaced; the rest is its content.
#include "catalog/catalog_reader.h"
#include "catalog/compiler/catalog_check.h"
#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);

namespace {

using namespace offramp;
using nlohmann::json;

const compiler::CatalogSource& baseSource()
{
    static const auto source =
        test::withRecipes(test::miniSource(test::fs::path(OFFRAMP_CATALOG_SOURCE) / "schema"), test::miniRecipes());
    return source;
}

const compiler::JsonSchemas& schemas()
{
    static compiler::Problems problems;
    static const compiler::JsonSchemas read(baseSource().schemas, problems);
    if (!problems.empty()) {
        std::abort();
    }
    return read;
}

const std::string& nameOf(std::uint8_t choice)
{
    auto file = baseSource().files.begin();
    std::advance(file, choice % baseSource().files.size());
    return file->first;
}

void mustCompileAndLoad(const compiler::CatalogSource& source)
{
    try {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        compiler::fillCatalog(source, database);
        restrictDatabase(database);
        const auto loaded = readCatalog(database, "catalog.db");
        if (!loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().context.c_str());
            std::abort();
        }
        if (!loaded->recipes.load() || !loaded->replacements.load()) {
            std::abort();
        }
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "%s\n", exception.what());
        std::abort();
    }
}

void collect(json& value, std::vector<json*>& nodes)
{
    nodes.push_back(&value);
    for (auto& child : value) {
        if (value.is_structured()) {
            collect(child, nodes);
        }
    }
}

// Changes one value of the document: another value of it, a word, a number, or nothing at all.
void changeOneValue(json& document, std::mt19937& random)
{
    std::vector<json*> nodes;
    collect(document, nodes);
    const auto any = [&](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
    auto& chosen = *nodes[any(nodes.size())];
    const json donor = *nodes[any(nodes.size())];
    switch (any(7)) {
    case 0: chosen = donor; break;
    case 1: chosen = nullptr; break;
    case 2: chosen = static_cast<std::int64_t>(random()) - (1 << 30); break;
    case 3: chosen = random() % 2 == 0; break;
    case 4:
        if (chosen.is_array()) {
            chosen.push_back(donor);
        } else if (chosen.is_object() && !chosen.empty()) {
            chosen.erase(std::next(chosen.begin(), static_cast<std::ptrdiff_t>(any(chosen.size()))).key());
        }
        break;
    case 5:
        if (chosen.is_array() && !chosen.empty()) {
            chosen.erase(any(chosen.size()));
        }
        break;
    default:
        if (chosen.is_string()) {
            auto text = chosen.get<std::string>();
            text.insert(any(text.size() + 1), 1, static_cast<char>(' ' + static_cast<char>(any(95))));
            chosen = text;
        }
    }
}

}   // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed)
{
    std::mt19937 random(seed);
    if (size < 2 || random() % 3 == 0) {
        return LLVMFuzzerMutate(data, size, maxSize);
    }
    auto document = json::parse(data + 1, data + size, nullptr, false);
    if (document.is_discarded()) {
        const auto& name = nameOf(data[0]);
        document = baseSource().files.at(name);
    }
    changeOneValue(document, random);
    const auto text = document.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() + 1 > maxSize) {
        return LLVMFuzzerMutate(data, size, maxSize);
    }
    std::copy(text.begin(), text.end(), data + 1);
    return text.size() + 1;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto& name = nameOf(data[0]);
    const std::string bytes(data + 1, data + size);
    compiler::Problems problems;
    auto parsed = compiler::parseStrictly(bytes, name, problems);
    if (parsed.has_value() != problems.empty()) {
        std::abort();
    }
    if (!parsed) {
        return 0;
    }
    // One file changes; its schema and its place among the others do not.
    static auto source = baseSource();
    auto& file = source.files.at(name);
    file.swap(*parsed);
    compiler::checkCatalog(source, schemas(), problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.message.empty() || compiler::describe(problem, "x").empty()) {
            std::abort();
        }
    }
    // Writing a database takes longer than all the rest, so one good input in eight goes that far.
    if (problems.empty() && std::hash<std::string>{}(bytes) % 8 == 0) {
        mustCompileAndLoad(source);
    }
    file.swap(*parsed);
    return 0;
}
