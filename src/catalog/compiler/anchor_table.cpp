#include "catalog/compiler/anchor_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <string_view>

namespace offramp::compiler {

namespace {

constexpr std::size_t countCells = 1U << 20U;

// What half of all evidence contains. It may be rare in patterns; as an anchor it would bring its product along, and
// the matcher down upon, whatever is installed.
constexpr std::array<std::string_view, 16> everywhere{"c:/program files (x86)/common files/",
                                                      "c:/program files/",
                                                      "c:/programdata/microsoft/windows/start menu/programs/",
                                                      "c:/windows/system32/drivers/",
                                                      "c:/windows/syswow64/",
                                                      "c:/users/public/",
                                                      "/appdata/local/programs/",
                                                      "/appdata/roaming/",
                                                      "/applications/",
                                                      "/library/application support/",
                                                      "/usr/share/doc/",
                                                      "/usr/lib/systemd/system/",
                                                      "/var/opt/",
                                                      " for windows (64-bit)",
                                                      " version ",
                                                      ".exe.dll.sys.service.desktop.app"};
constexpr std::uint32_t commonness = 1'000'000;

std::vector<std::string_view> literalsOf(std::string_view pattern)
{
    std::vector<std::string_view> literals;
    while (!pattern.empty()) {
        const auto end = std::min(pattern.find_first_of("*#"), pattern.size());
        if (end > 0) {
            literals.push_back(pattern.substr(0, end));
        }
        pattern.remove_prefix(std::min(end + 1, pattern.size()));
    }
    return literals;
}

bool hasWildcard(std::string_view pattern)
{
    return pattern.find_first_of("*#") != std::string_view::npos;
}

template <class Seen> void forEachWindow(std::string_view pattern, const Seen& seen)
{
    std::size_t longest = 0;
    for (const auto literal : literalsOf(pattern)) {
        longest = std::max(longest, std::min(literal.size(), longestWindow));
    }
    for (const auto literal : literalsOf(pattern)) {
        for (std::size_t start = 0; longest > 0 && start + longest <= literal.size(); ++start) {
            seen(literal.substr(start, longest));
        }
    }
}

}   // namespace

void AnchorTable::take(const Node& signature, const std::string& vendor, const std::string& product)
{
    const auto kindTexts = signature["kinds"].texts();
    const std::set<std::string> kinds(kindTexts.begin(), kindTexts.end());
    // The field the matcher looks a rule up by; the others are conditions.
    const auto ids = signature["ids"].texts();
    const auto names = signature["names"].texts();
    const auto field = !ids.empty() ? AnchorField::id : !names.empty() ? AnchorField::name : AnchorField::path;
    for (const auto& text : !ids.empty() ? ids : !names.empty() ? names : signature["paths"].texts()) {
        if (!literalsOf(text).empty()) {
            m_patterns.push_back({field, text, kinds, product});
            continue;
        }
        // "*" alone is told by the vendor, who must be named by the publisher or
        // the path.
        const auto& maker = m_vendors.at(vendor);
        for (const auto& publisher : maker["publishers"].texts()) {
            m_patterns.push_back({AnchorField::publisher, publisher, kinds, product});
        }
        for (const auto& root : maker["pathRoots"].texts()) {
            m_patterns.push_back({AnchorField::path, root, kinds, product});
        }
    }
    m_chosen = false;
}

void AnchorTable::count(const Pattern& pattern)
{
    forEachWindow(pattern.text, [&](std::string_view window) {
        auto& cell = m_counts[windowAnchor(pattern.field, window) % countCells];
        cell += cell < std::numeric_limits<std::uint32_t>::max() ? 1U : 0U;
    });
}

void AnchorTable::choose()
{
    if (m_chosen) {
        return;
    }
    m_counts.assign(countCells, 0);
    for (const auto text : everywhere) {
        for (const auto field : {AnchorField::path, AnchorField::name, AnchorField::id, AnchorField::publisher}) {
            forEachAnchor(field, text, everyShape,
                          [&](std::uint64_t anchor) { m_counts[anchor % countCells] = commonness; });
        }
    }
    for (const auto& pattern : m_patterns) {
        count(pattern);
    }
    for (const auto& pattern : m_patterns) {
        std::uint64_t anchor = wholeTextAnchor(pattern.field, pattern.text);
        AnchorShapes shape = 1;
        if (hasWildcard(pattern.text)) {
            std::string_view best;
            std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
            forEachWindow(pattern.text, [&](std::string_view window) {
                const auto seen = m_counts[windowAnchor(pattern.field, window) % countCells];
                if (best.empty() || seen < fewest) {
                    best = window;
                    fewest = seen;
                }
            });
            if (best.empty()) {
                throw std::runtime_error("the pattern \"" + pattern.text + "\" says nothing to look for");
            }
            anchor = windowAnchor(pattern.field, best);
            shape = static_cast<AnchorShapes>(1U << best.size());
        }
        m_anchors.emplace(static_cast<std::int64_t>(anchor), pattern.product);
        for (const auto& kind : pattern.kinds) {
            auto& shapes = m_places[{kind, pattern.field}];
            shapes = static_cast<AnchorShapes>(shapes | shape);
        }
    }
    m_chosen = true;
}

const std::set<std::pair<std::int64_t, std::string>>& AnchorTable::anchors()
{
    choose();
    return m_anchors;
}

const std::map<AnchorTable::Place, AnchorShapes>& AnchorTable::places()
{
    choose();
    return m_places;
}

AnchorFilter AnchorTable::filter()
{
    choose();
    AnchorFilter filter(m_anchors.size());
    for (const auto& anchor : m_anchors) {
        filter.add(static_cast<std::uint64_t>(anchor.first));
    }
    return filter;
}

}   // namespace offramp::compiler
