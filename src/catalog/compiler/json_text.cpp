#include "catalog/compiler/json_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace offramp::compiler {

namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-'
           || c == '.' || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t lineAt(std::string_view text, std::size_t position)
{
    return 1
           + static_cast<std::size_t>(
               std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

// Walks through every value and stops at the first mistake.
class Walk {
public:
    using Visit = std::function<void(const std::string& path, std::size_t position)>;

    Walk(std::string_view text, Visit visit) : m_text(text), m_visit(std::move(visit)) {}

    std::optional<JsonMistake> whole()
    {
        if (value("") && !atEnd()) {
            wrong(m_position, "", "something follows the end; one file holds one object");
        }
        return std::move(m_mistake);
    }

private:
    bool wrong(std::size_t position, const std::string& path, std::string message)
    {
        m_mistake = JsonMistake{lineAt(m_text, std::min(position, m_text.size())), path, std::move(message)};
        return false;
    }

    // Passes blanks.
    bool atEnd()
    {
        m_position = std::min(m_text.find_first_not_of(" \t\r\n", m_position), m_text.size());
        return m_position == m_text.size();
    }

    [[nodiscard]] char here() const { return m_text[m_position]; }

    bool value(const std::string& path)
    {
        if (atEnd()) {
            return wrong(m_position, path, "the file ends too early: a value or a closing bracket is missing");
        }
        m_visit(path, m_position);
        switch (here()) {
        case '{':
        case '[': return list(path, here() == '{' ? '}' : ']');
        case '"': return string(path).has_value();
        default: return word(path);
        }
    }

    // The members of an object or the items of an array.
    bool list(const std::string& path, char closing)
    {
        ++m_position;
        std::size_t index = 0;
        for (;; ++index) {
            if (!atEnd() && here() == closing) {
                if (index > 0) {
                    return wrong(m_comma, path, fmt::format("the comma before '{}' is one too many", closing));
                }
                ++m_position;
                return true;
            }
            if (!(closing == '}' ? member(path) : value(fmt::format("{}[{}]", path, index)))) {
                return false;
            }
            const auto end = m_position;
            if (atEnd()) {
                return wrong(m_position, path, fmt::format("the file ends too early: '{}' is missing", closing));
            }
            if (here() == closing) {
                ++m_position;
                return true;
            }
            if (here() != ',') {
                const bool bracket = here() == '}' || here() == ']';
                return wrong(bracket ? m_position : end, path,
                             bracket    ? fmt::format("'{}' closes what '{}' should close", here(), closing)
                             : isNote() ? noNotes
                                        : "a comma is missing at the end of this line");
            }
            m_comma = m_position++;
        }
    }

    bool member(const std::string& path)
    {
        if (atEnd()) {
            return wrong(m_position, path, "the file ends too early: '}' is missing");
        }
        if (here() != '"') {
            return wrong(m_position, path,
                         isNote()        ? noNotes
                         : here() == ',' ? "there is a comma too many here"
                                         : "a name in double quotation marks must stand here");
        }
        const auto key = string(path);
        if (!key) {
            return false;
        }
        const auto end = m_position;
        if (atEnd() || here() != ':') {
            return wrong(end, path, fmt::format("a colon is missing after \"{}\"", *key));
        }
        ++m_position;
        return value(path.empty() ? *key : path + "." + *key);
    }

    // The text between the quotation marks, as it is written.
    std::optional<std::string> string(const std::string& path)
    {
        const auto start = ++m_position;
        for (; m_position < m_text.size() && here() != '"'; ++m_position) {
            if (here() == '\n') {
                wrong(start, path, "a closing quotation mark is missing on this line");
                return std::nullopt;
            }
            if (static_cast<unsigned char>(here()) < 0x20) {
                wrong(m_position, path, "a text holds a tab or another control character; write a blank");
                return std::nullopt;
            }
            if (here() != '\\') {
                continue;
            }
            ++m_position;
            if (m_position < m_text.size() && std::string_view("\"\\/bfnrtu").find(here()) == std::string_view::npos) {
                wrong(m_position, path, "a backslash in a text is written twice: \\\\");
                return std::nullopt;
            }
        }
        if (m_position >= m_text.size()) {
            wrong(start, path, "a closing quotation mark is missing on this line");
            return std::nullopt;
        }
        return std::string(m_text.substr(start, m_position++ - start));
    }

    bool word(const std::string& path)
    {
        const auto start = m_position;
        while (m_position < m_text.size() && isWordPart(here())) {
            ++m_position;
        }
        const auto text = m_text.substr(start, m_position - start);
        if (text == "true" || text == "false" || text == "null" || isNumber(text)) {
            return true;
        }
        m_position = start;
        if (isNote()) {
            return wrong(start, path, noNotes);
        }
        if (here() == ',') {
            return wrong(start, path, "there is a comma too many here, or a value is missing before it");
        }
        if (text == "True" || text == "False" || text == "None" || text == "TRUE" || text == "FALSE") {
            return wrong(start, path, fmt::format("{} is written in small letters: true, false or null", text));
        }
        if (!text.empty()
            && (isDigit(text.front()) || text.front() == '-' || text.front() == '+' || text.front() == '.')) {
            return wrong(start, path, fmt::format("{} is not a number as JSON writes it, such as 12 or 0.5", text));
        }
        return wrong(start, path, "a text must stand in double quotation marks (\"…\"), not in others and not without");
    }

    static bool isNumber(std::string_view text)
    {
        if (text.starts_with('-')) {
            text.remove_prefix(1);
        }
        const bool leadingZero = text.size() > 1 && text[0] == '0' && isDigit(text[1]);
        if (text.empty() || !isDigit(text.front()) || !isDigit(text.back()) || leadingZero) {
            return false;
        }
        return std::all_of(text.begin(), text.end(), [](char c) {
            return isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
        });
    }

    [[nodiscard]] bool isNote() const { return here() == '/' || here() == '#'; }

    static constexpr const char* noNotes =
        "JSON has no comments; take it out, or write it under \"notes\" where there is one";

    std::string_view m_text;
    Visit m_visit;
    std::size_t m_position = 0;
    std::size_t m_comma = 0;
    std::optional<JsonMistake> m_mistake;
};

}   // namespace

std::optional<JsonMistake> findMistake(std::string_view text)
{
    return Walk(text, [](const std::string& /*path*/, std::size_t /*position*/) {}).whole();
}

std::size_t lineOf(std::string_view text, std::string_view path)
{
    std::size_t innermost = 0;
    std::size_t depth = 0;
    static_cast<void>(Walk(text, [&](const std::string& seen, std::size_t position) {
                          const bool around = path.starts_with(seen)
                                              && (seen.empty() || path.size() == seen.size() || path[seen.size()] == '.'
                                                  || path[seen.size()] == '[');
                          if (around && seen.size() >= depth) {
                              innermost = position;
                              depth = seen.size();
                          }
                      }).whole());
    return lineAt(text, innermost);
}

}   // namespace offramp::compiler
