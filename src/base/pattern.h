// Pattern: the small pattern language of catalog signatures.
//
// A pattern is folded text (text::foldName, foldPath) anchored at both ends, in which '*' stands for any run, also an
// empty one, and '#' for a version-like run: one or more of the digits, '.', '_' and '-'. Everything else is literal.
// Matching is bounded by (length of the pattern × length of the text), whatever the input.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class Pattern {
public:
    explicit Pattern(std::string_view source);

    struct Match {
        std::string version;   // what the first '#' stood for, with '.' between numbers; empty without '#'
    };
    [[nodiscard]] std::optional<Match> match(std::string_view folded) const;

    // Number of literal bytes: how specific the pattern is.
    [[nodiscard]] std::size_t literalLength() const { return m_literalLength; }
    [[nodiscard]] bool isExact() const { return m_shape == Shape::exact; }
    // The literal text before the first wildcard, for an index.
    [[nodiscard]] std::string_view literalPrefix() const;

private:
    enum class Kind { literal, anyRun, versionRun };
    struct Token {
        Kind kind;
        std::string text;
    };
    // Most patterns have one of the simple shapes, which need no backtracking.
    enum class Shape { exact, prefix, suffix, contains, general };
    struct Attempt;
    bool matchFrom(Attempt& attempt, std::size_t token, std::size_t position) const;

    [[nodiscard]] Shape shapeOfTokens() const;

    std::vector<Token> m_tokens;
    Shape m_shape = Shape::exact;
    std::size_t m_literalLength = 0;
};

}   // namespace offramp
