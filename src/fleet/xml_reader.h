// A reader of XML as inventories use it: elements and text. Attributes, comments and declarations are passed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offramp::fleet {

class XmlReader {
public:
    explicit XmlReader(std::string_view text) : m_rest(text) {}

    enum class Event {
        open,
        close,
        text,     // never blank
        end,      // of the document
        broken,   // what follows cannot be read
    };

    [[nodiscard]] Event next();
    // Of the last element opened or closed, as written.
    [[nodiscard]] std::string_view name() const { return m_name; }
    // The last text, entities resolved, ends trimmed.
    [[nodiscard]] const std::string& text() const { return m_text; }
    // Where the reader stands, from 1.
    [[nodiscard]] std::uint64_t line() const { return m_line; }

private:
    void skip(std::size_t length);
    Event readTag();

    std::string_view m_rest;
    std::string_view m_name;
    std::string m_text;
    std::uint64_t m_line = 1;
    bool m_closing = false;   // of an element that has no content
};

}   // namespace offramp::fleet
