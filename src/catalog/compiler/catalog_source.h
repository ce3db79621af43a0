// The catalog as people write it: a folder of JSON files and their schemas.
#pragma once

#include "catalog/compiler/problems.h"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace offramp::compiler {

struct CatalogSource {
    std::map<std::string, nlohmann::json> files;     // by name relative to the folder, with slashes
    std::map<std::string, nlohmann::json> schemas;   // by file name: "common.schema.json"
    std::map<std::string, std::string> texts;   // the same files as they are written, where they were read from disk
    bool complete = true;                       // every file could be read
};

// Reads schema/*.schema.json and every other .json below `folder`, in an order that does not depend on the disk.
[[nodiscard]] CatalogSource readCatalogSource(const std::filesystem::path& folder, Problems& problems);

// The line a problem stands on, if its file was read from disk and the problem names a place in it; else 0.
[[nodiscard]] std::size_t lineIn(const CatalogSource& source, const Problem& problem);

// JSON without comments and without an object that names a key twice; empty after a problem was added.
[[nodiscard]] std::optional<nlohmann::json> parseStrictly(std::string_view bytes, const std::string& file,
                                                          Problems& problems);

// The schema a file must follow, decided by where it stands ("products/home.json" → "product.schema.json"); empty for
// a place the catalog does not have.
[[nodiscard]] std::string schemaFor(std::string_view file);

}   // namespace offramp::compiler
