#include "fleet/xml_reader.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace offramp::fleet {

namespace {

void appendCode(std::string& out, std::uint32_t code)
{
    const auto put = [&](std::uint32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        out += "\xEF\xBF\xBD";
    } else if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6U);
        put(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12U);
        put(0x80 | (code >> 6U & 0x3FU));
        put(0x80 | (code & 0x3FU));
    } else {
        put(0xF0 | code >> 18U);
        put(0x80 | (code >> 12U & 0x3FU));
        put(0x80 | (code >> 6U & 0x3FU));
        put(0x80 | (code & 0x3FU));
    }
}

// What is no entity stays as it is: agents forget to escape.
std::string withEntities(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, char>, 5> named{
        {{"amp", '&'}, {"quot", '"'}, {"apos", '\''}, {"lt", '<'}, {"gt", '>'}}};
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('&'), text.size());
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        constexpr std::size_t longest = 10;
        const std::size_t end = text.substr(0, longest).find(';');
        const std::string_view entity = end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
        const auto known =
            std::find_if(named.begin(), named.end(), [&](const auto& each) { return each.first == entity; });
        if (known != named.end()) {
            out += known->second;
            text.remove_prefix(end + 1);
        } else if (entity.size() > 1 && entity.front() == '#') {
            const bool hexadecimal = entity[1] == 'x' || entity[1] == 'X';
            const std::string_view digits = entity.substr(hexadecimal ? 2 : 1);
            std::uint32_t code = 0;
            const auto [stop, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
            appendCode(out, error == std::errc{} && stop == digits.data() + digits.size() ? code : 0);
            text.remove_prefix(end + 1);
        } else {
            out += '&';
            text.remove_prefix(1);
        }
    }
    return out;
}

}   // namespace

void XmlReader::skip(std::size_t length)
{
    m_line += static_cast<std::uint64_t>(
        std::count(m_rest.begin(), m_rest.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
    m_rest.remove_prefix(length);
}

XmlReader::Event XmlReader::readTag()
{
    // A ">" may stand in the value of an attribute.
    char quote = '\0';
    std::size_t end = 1;
    for (; end < m_rest.size() && (quote != '\0' || m_rest[end] != '>'); ++end) {
        const char letter = m_rest[end];
        if (quote != '\0') {
            quote = letter == quote ? '\0' : quote;
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
        } else if (letter == '<') {
            return Event::broken;
        }
    }
    if (end == m_rest.size()) {
        return Event::broken;
    }
    std::string_view inside = m_rest.substr(1, end - 1);
    const bool closes = inside.starts_with('/');
    m_closing = !closes && inside.ends_with('/');
    if (closes) {
        inside.remove_prefix(1);
    }
    m_name = inside.substr(0, std::min(inside.find_first_of(" \t\r\n/"), inside.size()));
    skip(end + 1);
    return m_name.empty() ? Event::broken : closes ? Event::close : Event::open;
}

XmlReader::Event XmlReader::next()
{
    if (std::exchange(m_closing, false)) {
        return Event::close;
    }
    while (!m_rest.empty()) {
        const auto skipTo = [&](std::string_view closing) {
            const std::size_t end = m_rest.find(closing);
            if (end != std::string_view::npos) {
                skip(end + closing.size());
            }
            return end != std::string_view::npos;
        };
        if (m_rest.starts_with("<!--")) {
            if (!skipTo("-->")) {
                return Event::broken;
            }
        } else if (m_rest.starts_with("<![CDATA[")) {
            constexpr std::size_t opening = 9;
            const std::size_t end = m_rest.find("]]>");
            if (end == std::string_view::npos) {
                return Event::broken;
            }
            m_text = text::trim(m_rest.substr(opening, end - opening));
            skip(end + 3);
            if (!m_text.empty()) {
                return Event::text;
            }
        } else if (m_rest.starts_with("<?") || m_rest.starts_with("<!")) {
            if (!skipTo(">")) {
                return Event::broken;
            }
        } else if (m_rest.front() == '<') {
            return readTag();
        } else {
            const std::size_t length = std::min(m_rest.find('<'), m_rest.size());
            m_text = withEntities(text::trim(m_rest.substr(0, length)));
            skip(length);
            if (!m_text.empty()) {
                return Event::text;
            }
        }
    }
    return Event::end;
}

}   // namespace offramp::fleet
