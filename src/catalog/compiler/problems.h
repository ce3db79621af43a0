// What is wrong with the catalog's source, collected completely before anything is said.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::compiler {

struct Problem {
    std::string file;       // relative to the catalog folder: "products/home.json"
    std::string path;       // "products[2].signatures[0].names[1]"; empty for the whole file
    std::string message;    // what is wrong, in words
    std::size_t line = 0;   // where in the file, from 1; 0: not known

    friend bool operator==(const Problem&, const Problem&) = default;
};

class Problems {
public:
    void add(std::string_view file, std::string_view path, std::string message, std::size_t line = 0);
    // Asks for the line of every problem that has none yet.
    void findLines(const std::function<std::size_t(const Problem&)>& lineOf);

    [[nodiscard]] bool empty() const { return m_problems.empty(); }
    [[nodiscard]] bool contains(std::string_view file, std::string_view path) const;
    // By file, then place in reading order (item 10 after item 9), then message; nothing twice.
    [[nodiscard]] std::vector<Problem> sorted() const;

private:
    std::vector<Problem> m_problems;
    std::set<std::string> m_places;
};

// "resources/catalog/products/home.json:12: products[2].name: must not be empty"; `folder` is put in front. Editors
// jump to such a place.
[[nodiscard]] std::string describe(const Problem& problem, std::string_view folder);

}   // namespace offramp::compiler
