#include "inventory/pattern.h"

#include <algorithm>

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
    std::replace_if(version.begin(), version.end(), [](char character) { return !isDigit(character); }, '.');
    return version;
}

// Text longer than any real name or path is not matched at all.
constexpr std::size_t maximumText = 4096;

}  // namespace

struct Pattern::Attempt {
    std::string_view text;
    std::string_view version;
    bool versionSeen = false;
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
}

std::string_view Pattern::literalPrefix() const
{
    return !m_tokens.empty() && m_tokens.front().kind == Kind::literal ? std::string_view(m_tokens.front().text)
                                                                       : std::string_view();
}

std::optional<Pattern::Match> Pattern::match(std::string_view folded) const
{
    if (isExact()) {
        return folded == literalPrefix() ? std::optional<Match>(Match{}) : std::nullopt;
    }
    if (folded.size() > maximumText || !folded.starts_with(literalPrefix())) {
        return std::nullopt;
    }
    Attempt attempt{folded, {}, false, std::vector<bool>((m_tokens.size() + 1) * (folded.size() + 1), false)};
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

}  // namespace offramp
