#include "fleet/json_documents.h"

#include <algorithm>

namespace offramp::fleet {

namespace {

struct Reach {
    std::size_t length = 0;
    bool closed = false;
};

// The document at the beginning of the text: up to the bracket that closes its first one. No text in JSON goes on in
// another line, so there the document has broken off. In `damaged` surroundings it also has where a line begins with
// a bracket.
Reach reachOfDocument(std::string_view text, bool damaged)
{
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '\n') {
            const bool begins = at + 1 < text.size() && (text[at + 1] == '{' || text[at + 1] == '[');
            if (quoted || (damaged && begins)) {
                return {at + 1, false};
            }
        } else if (quoted) {
            if (letter == '\\' && at + 1 < text.size() && text[at + 1] != '\n') {
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
                return {at + 1, true};
            }
        }
    }
    return {text.size(), false};
}

}   // namespace

void forEachDocument(std::string_view text, const std::string& name, Faults& faults, const DocumentVisitor& visit)
{
    simdjson::dom::parser parser;
    std::uint64_t line = 1;
    std::size_t position = 0;
    // Up to here a broken document was looked through already. Every line in it is tried once more, but none of them
    // looks through all the others again.
    std::size_t damagedUntil = 0;
    const auto skip = [&](std::size_t length) {
        line += static_cast<std::uint64_t>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        text.remove_prefix(length);
        position += length;
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
        const Reach reach = reachOfDocument(text, position < damagedUntil);
        simdjson::dom::element document;
        const auto error =
            reach.closed ? parser.parse(text.data(), reach.length, true).get(document) : simdjson::UNCLOSED_STRING;
        if (error) {
            faults.add(name, line, reach.closed ? simdjson::error_message(error) : "the JSON breaks off");
            damagedUntil = std::max(damagedUntil, position + reach.length);
            skip(nextLineBeginning());
            continue;
        }
        visit(document, line);
        skip(reach.length);
    }
}

}   // namespace offramp::fleet
