#include "catalog/compiler/catalog_source.h"

#include "base/text.h"
#include "catalog/compiler/json_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <vector>

namespace offramp::compiler {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largestFile = 8u * 1024 * 1024;
constexpr std::size_t deepestNesting = 32;
constexpr std::array<std::string_view, 4> topLevelFiles{"catalog", "features", "timeline", "vendors"};

// Follows the parser through the file to notice a key that is written twice, which JSON allows and people do not mean.
class DuplicateKeys {
public:
    DuplicateKeys(const std::string& file, Problems& problems) : m_file(file), m_problems(problems) {}

    [[nodiscard]] bool found() const { return m_found; }

    bool operator()(int /*depth*/, json::parse_event_t event, json& parsed)
    {
        switch (event) {
        case json::parse_event_t::object_start:
        case json::parse_event_t::array_start:
            countItem();
            m_levels.push_back({event == json::parse_event_t::array_start, 0, {}, {}});
            break;
        case json::parse_event_t::object_end:
        case json::parse_event_t::array_end: m_levels.pop_back(); break;
        case json::parse_event_t::key:
            m_levels.back().key = parsed.get<std::string>();
            if (!m_levels.back().keys.insert(m_levels.back().key).second) {
                m_problems.add(m_file, path(), "is written twice");
                m_found = true;
            }
            break;
        case json::parse_event_t::value: countItem(); break;
        }
        return true;
    }

private:
    struct Level {
        bool isArray = false;
        std::size_t items = 0;
        std::string key;
        std::set<std::string> keys;
    };

    void countItem()
    {
        if (!m_levels.empty() && m_levels.back().isArray) {
            ++m_levels.back().items;
        }
    }

    [[nodiscard]] std::string path() const
    {
        std::string result;
        for (const auto& level : m_levels) {
            if (level.isArray) {
                result += fmt::format("[{}]", level.items - 1);
            } else {
                result += (result.empty() ? "" : ".") + level.key;
            }
        }
        return result;
    }

    const std::string& m_file;
    Problems& m_problems;
    std::vector<Level> m_levels;
    bool m_found = false;
};

// Brackets deeper than any catalog file has. Found before parsing, because a parser that only refuses values still
// walks to the end.
bool isNestedTooDeep(std::string_view bytes)
{
    std::size_t depth = 0;
    bool inText = false;
    for (std::size_t position = 0; position < bytes.size(); ++position) {
        const char c = bytes[position];
        if (inText) {
            position += c == '\\' ? 1 : 0;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepestNesting) {
                return true;
            }
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

// What an editor made of the file that does not save plain UTF-8; empty for plain files.
std::string_view otherEncoding(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return "UTF-8 with a byte order mark";
    }
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    // "{" and what follows it as two bytes each.
    return marked || bytes.substr(0, 4).find('\0') != std::string_view::npos ? "UTF-16" : "";
}

std::string nameBelow(const fs::path& folder, const fs::path& file)
{
    const auto name = file.lexically_relative(folder).generic_u8string();
    return {name.begin(), name.end()};
}

std::optional<std::string> readBytes(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return std::nullopt;
    }
    std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return stream.bad() ? std::nullopt : std::optional{std::move(bytes)};
}

// Regular files ending in .json, by name.
std::map<std::string, fs::path> jsonFilesBelow(const fs::path& folder, Problems& problems)
{
    std::map<std::string, fs::path> result;
    std::error_code error;
    fs::recursive_directory_iterator walk(folder, error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
        if (walk->is_regular_file() && walk->path().extension() == ".json") {
            result.emplace(nameBelow(folder, walk->path()), walk->path());
        }
    }
    if (error) {
        problems.add("", "", fmt::format("the folder cannot be read: {}", error.message()));
    }
    return result;
}

}   // namespace

