// Reading JSON files of a recording without exceptions: a missing or wrong-typed member is empty.
#pragma once

#include "base/result.h"
#include "base/utf8_path.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace offramp {

// Whole content of an ordinary file; notFound, accessDenied, tooLarge or io otherwise.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path& file, std::size_t limit);

// malformed names the file and says what is wrong where.
[[nodiscard]] Result<nlohmann::json> readJsonFile(const std::filesystem::path& file);

[[nodiscard]] std::string jsonText(const nlohmann::json& object, std::string_view member);
[[nodiscard]] bool jsonFlag(const nlohmann::json& object, std::string_view member);
[[nodiscard]] const nlohmann::json& jsonMember(const nlohmann::json& object, std::string_view member);

}   // namespace offramp
