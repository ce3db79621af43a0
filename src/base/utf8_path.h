// Between paths and UTF-8 text. std::filesystem::path made from narrow text, and path::string(), mean the ANSI code
// page on Windows and lose every other letter; these do not.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace offramp {

[[nodiscard]] std::filesystem::path pathFromUtf8(std::string_view utf8);
// With the separators the path has.
[[nodiscard]] std::string pathToUtf8(const std::filesystem::path& path);

}   // namespace offramp
