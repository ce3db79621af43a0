#include "platform/recorded/reg_file.h"

#include "base/text.h"
#include "platform/registry_data.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t longestPath = 65536;
constexpr std::size_t longestHole = 8;   // more NULs than this in a row are a hole in the file, not stray bytes

int hexDigit(char letter)
{
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    if (letter >= 'a' && letter <= 'f') {
        return letter - 'a' + 10;
    }
    return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

std::string_view withoutBlanks(std::string_view line)
{
    const auto blank = [](char letter) { return letter == ' ' || letter == '\t' || letter == '\0'; };
    while (!line.empty() && blank(line.front())) {
        line.remove_prefix(1);
    }
    while (!line.empty() && blank(line.back())) {
        line.remove_suffix(1);
    }
    return line;
}

// Position of the quotation mark that ends a string whose text starts at `start`; npos when there is none.
std::size_t closingQuote(std::string_view text, std::size_t start)
{
    for (std::size_t at = start; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at;
        }
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            ++at;
        }
        plain += text[at];
    }
    return plain;
}

// The file as UTF-8. `damaged` is set when it ends in the middle of a character.
std::string toUtf8(std::string_view bytes, bool& damaged)
{
    if (bytes.starts_with("\xFF\xFE") || (bytes.size() >= 2 && bytes[0] != '\0' && bytes[1] == '\0')) {
        damaged = bytes.size() % 2 != 0;
        return text::fromUtf16le(bytes.starts_with("\xFF\xFE") ? bytes.substr(2) : bytes);
    }
    if (bytes.starts_with("\xFE\xFF")) {
        std::string swapped(bytes.substr(2));
        for (std::size_t at = 0; at + 1 < swapped.size(); at += 2) {
            std::swap(swapped[at], swapped[at + 1]);
        }
        damaged = swapped.size() % 2 != 0;
        return text::fromUtf16le(swapped);
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    return text::isUtf8(bytes) ? std::string(bytes) : text::fromWindows1252(bytes);
}

class Decoder {
public:
    explicit Decoder(std::string_view text) : m_text(text) {}

    RegFile decode()
    {
        readHeader();
        while (nextLine()) {
            readLine();
        }
        return std::move(m_file);
    }
    void issue(std::size_t line, std::string what)
    {
        if (m_file.issues.size() + 1 == RegFile::issueLimit) {
            what = "more lines could not be read";
        }
        if (m_file.issues.size() < RegFile::issueLimit) {
            m_file.issues.push_back({line, std::move(what)});
        }
    }

private:
    // Takes one line; the end may be CR LF, LF or a lone CR.
    bool nextLine()
    {
        if (m_next >= m_text.size()) {
            return false;
        }
        m_lineStart = m_next;
        std::size_t end = m_text.find_first_of("\r\n", m_next);
        if (end == std::string_view::npos) {
            end = m_text.size();
        }
        m_line = m_text.substr(m_next, end - m_next);
        m_next = end;
        if (m_next < m_text.size() && m_text[m_next] == '\r') {
            ++m_next;
            if (m_next < m_text.size() && m_text[m_next] == '\n') {
                ++m_next;
            }
        } else if (m_next < m_text.size()) {
            ++m_next;
        }
        ++m_number;
        return true;
    }
    void readHeader()
    {
        while (nextLine()) {
            const std::string_view line = withoutBlanks(m_line);
            if (line.empty() && m_line.size() <= longestHole) {
                continue;
            }
            if (text::startsWithFolded(line, "windows registry editor version 5")) {
                return;
            }
            if (text::startsWithFolded(line, "regedit4")) {
                m_wide = false;
                return;
            }
            issue(m_number, "the first line is not that of a registry export");
            readLine();
            return;
        }
        issue(1, "the file is empty");
    }
    void readLine()
    {
        const std::string_view line = withoutBlanks(m_line);
        if (line.empty()) {
            if (m_line.size() > longestHole && m_line.find('\0') != std::string_view::npos) {
                issue(m_number, "a hole of zero bytes");
            }
            return;
        }
        if (line.front() == ';') {
            return;
        }
        if (line.front() == '[') {
            readKey(line);
        } else if (line.front() == '"' || line.front() == '@') {
            readValue();
        } else {
            issue(m_number, "neither a key nor a value");
        }
    }
    void readKey(std::string_view line)
    {
        m_ignoring = true;   // values below a line that is not a key belong nowhere
        const std::size_t end = line.rfind(']');
        if (end == std::string_view::npos) {
            issue(m_number, "the key has no closing bracket");
            return;
        }
        std::string_view path = withoutBlanks(line.substr(1, end - 1));
        if (path.starts_with('-')) {
            issue(m_number, "a line that deletes a key is not carried out");
            return;
        }
        if (path.empty() || path.size() > longestPath) {
            issue(m_number, "the key has no usable name");
            return;
        }
        m_file.keys.push_back({std::string(path), {}});
        m_ignoring = false;
    }
    void readValue()
    {
        const std::size_t number = m_number;
        // Offsets are into the whole text, because a string may go on for several lines.
        std::size_t at = m_lineStart;
        const std::size_t lineEnd = m_lineStart + m_line.size();
        while (m_text[at] != '"' && m_text[at] != '@') {
            ++at;
        }
        std::string name;
        if (m_text[at] == '"') {
            const std::size_t end = closingQuote(m_text.substr(0, lineEnd), at + 1);
            if (end == std::string_view::npos) {
                issue(number, "the name of a value has no closing quotation mark");
                return;
            }
            name = unescaped(m_text.substr(at + 1, end - at - 1));
            at = end;
        }
        ++at;
        std::string_view rest = m_text.substr(at, lineEnd - at);
        const std::size_t equals = rest.find_first_not_of(" \t");
        if (equals == std::string_view::npos || rest[equals] != '=') {
            issue(number, "a value without data");
            return;
        }
        rest = withoutBlanks(rest.substr(equals + 1));
        if (rest.starts_with('"')) {
            // withoutBlanks() only moved within the line, so the place in the whole text is known again.
            readString(std::move(name), static_cast<std::size_t>(rest.data() - m_text.data()) + 1);
        } else if (text::startsWithFolded(rest.substr(0, 6), "dword:")) {
            readNumber(std::move(name), rest.substr(6));
        } else if (text::startsWithFolded(rest.substr(0, 3), "hex")) {
            readBytes(std::move(name), rest.substr(3));
        } else if (rest == "-") {
            issue(number, "a line that deletes a value is not carried out");
        } else {
            issue(number, "a value of unknown form");
        }
    }
    // regedit writes line ends inside a string as they are, so a string without an end goes on in the next lines, up
    // to one that starts a new entry. Lines looked at here never start a string themselves: the effort stays linear.
    void readString(std::string name, std::size_t start)
    {
        const std::size_t number = m_number;
        std::size_t lineEnd = m_lineStart + m_line.size();
        std::size_t end = closingQuote(m_text.substr(0, lineEnd), start);
        const std::size_t firstEnd = lineEnd;
        while (end == std::string_view::npos && m_next < m_text.size() && !startsEntry(m_next)) {
            const std::size_t from = m_next;
            nextLine();
            lineEnd = m_lineStart + m_line.size();
            end = closingQuote(m_text.substr(0, lineEnd), from);
        }
        RegistryValue value;
        value.name = std::move(name);
        value.type = RegistryValue::Type::string;
        if (end == std::string_view::npos) {
            issue(number, "a string has no closing quotation mark");
            value.text = withoutTerminator(unescaped(m_text.substr(start, firstEnd - start)));
        } else {
            value.text = withoutTerminator(unescaped(m_text.substr(start, end - start)));
            if (const std::string_view after = withoutBlanks(m_text.substr(end + 1, lineEnd - end - 1));
                !after.empty() && after.front() != ';') {
                issue(number, "text after the end of a string");
            }
        }
        add(std::move(value));
    }
    // Whether the line at this offset is a key or the beginning of a value.
    [[nodiscard]] bool startsEntry(std::size_t at) const
    {
        const std::size_t lineEnd = std::min(m_text.find_first_of("\r\n", at), m_text.size());
        const std::string_view line = withoutBlanks(m_text.substr(at, lineEnd - at));
        if (line.starts_with("[HK") || line.starts_with("[-HK") || line.starts_with("@=")) {
            return true;
        }
        return line.starts_with('"') && line.find("\"=", 1) != std::string_view::npos;
    }
    void readNumber(std::string name, std::string_view digits)
    {
        digits = withoutBlanks(digits.substr(0, digits.find(';')));
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
        if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
            issue(m_number, "not a number");
            return;
        }
        if (digits.size() < 8 && m_lineStart + m_line.size() == m_text.size()) {
            // regedit always writes eight digits: the file was cut inside this one.
            issue(m_number, "the number is cut off");
            return;
        }
        RegistryValue value;
        value.name = std::move(name);
        value.type = RegistryValue::Type::dword;
        value.number = number;
        add(std::move(value));
    }
    void readBytes(std::string name, std::string_view rest)
    {
        const std::size_t number = m_number;
        unsigned type = 3;
        if (rest.starts_with('(')) {
            const std::size_t end = rest.find(')');
            const std::string_view digits = rest.substr(1, end == std::string_view::npos ? 0 : end - 1);
            const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), type, 16);
            if (digits.empty() || error != std::errc{} || stop != digits.data() + digits.size()) {
                issue(number, "a value of unknown type");
                skipContinuation();
                return;
            }
            rest.remove_prefix(end + 1);
        }
        if (!rest.starts_with(':')) {
            issue(number, "a value of unknown form");
            skipContinuation();
            return;
        }
        std::string bytes;
        bool intact = appendBytes(bytes, rest.substr(1));
        while (endsWithContinuation(m_line)) {
            if (m_next >= m_text.size() || startsEntry(m_next)) {
                intact = false;
                break;
            }
            nextLine();
            intact = appendBytes(bytes, m_line) && intact;
        }
        if (!intact) {
            issue(number, "the bytes of a value are damaged or cut off");
        }
        add(decodeRegistryData(std::move(name), type, bytes, m_wide ? RegistryText::utf16 : RegistryText::narrow));
    }
    [[nodiscard]] static bool endsWithContinuation(std::string_view line)
    {
        return withoutBlanks(line).ends_with('\\');
    }
    void skipContinuation()
    {
        while (endsWithContinuation(m_line) && m_next < m_text.size() && !startsEntry(m_next) && nextLine()) {
        }
    }
    // False when the text is not pairs of hexadecimal digits separated by commas.
    static bool appendBytes(std::string& bytes, std::string_view text)
    {
        int high = -1;
        for (const char letter : text.substr(0, text.find(';'))) {
            const int digit = hexDigit(letter);
            if (digit >= 0 && high >= 0) {
                bytes += static_cast<char>(high * 16 + digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            } else if (high >= 0 || std::string_view(", \t\\\0", 5).find(letter) == std::string_view::npos) {
                return false;
            }
        }
        return high < 0;
    }
    void add(RegistryValue value)
    {
        if (!m_ignoring) {
            m_file.keys.back().values.push_back(std::move(value));
        }
    }

    std::string_view m_text;
    std::size_t m_next = 0;   // where the line after the present one starts
    std::size_t m_lineStart = 0;
    std::string_view m_line;
    std::size_t m_number = 0;
    bool m_wide = true;
    bool m_ignoring = true;
    RegFile m_file;
};

}   // namespace

RegFile decodeRegFile(std::string_view bytes)
{
    bool damaged = false;
    const std::string text = toUtf8(bytes, damaged);
    Decoder decoder(text);
    RegFile file = decoder.decode();
    if (damaged && file.issues.size() < RegFile::issueLimit) {
        file.issues.push_back({0, "the file ends in the middle of a character"});
    }
    return file;
}

}   // namespace offramp
