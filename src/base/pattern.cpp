#include "base/pattern.h"

#include <algorithm>
#include <initializer_list>

namespace offramp {

namespace {

bool isVersionCharacter(char character)
{
    return (character >= '0' && character <= '9') || character == '.' || character == '_' || character == '-';
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

// "21-25_" is version 21.25: file names use whatever separator is at hand.
std::string asVersion(std::string_view run)
{
    while (!run.empty() && !isDigit(run.front())) {
        run.remove_prefix(1);
    }
    while (!run.empty() && !isDigit(run.back())) {
        run.remove_suffix(1);
    }
    std::string version(run);
    std::replace_if(
        version.begin(), version.end(), [](char character) { return !isDigit(character); }, '.');
    return version;
}

// Text longer than any real name or path is not matched at all.
constexpr std::size_t maximumText = 4096;

}   // namespace

struct Pattern::Attempt {
    std::string_view text;
    std::string_view version;
    std::vector<bool> failed;   // (token, position) known not to match
};

Pattern::Pattern(std::string_view source)
{
    for (const char character : source) {
        if (character == '*') {
            if (m_tokens.empty() || m_tokens.back().kind != Kind::anyRun) {
                m_tokens.push_back({Kind::anyRun, {}});
            }
        } else if (character == '#') {
            m_tokens.push_back({Kind::versionRun, {}});
        } else {
            if (m_tokens.empty() || m_tokens.back().kind != Kind::literal) {
                m_tokens.push_back({Kind::literal, {}});
            }
            m_tokens.back().text.push_back(character);
            ++m_literalLength;
        }
    }
    m_shape = shapeOfTokens();
}

Pattern::Shape Pattern::shapeOfTokens() const
{
    const auto is = [&](std::initializer_list<Kind> kinds) {
        return std::equal(m_tokens.begin(), m_tokens.end(), kinds.begin(), kinds.end(),
                          [](const Token& token, Kind kind) { return token.kind == kind; });
    };
    return is({}) || is({Kind::literal})                     ? Shape::exact
           : is({Kind::literal, Kind::anyRun})               ? Shape::prefix
           : is({Kind::anyRun, Kind::literal})               ? Shape::suffix
           : is({Kind::anyRun, Kind::literal, Kind::anyRun}) ? Shape::contains
                                                             : Shape::general;
}

std::string_view Pattern::literalPrefix() const
{
    return !m_tokens.empty() && m_tokens.front().kind == Kind::literal ? std::string_view(m_tokens.front().text)
                                                                       : std::string_view();
}

std::optional<Pattern::Match> Pattern::match(std::string_view folded) const
{
    const auto answer = [](bool matches) { return matches ? std::optional<Match>(Match{}) : std::nullopt; };
    switch (m_shape) {
    case Shape::exact: return answer(folded == literalPrefix());
    case Shape::prefix: return answer(folded.starts_with(m_tokens[0].text));
    case Shape::suffix: return answer(folded.ends_with(m_tokens[1].text));
    case Shape::contains: return answer(folded.find(m_tokens[1].text) != std::string_view::npos);
    case Shape::general: break;
    }
    if (folded.size() > maximumText || !folded.starts_with(literalPrefix())) {
        return std::nullopt;
    }
    Attempt attempt{folded, {}, std::vector<bool>((m_tokens.size() + 1) * (folded.size() + 1), false)};
    if (!matchFrom(attempt, 0, 0)) {
        return std::nullopt;
    }
    return Match{asVersion(attempt.version)};
}

bool Pattern::matchFrom(Attempt& attempt, std::size_t token, std::size_t position) const
{
    if (token == m_tokens.size()) {
        return position == attempt.text.size();
    }
    const std::size_t state = token * (attempt.text.size() + 1) + position;
    if (attempt.failed[state]) {
        return false;
    }
    const Token& current = m_tokens[token];
    switch (current.kind) {
    case Kind::literal:
        if (attempt.text.substr(position).starts_with(current.text)
            && matchFrom(attempt, token + 1, position + current.text.size())) {
            return true;
        }
        break;
    case Kind::anyRun:
        for (std::size_t next = position; next <= attempt.text.size(); ++next) {
            if (matchFrom(attempt, token + 1, next)) {
                return true;
            }
            // A run that begins later can only end where this one could.
            attempt.failed[token * (attempt.text.size() + 1) + next] = true;
        }
        break;
    case Kind::versionRun: {
        std::size_t end = position;
        while (end < attempt.text.size() && isVersionCharacter(attempt.text[end])) {
            ++end;
        }
        for (; end > position; --end) {
            if (matchFrom(attempt, token + 1, end)) {
                // Outer runs are left last, so the first run of the pattern has the last word.
                attempt.version = attempt.text.substr(position, end - position);
                return true;
            }
        }
        break;
    }
    }
    attempt.failed[state] = true;
    return false;
}

}   // namespace offramp