std::optional<json> parseStrictly(std::string_view bytes, const std::string& file, Problems& problems)
{
    if (bytes.size() > largestFile) {
        problems.add(file, "", "is larger than 8 MB");
        return std::nullopt;
    }
    if (const auto encoding = otherEncoding(bytes); !encoding.empty()) {
        problems.add(file, "", fmt::format("is saved as {}; save it as UTF-8 without a byte order mark", encoding), 1);
        return std::nullopt;
    }
    if (!text::isUtf8(bytes)) {
        problems.add(file, "", "holds characters that are not UTF-8; save it as UTF-8 without a byte order mark", 0);
        return std::nullopt;
    }
    if (isNestedTooDeep(bytes)) {
        problems.add(file, "", fmt::format("is nested more than {} levels deep", deepestNesting));
        return std::nullopt;
    }
    try {
        DuplicateKeys duplicates(file, problems);
        auto parsed = json::parse(bytes.begin(), bytes.end(), std::ref(duplicates));
        return duplicates.found() ? std::nullopt : std::optional{std::move(parsed)};
    } catch (const json::parse_error& error) {
        if (auto mistake = findMistake(bytes)) {
            problems.add(file, mistake->path, "not JSON: " + mistake->message, mistake->line);
            return std::nullopt;
        }
        const auto end = std::min(error.byte, bytes.size());
        const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        std::string_view reason = error.what();
        // The library says where in its own way; what follows the place is the reason.
        if (const auto colon = reason.find(": "); colon != std::string_view::npos) {
            reason.remove_prefix(colon + 2);
        }
        problems.add(file, "", fmt::format("not JSON: {}", reason), static_cast<std::size_t>(line));
    } catch (const json::exception& error) {
        problems.add(file, "", fmt::format("not JSON: {}", error.what()));
    }
    return std::nullopt;
}

std::string schemaFor(std::string_view file)
{
    const auto slash = file.find('/');
    const auto folder = slash == std::string_view::npos ? std::string_view{} : file.substr(0, slash);
    auto stem = slash == std::string_view::npos ? file : file.substr(slash + 1);
    if (!stem.ends_with(".json") || stem.find('/') != std::string_view::npos) {
        return {};
    }
    stem.remove_suffix(5);
    if (folder == "products") {
        return "product.schema.json";
    }
    if (folder == "replacements") {
        return "replacement.schema.json";
    }
    if (folder == "recipes") {
        return "recipe.schema.json";
    }
    const bool known = std::find(topLevelFiles.begin(), topLevelFiles.end(), stem) != topLevelFiles.end();
    return slash == std::string_view::npos && known ? fmt::format("{}.schema.json", stem) : std::string{};
}

std::size_t lineIn(const CatalogSource& source, const Problem& problem)
{
    const auto text = source.texts.find(problem.file);
    return text == source.texts.end() || problem.path.empty() ? 0 : lineOf(text->second, problem.path);
}

CatalogSource readCatalogSource(const fs::path& folder, Problems& problems)
{
    CatalogSource source;
    for (const auto& [name, path] : jsonFilesBelow(folder, problems)) {
        const bool isSchema = name.starts_with("schema/");
        if (!isSchema && schemaFor(name).empty()) {
            problems.add(name, "", "is not in a place the catalog has");
            continue;
        }
        auto bytes = readBytes(path);
        auto parsed = bytes ? parseStrictly(*bytes, name, problems) : std::nullopt;
        if (!bytes) {
            problems.add(name, "", "cannot be read");
        }
        if (!parsed) {
            source.complete = false;
        } else if (isSchema) {
            source.schemas.emplace(name.substr(7), std::move(*parsed));
        } else {
            source.files.emplace(name, std::move(*parsed));
        }
        if (bytes && !isSchema) {
            source.texts.emplace(name, std::move(*bytes));
        }
    }
    problems.findLines([&](const Problem& problem) { return lineIn(source, problem); });
    return source;
}

}   // namespace offramp::compiler
