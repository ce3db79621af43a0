#include "platform/linux/system_facts.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace offramp {

namespace {

constexpr std::uint32_t firstPerson = 1000;
constexpr std::uint32_t nobody = 65534;

// Shell-like quoting: one pair of quotes around the value and backslashes inside.
std::string unquoted(std::string_view value)
{
    value = text::trim(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
        value = value.substr(1, value.size() - 2);
    }
    std::string result;
    for (std::size_t index = 0; index < value.size(); ++index) {
        if (value[index] == '\\' && index + 1 < value.size()) {
            ++index;
        }
        result += value[index];
    }
    return result;
}

}   // namespace

std::string prettyNameFromOsRelease(std::string_view text)
{
    std::string pretty;
    std::string name;
    std::string version;
    for (const std::string_view line : text::split(text, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) {
            continue;
        }
        const std::string_view key = text::trim(line.substr(0, equals));
        std::string* const target = key == "PRETTY_NAME"  ? &pretty
                                    : key == "NAME"       ? &name
                                    : key == "VERSION_ID" ? &version
                                                          : nullptr;
        if (target != nullptr) {
            *target = unquoted(line.substr(equals + 1));
        }
    }
    if (!pretty.empty()) {
        return pretty;
    }
    return name.empty() || version.empty() ? name : name + " " + version;
}

std::vector<Account> peopleFromPasswd(std::string_view text, std::uint32_t currentUser)
{
    std::vector<Account> people;
    for (const std::string_view line : text::split(text, '\n')) {
        const std::vector<std::string_view> fields = text::split(line, ':');
        if (fields.size() < 6) {
            continue;
        }
        Account account{std::string(fields[0]), 0, std::string(fields[5])};
        const char* const end = fields[2].data() + fields[2].size();
        const auto parsed = std::from_chars(fields[2].data(), end, account.id);
        if (parsed.ec != std::errc{} || parsed.ptr != end) {
            continue;
        }
        const bool person = account.id >= firstPerson && account.id != nobody;
        if ((person || account.id == currentUser) && account.home.starts_with('/') && account.home != "/") {
            people.push_back(std::move(account));
        }
    }
    return people;
}

std::string localeTag(std::string_view environmentValue)
{
    std::string tag(environmentValue.substr(0, environmentValue.find_first_of(".@")));
    if (tag == "C" || tag == "POSIX") {
        return {};
    }
    std::replace(tag.begin(), tag.end(), '_', '-');
    return tag;
}

}   // namespace offramp
