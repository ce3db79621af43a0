#include "fleet/json_documents.h"

#include <algorithm>

namespace offramp::fleet {

namespace {

// How long the document at the beginning of the text is: up to the bracket that closes its first one. Empty when none
// does.
std::optional<std::size_t> lengthOfDocument(std::string_view text)
{
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (quoted) {
            if (letter == '\\') {
                ++at;
            } else if (letter == '"') {
                quoted = false;
            }
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == '{' || letter == '[') {
            ++depth;
        } else if (letter == '}' || letter == ']') {
            if (--depth == 0) {
                return at + 1;
            }
        }
    }
    return std::nullopt;
}

}   // namespace

void forEachDocument(std::string_view text, const std::string& name, Faults& faults, const DocumentVisitor& visit)
{
    simdjson::dom::parser parser;
    std::uint64_t line = 1;
    const auto skip = [&](std::size_t length) {
        line += static_cast<std::uint64_t>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        text.remove_prefix(length);
    };
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const auto nextLineBeginning = [&] {
        std::size_t at = text.find('\n');
        while (at != std::string_view::npos && at + 1 < text.size() && text[at + 1] != '{' && text[at + 1] != '[') {
            at = text.find('\n', at + 1);
        }
        return at == std::string_view::npos ? text.size() : at + 1;
    };
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find_first_not_of(" \t\r\n,"), text.size());
        skip(blank);
        if (text.empty()) {
            return;
        }
        if (text.front() != '{' && text.front() != '[') {
            faults.add(name, line, "no JSON begins here");
            skip(nextLineBeginning());
            continue;
        }
        const auto length = lengthOfDocument(text);
        simdjson::dom::element document;
        const auto error = length ? parser.parse(text.data(), *length, true).get(document) : simdjson::UNCLOSED_STRING;
        if (error) {
            faults.add(name, line, length ? simdjson::error_message(error) : "the text ends before the JSON does");
            skip(nextLineBeginning());
            continue;
        }
        visit(document, line);
        skip(*length);
    }
}

}   // namespace offramp::fleet
