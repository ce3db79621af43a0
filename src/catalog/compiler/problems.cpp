#include "catalog/compiler/problems.h"

#include <algorithm>
#include <tuple>

namespace offramp::compiler {

namespace {

// Pads every number to the same width, so that comparing text compares numbers by value.
std::string sortKey(std::string_view path)
{
    std::string key;
    std::size_t position = 0;
    while (position < path.size()) {
        const auto end = path.find_first_not_of("0123456789", position);
        const auto digits = (end == std::string_view::npos ? path.size() : end) - position;
        if (digits > 0 && digits < 10) {
            key.append(10 - digits, '0');
        }
        key.append(path.substr(position, std::max<std::size_t>(digits, 1)));
        position += std::max<std::size_t>(digits, 1);
    }
    return key;
}

std::string placeKey(std::string_view file, std::string_view path)
{
    std::string key{file};
    key += '\n';
    key += path;
    return key;
}

}   // namespace

void Problems::add(std::string_view file, std::string_view path, std::string message, std::size_t line)
{
    m_problems.push_back({std::string{file}, std::string{path}, std::move(message), line});
    m_places.insert(placeKey(file, path));
}

void Problems::findLines(const std::function<std::size_t(const Problem&)>& lineOf)
{
    for (auto& problem : m_problems) {
        problem.line = problem.line == 0 ? lineOf(problem) : problem.line;
    }
}

bool Problems::contains(std::string_view file, std::string_view path) const
{
    return m_places.contains(placeKey(file, path));
}

std::vector<Problem> Problems::sorted() const
{
    auto problems = m_problems;
    std::sort(problems.begin(), problems.end(), [](const Problem& left, const Problem& right) {
        return std::tuple(left.file, sortKey(left.path), left.message)
               < std::tuple(right.file, sortKey(right.path), right.message);
    });
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
    return problems;
}

std::string describe(const Problem& problem, std::string_view folder)
{
    std::string line{folder};
    if (!line.empty() && !line.ends_with('/')) {
        line += '/';
    }
    line += problem.file;
    if (problem.line != 0) {
        line += ':' + std::to_string(problem.line);
    }
    line += ": ";
    if (!problem.path.empty()) {
        line += problem.path + ": ";
    }
    return line + problem.message;
}

}   // namespace offramp::compiler
