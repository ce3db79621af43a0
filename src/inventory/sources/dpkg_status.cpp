#include "inventory/sources/dpkg_status.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace offramp::sources {

namespace {

enum class Field : std::size_t { package, version, architecture, maintainer, status };
constexpr std::array<std::string_view, 5> fieldNames{"package", "version", "architecture", "maintainer", "status"};

std::optional<Field> fieldNamed(std::string_view name)
{
    for (std::size_t index = 0; index < fieldNames.size(); ++index) {
        const std::string_view wanted = fieldNames[index];
        const auto sameLetter = [](char left, char right) { return (left | 0x20) == right; };
        if (name.size() == wanted.size() && std::equal(name.begin(), name.end(), wanted.begin(), sameLetter)) {
            return static_cast<Field>(index);
        }
    }
    return std::nullopt;
}

std::string_view nextWord(std::string_view& rest)
{
    rest = text::trim(rest);
    const std::size_t length = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view word = rest.substr(0, length);
    rest.remove_prefix(length);
    return word;
}

struct Condition {
    bool known = false;   // dpkg has more than the name of it
    PackageState state = PackageState::none;
};

// "install ok installed": what is wanted, whether it needs reinstalling, what is there. Source: dpkg(1).
Condition conditionFrom(std::string_view status)
{
    const std::string_view wanted = nextWord(status);
    const std::string_view flag = nextWord(status);
    const std::string_view condition = nextWord(status);
    if (condition == "not-installed") {
        return {false, PackageState::none};
    }
    if (flag == "reinstreq" || condition == "half-installed") {
        return {true, PackageState::halfInstalled};
    }
    if (condition == "installed") {
        return {true, wanted == "hold" ? PackageState::held : PackageState::installed};
    }
    if (condition == "config-files") {
        return {true, PackageState::configFiles};
    }
    if (condition == "unpacked" || condition == "half-configured" || condition == "triggers-awaited"
        || condition == "triggers-pending") {
        return {true, PackageState::unpacked};
    }
    return {true, PackageState::none};
}

class Stanza {
public:
    [[nodiscard]] bool empty() const { return !m_started; }

    void takeLine(std::string_view line)
    {
        m_started = true;
        const bool continuation = line.front() == ' ' || line.front() == '\t';
        const std::size_t colon = continuation ? 0 : line.find(':');
        if (colon == std::string_view::npos || line.find('\0') != std::string_view::npos) {
            m_damaged = true;
        }
        if (continuation || colon == std::string_view::npos) {
            return;
        }
        const std::optional<Field> field = fieldNamed(line.substr(0, colon));
        if (!field) {
            return;
        }
        std::optional<std::string_view>& value = m_values[static_cast<std::size_t>(*field)];
        if (value) {   // dpkg refuses a field that stands twice; the first one counts here
            m_damaged = true;
            return;
        }
        value = text::trim(line.substr(colon + 1));
    }

    void finish(DpkgStatus& result)
    {
        ++result.stanzas;
        const std::string_view name = valueOf(Field::package);
        const std::string_view status = valueOf(Field::status);
        const Condition condition = status.empty() ? Condition{true, PackageState::none} : conditionFrom(status);
        if (name.empty() || (condition.known && condition.state == PackageState::none)) {
            m_damaged = true;
        }
        if (!name.empty()) {
            auto& packages = condition.known ? result.packages : result.gone;
            packages.push_back(DpkgPackage{name, valueOf(Field::version), valueOf(Field::architecture),
                                           valueOf(Field::maintainer), condition.state});
        }
        result.damagedStanzas += m_damaged ? 1 : 0;
        *this = Stanza{};
    }

private:
    [[nodiscard]] std::string_view valueOf(Field field) const
    {
        return m_values[static_cast<std::size_t>(field)].value_or(std::string_view{});
    }

    std::array<std::optional<std::string_view>, fieldNames.size()> m_values{};
    bool m_started = false;
    bool m_damaged = false;
};

}   // namespace

DpkgStatus parseDpkgStatus(std::string_view text)
{
    DpkgStatus result;
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    result.packages.reserve(text.size() / 1024);

    Stanza stanza;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        std::string_view line = text.substr(0, newline);
        if (newline == std::string_view::npos) {
            result.truncated = true;
            text = {};
        } else {
            text.remove_prefix(newline + 1);
        }
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!line.empty()) {
            stanza.takeLine(line);
        } else if (!stanza.empty()) {
            stanza.finish(result);
        }
    }
    if (!stanza.empty()) {
        stanza.finish(result);
    }
    return result;
}

}   // namespace offramp::sources
