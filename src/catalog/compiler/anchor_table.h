// Which products stand behind which anchor (catalog/anchors.h).
#pragma once

#include "catalog/anchors.h"
#include "catalog/compiler/node.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace offramp::compiler {

class AnchorTable {
public:
    using Place = std::pair<std::string, AnchorField>;   // word of the evidence kind, field

    // By id. They must outlive the table.
    explicit AnchorTable(std::map<std::string, Node> vendors) : m_vendors(std::move(vendors)) {}

    void take(const Node& signature, const std::string& vendor, const std::string& product);

    // Chooses the anchors. What they are depends on all signatures: the rarest
    // window is the best one.
    [[nodiscard]] const std::set<std::pair<std::int64_t, std::string>>& anchors();   // hash, product
    [[nodiscard]] const std::map<Place, AnchorShapes>& places();
    [[nodiscard]] AnchorFilter filter();

private:
    struct Pattern {
        AnchorField field;
        std::string text;
        std::set<std::string> kinds;
        std::string product;
    };

    void choose();
    void count(const Pattern& pattern);

    std::map<std::string, Node> m_vendors;
    std::vector<Pattern> m_patterns;
    std::vector<std::uint32_t> m_counts;   // how often a window occurs, several windows sharing a count
    bool m_chosen = false;
    std::set<std::pair<std::int64_t, std::string>> m_anchors;
    std::map<Place, AnchorShapes> m_places;
};

}   // namespace offramp::compiler
