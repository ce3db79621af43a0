#include "inventory/sources/rpm_output.h"

#include "base/text.h"
#include "inventory/sources/package_time.h"

#include <algorithm>
#include <array>

namespace offramp::sources {

namespace {

std::string_view orNothing(std::string_view value)
{
    value = text::trim(value);
    return value == "(none)" ? std::string_view{} : value;
}

bool isPackageName(std::string_view name)
{
    const auto allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
               || letter == '-' || letter == '_' || letter == '.' || letter == '+' || letter == '~' || letter == '^';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), allowed);
}

std::optional<RpmPackage> fromColumns(std::string_view line)
{
    const std::vector<std::string_view> columns = text::split(line, '\t');
    const auto column = [&](std::size_t index) {
        return index < columns.size() ? orNothing(columns[index]) : std::string_view{};
    };
    if (!isPackageName(column(0)) || column(1).empty()) {
        return std::nullopt;
    }
    return RpmPackage{column(0), column(1), column(2), column(3), packageTime(column(4))};
}

bool looksLikeArchitecture(std::string_view word)
{
    // Architectures are short words that begin with a letter; the last part of a release ("el8", "fc31") is one too,
    // so those distribution marks are told apart.
    if (word.empty() || word.size() > 12 || (word.front() >= '0' && word.front() <= '9')) {
        return false;
    }
    constexpr std::array<std::string_view, 7> distributionMarks{"el", "fc", "mga", "amzn", "lp", "suse", "azl"};
    const auto isMark = [&](std::string_view mark) {
        return word.size() > mark.size() && word.starts_with(mark) && word[mark.size()] >= '0'
               && word[mark.size()] <= '9';
    };
    return std::none_of(distributionMarks.begin(), distributionMarks.end(), isMark);
}

std::optional<RpmPackage> fromPlainLine(std::string_view line)
{
    RpmPackage package;
    const std::size_t dot = line.rfind('.');
    const std::size_t lastDash = line.rfind('-');
    // "gpg-pubkey-fd431d51-4ae0493b" has no architecture.
    if (dot != std::string_view::npos && lastDash != std::string_view::npos && dot > lastDash
        && looksLikeArchitecture(line.substr(dot + 1))) {
        package.architecture = orNothing(line.substr(dot + 1));
        line = line.substr(0, dot);
    }
    if (!isPackageName(line) || lastDash == std::string_view::npos || lastDash == 0) {
        return std::nullopt;
    }
    const std::size_t versionDash = line.rfind('-', lastDash - 1);
    if (versionDash == std::string_view::npos || versionDash == 0 || versionDash + 1 == lastDash
        || lastDash + 1 == line.size()) {
        return std::nullopt;
    }
    package.name = line.substr(0, versionDash);
    package.version = line.substr(versionDash + 1);
    return package;
}

}   // namespace

RpmOutput parseRpmOutput(std::string_view text)
{
    RpmOutput result;
    for (const std::string_view line : text::split(text, '\n')) {
        const std::string_view trimmed = text::trim(line);
        if (trimmed.empty()) {
            continue;
        }
        // An empty first column is damage, so the blanks around columns are not trimmed away as a whole.
        const bool columns = line.find('\t') != std::string_view::npos;
        if (const auto package = columns ? fromColumns(line) : fromPlainLine(trimmed)) {
            result.packages.push_back(*package);
        } else {
            ++result.damagedLines;
        }
    }
    return result;
}

}   // namespace offramp::sources
