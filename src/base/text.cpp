#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace offramp::text {

namespace {

struct Decoded {
    char32_t code = 0;
    std::size_t length = 0;   // 0: not valid UTF-8 here
};

Decoded decode(std::string_view utf8, std::size_t position)
{
    const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(utf8[position + offset]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    std::size_t length = 0;
    char32_t code = 0;
    char32_t smallest = 0;
    if ((lead & 0xE0) == 0xC0) {
        length = 2;
        code = lead & 0x1Fu;
        smallest = 0x80;
    } else if ((lead & 0xF0) == 0xE0) {
        length = 3;
        code = lead & 0x0Fu;
        smallest = 0x800;
    } else if ((lead & 0xF8) == 0xF0) {
        length = 4;
        code = lead & 0x07u;
        smallest = 0x10000;
    } else {
        return {};
    }
    if (position + length > utf8.size()) {
        return {};
    }
    for (std::size_t offset = 1; offset < length; ++offset) {
        if ((byte(offset) & 0xC0) != 0x80) {
            return {};
        }
        code = (code << 6) | (byte(offset) & 0x3Fu);
    }
    if (code < smallest || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return {};
    }
    return {code, length};
}

void append(std::string& out, char32_t code)
{
    const auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

char32_t lower(char32_t code)
{
    if (code >= 'A' && code <= 'Z') {
        return code + 32;
    }
    if (code < 0xC0) {
        return code;
    }
    if (code <= 0xDE) {
        return code == 0xD7 ? code : code + 32;
    }
    // Latin Extended-A keeps capital and small letters side by side; the parity flips at 0x139 and 0x149.
    if ((code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177)) {
        return code == 0x130 ? U'i' : (code | 1u);
    }
    if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E)) {
        return (code % 2 == 1) ? code + 1 : code;
    }
    if (code >= 0x391 && code <= 0x3A9) {
        return code + 32;
    }
    if (code >= 0x410 && code <= 0x42F) {
        return code + 32;
    }
    if (code >= 0x400 && code <= 0x40F) {
        return code + 80;
    }
    if (code == 0x490) {
        return 0x491;   // Ukrainian ghe with upturn
    }
    return code;
}

bool isSpace(char32_t code)
{
    return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 || code == 0x1680
           || (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F
           || code == 0x3000 || code == 0xFEFF;
}

// Signs that vendors add or leave out from one release to the next.
bool isDecoration(char32_t code)
{
    switch (code) {
    case U'"':
    case U'\'':
    case U'`':
    case U'\u00AE':   // ®
    case U'\u00A9':   // ©
    case U'\u2122':   // ™
    case U'\u2120':
    case U'\u00AB':   // « »
    case U'\u00BB':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u300C':
    case U'\u300D':
    case U'\u200E':   // direction marks
    case U'\u200F':
    case 0: return true;
    default: return false;
    }
}

template <class Visit> void eachCode(std::string_view utf8, Visit visit)
{
    for (std::size_t position = 0; position < utf8.size();) {
        if (const auto byte = static_cast<unsigned char>(utf8[position]); byte < 0x80) {
            visit(std::optional<char32_t>{byte}, '\0');
            ++position;
            continue;
        }
        const Decoded decoded = decode(utf8, position);
        if (decoded.length == 0) {
            visit(std::optional<char32_t>{}, utf8[position]);
            ++position;
        } else {
            visit(std::optional<char32_t>{decoded.code}, '\0');
            position += decoded.length;
        }
    }
}

}   // namespace

std::string fold(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    eachCode(utf8, [&](std::optional<char32_t> code, char raw) {
        if (code) {
            append(out, lower(*code));
        } else {
            out.push_back(raw);
        }
    });
    return out;
}

std::string foldName(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    bool pendingSpace = false;
    eachCode(utf8, [&](std::optional<char32_t> code, char raw) {
        if (code && isSpace(*code)) {
            pendingSpace = !out.empty();
            return;
        }
        if (code && isDecoration(*code)) {
            return;
        }
        if (pendingSpace) {
            out.push_back(' ');
            pendingSpace = false;
        }
        if (code) {
            append(out, lower(*code));
        } else {
            out.push_back(raw);
        }
    });
    return out;
}

std::string foldId(std::string_view utf8)
{
    std::string folded = foldName(utf8);
    std::replace(folded.begin(), folded.end(), '\\', '/');
    return folded;
}

std::string foldPath(std::string_view utf8)
{
    std::string folded = fold(trim(utf8));
    if (folded.size() >= 2 && folded.front() == '"' && folded.back() == '"') {
        folded = folded.substr(1, folded.size() - 2);
    }
    std::string out;
    out.reserve(folded.size());
    for (const char character : folded) {
        const char next = character == '\\' ? '/' : character;
        if (next == '/' && !out.empty() && out.back() == '/') {
            continue;
        }
        out.push_back(next);
    }
    for (const std::string_view prefix : {"/?\?/", "/?/", "\"/?\?/"}) {
        if (out.starts_with(prefix)) {
            out.erase(0, prefix.size());
            break;
        }
    }
    if (out.starts_with('"')) {
        out.erase(0, 1);
    }
    return out;
}

std::string_view trim(std::string_view text)
{
    const auto blank = [](char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n' || character == '\0';
    };
    while (!text.empty() && blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        if (end == std::string_view::npos) {
            parts.push_back(text.substr(begin));
            return parts;
        }
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

bool startsWithFolded(std::string_view text, std::string_view prefix)
{
    // Folding never makes text longer, so only the beginning that can matter is folded.
    return fold(text).starts_with(fold(prefix));
}

bool equalsFolded(std::string_view left, std::string_view right)
{
    return fold(left) == fold(right);
}

std::string fromUtf16le(std::string_view bytes)
{
    const auto unit = [&](std::size_t index) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[2 * index])
                                     | (static_cast<unsigned char>(bytes[2 * index + 1]) << 8));
    };
    const std::size_t count = bytes.size() / 2;
    std::string out;
    out.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
        const char32_t first = unit(index);
        if (first < 0xD800 || first > 0xDFFF) {
            append(out, first);
            continue;
        }
        if (first <= 0xDBFF && index + 1 < count) {
            const char32_t second = unit(index + 1);
            if (second >= 0xDC00 && second <= 0xDFFF) {
                append(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
                ++index;
                continue;
            }
        }
        append(out, 0xFFFD);
    }
    return out;
}

std::string fromWindows1252(std::string_view bytes)
{
    static constexpr std::array<char16_t, 32> high{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::string out;
    out.reserve(bytes.size());
    for (const char raw : bytes) {
        const auto byte = static_cast<unsigned char>(raw);
        append(out, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80u] : byte);
    }
    return out;
}

bool isUtf8(std::string_view bytes)
{
    for (std::size_t position = 0; position < bytes.size();) {
        if (static_cast<unsigned char>(bytes[position]) < 0x80) {
            ++position;   // nearly all text there is
            continue;
        }
        const Decoded decoded = decode(bytes, position);
        if (decoded.length == 0) {
            return false;
        }
        position += decoded.length;
    }
    return true;
}

}   // namespace offramp::text
