// A catalog.db somebody changed. The input is a list of changes to a small catalog (two bytes page, two bytes place in
// it, one byte length, then the bytes); an input that begins like a database is taken as one.
#pragma once

#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace offramp::fuzz {

constexpr std::size_t pageSize = 4096;

inline const std::string& baseDatabase()
{
    static const std::string bytes = [] {
        const test::ScratchFolder folder;
        const auto source =
            test::withRecipes(test::miniSource(test::fs::path(OFFRAMP_CATALOG_SOURCE) / "schema"), test::miniRecipes());
        if (!compiler::writeCatalog(source, folder / "catalog.db")) {
            std::abort();
        }
        return test::readBytes(folder / "catalog.db");
    }();
    return bytes;
}

inline std::string changedCatalog(const std::uint8_t* data, std::size_t size)
{
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.starts_with(magic)) {
        return std::string(input);
    }
    auto bytes = baseDatabase();
    const auto pages = bytes.size() / pageSize;
    std::size_t position = 0;
    while (position + 5 <= size) {
        const auto page = (static_cast<std::size_t>(data[position]) << 8 | data[position + 1]) % pages;
        const auto place = (static_cast<std::size_t>(data[position + 2]) << 8 | data[position + 3]) % pageSize;
        const auto length = std::min<std::size_t>({data[position + 4], size - position - 5, pageSize - place});
        std::memcpy(bytes.data() + page * pageSize + place, data + position + 5, length);
        position += 5 + length;
    }
    return bytes;
}

}   // namespace offramp::fuzz
