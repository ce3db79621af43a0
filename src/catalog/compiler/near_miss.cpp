#include "catalog/compiler/near_miss.h"

#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace offramp::compiler {

namespace {

// No word of the catalog is longer; what is longer is a sentence and no misspelt word.
constexpr std::size_t longestWord = 64;

// Optimal string alignment, on bytes.
std::size_t distance(std::string_view left, std::string_view right)
{
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column) {
        above[column] = column;
    }
    for (std::size_t line = 1; line <= left.size(); ++line) {
        row[0] = line;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const bool same = left[line - 1] == right[column - 1];
            row[column] = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + (same ? 0 : 1)});
            const bool swapped =
                line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1];
            if (swapped) {
                row[column] = std::min(row[column], before[column - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[right.size()];
}

}   // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    std::optional<std::string> best;
    // One more than allowed. Of two letters nothing is left when one is wrong.
    std::size_t fewest = word.size() < 3 ? 1 : word.size() / 3 + 1;
    if (word.empty() || word.size() > longestWord) {
        return best;
    }
    for (const auto& candidate : candidates) {
        if (candidate.empty() || candidate.size() > longestWord) {
            continue;
        }
        // Capitals are the commonest mistake and hardly one.
        const auto letters = text::equalsFolded(word, candidate) ? 0 : distance(word, candidate);
        if (letters < fewest) {
            best = candidate;
            fewest = letters;
        }
    }
    return best;
}

std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates)
{
    const auto meant = nearest(word, candidates);
    return meant ? fmt::format("; did you mean \"{}\"?", *meant) : std::string{};
}

}   // namespace offramp::compiler
