#include "platform/recorded/json_reading.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace offramp {

namespace {

constexpr std::size_t jsonLimit = std::size_t{64} << 20;

}   // namespace

Result<std::string> readWholeFile(const std::filesystem::path& file, std::size_t limit)
{
    const std::string shown = pathToUtf8(file);
    std::error_code fault;
    const std::filesystem::file_status status = std::filesystem::status(file, fault);
    if (status.type() == std::filesystem::file_type::not_found) {
        return fail(ErrorCode::notFound, shown);
    }
    if (fault == std::errc::permission_denied) {
        return fail(ErrorCode::accessDenied, shown, fault.value());
    }
    // Pipes and devices would make the reader wait.
    if (status.type() != std::filesystem::file_type::regular) {
        return fail(ErrorCode::io, shown, fault.value());
    }
    const std::uintmax_t size = std::filesystem::file_size(file, fault);
    if (!fault && size > limit) {
        return fail(ErrorCode::tooLarge, shown);
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::accessDenied, shown);
    }
    std::string content(fault ? std::size_t{0} : static_cast<std::size_t>(size), '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) {
        return fail(ErrorCode::io, shown);
    }
    return content;
}

Result<nlohmann::json> readJsonFile(const std::filesystem::path& file)
{
    Result<std::string> content = readWholeFile(file, jsonLimit);
    if (!content) {
        return tl::unexpected<Error>(content.error());
    }
    std::string_view text = *content;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::exception& fault) {
        return fail(ErrorCode::malformed, fmt::format("{}: {}", pathToUtf8(file), fault.what()));
    }
}

const nlohmann::json& jsonMember(const nlohmann::json& object, std::string_view member)
{
    static const nlohmann::json nothing;
    if (!object.is_object()) {
        return nothing;
    }
    const auto found = object.find(member);
    return found == object.end() ? nothing : *found;
}

std::string jsonText(const nlohmann::json& object, std::string_view member)
{
    const nlohmann::json& value = jsonMember(object, member);
    return value.is_string() ? value.get<std::string>() : std::string{};
}

bool jsonFlag(const nlohmann::json& object, std::string_view member)
{
    const nlohmann::json& value = jsonMember(object, member);
    return value.is_boolean() && value.get<bool>();
}

}   // namespace offramp
