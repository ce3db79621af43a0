#include "report/redaction.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace offramp {

namespace {

constexpr std::string_view person = "[person]";
constexpr std::string_view computer = "[computer]";
constexpr std::string_view number = "[number]";
constexpr std::string_view sid = "[SID]";
constexpr std::string_view address = "[address]";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Part of a word; bytes above ASCII are letters of some language.
bool isWord(char c)
{
    return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

bool sameAt(std::string_view text, std::size_t at, std::string_view wanted)
{
    return text.size() - at >= wanted.size()
           && std::equal(wanted.begin(), wanted.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                         [](char left, char right) { return lower(left) == lower(right); });
}

bool standsAlone(std::string_view text, std::size_t at, std::size_t length)
{
    return (at == 0 || !isWord(text[at - 1])) && (at + length == text.size() || !isWord(text[at + length]));
}

std::string replacedWord(std::string_view text, std::string_view word, std::string_view by)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (sameAt(text, at, word) && standsAlone(text, at, word.size())) {
            out += by;
            at += word.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

// What stands in a folder of homes and is nobody.
bool isNobody(std::string_view name)
{
    static const std::set<std::string, std::less<>> nobody{
        "public", "default", "all users", "default user", "shared", "guest", "system", ".", ".."};
    return name.empty() || nobody.contains(text::fold(name));
}

// "S-1-5-21-1-2-3-1001", and those of cloud accounts; the short ones belong to everybody's Windows.
std::size_t lengthOfSid(std::string_view text, std::size_t at)
{
    if (!sameAt(text, at, "s-1-")) {
        return 0;
    }
    std::size_t end = at + 4;
    int parts = 1;
    while (end < text.size()
           && (isDigit(text[end]) || (text[end] == '-' && end + 1 < text.size() && isDigit(text[end + 1])))) {
        parts += text[end] == '-' ? 1 : 0;
        ++end;
    }
    return parts >= 4 ? end - at : 0;
}

// An activation code: four groups of five letters and digits.
std::size_t lengthOfCode(std::string_view text, std::size_t at)
{
    constexpr std::size_t length = 23;
    if ((at > 0 && (isWord(text[at - 1]) || text[at - 1] == '-')) || text.size() - at < length) {
        return 0;
    }
    for (std::size_t i = 0; i < length; ++i) {
        const char c = text[at + i];
        if (i % 6 == 5 ? c != '-' : !isWord(c) || static_cast<unsigned char>(c) >= 0x80) {
            return 0;
        }
    }
    const bool more = text.size() - at > length && (isWord(text[at + length]) || text[at + length] == '-');
    return more ? 0 : length;
}

// What follows "serial number", "S/N" and the like; where it begins and how long it is.
std::optional<std::pair<std::size_t, std::size_t>> serialAfter(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 6> words{"serial number", "serialnumber", "serial no",
                                                           "serial",        "s/n",          "licence key"};
    for (const std::string_view word : words) {
        if (!sameAt(text, at, word) || !standsAlone(text, at, word.size())) {
            continue;
        }
        std::size_t begin = at + word.size();
        while (begin < text.size() && std::string_view(" .:=#\t\"'").find(text[begin]) != std::string_view::npos) {
            ++begin;
        }
        std::size_t end = begin;
        bool digits = false;
        while (end < text.size() && (isWord(text[end]) || text[end] == '-')) {
            digits = digits || isDigit(text[end]);
            ++end;
        }
        if (digits && end - begin >= 4) {
            return std::pair(begin, end - begin);
        }
    }
    return std::nullopt;
}

std::size_t lengthOfAddress(std::string_view text, std::size_t at)
{
    const auto part = [](char c) { return isWord(c) || c == '.' || c == '-' || c == '_' || c == '+'; };
    if (!part(text[at]) || (at > 0 && part(text[at - 1]))) {
        return 0;
    }
    std::size_t end = at;
    while (end < text.size() && part(text[end])) {
        ++end;
    }
    if (end == text.size() || text[end] != '@') {
        return 0;
    }
    const std::size_t host = ++end;
    while (end < text.size() && part(text[end])) {
        ++end;
    }
    return text.substr(host, end - host).find('.') == std::string_view::npos ? 0 : end - at;
}

std::string withoutNumbers(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto length = lengthOfSid(text, at)) {
            out += sid;
            at += length;
        } else if (const auto codeLength = lengthOfCode(text, at)) {
            out += number;
            at += codeLength;
        } else if (const auto addressLength = lengthOfAddress(text, at)) {
            out += address;
            at += addressLength;
        } else if (const auto serial = serialAfter(text, at)) {
            out += text.substr(at, serial->first - at);
            out += number;
            at = serial->first + serial->second;
        } else {
            out += text[at++];
        }
    }
    return out;
}

// "https://example.org/home/security": what follows is a page's name and nobody's.
bool isInAddress(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 2048;
    const std::size_t from = at - std::min(at, longest);
    const std::string_view before = text.substr(from, at - from);
    const std::size_t begin = before.find_last_of(" \t\r\n\"'<>()");
    const std::string_view word = begin == std::string_view::npos ? before : before.substr(begin + 1);
    return word.starts_with("http://") || word.starts_with("https://");
}

}   // namespace

void Redactor::computerIsCalled(std::string_view name)
{
    if (!text::trim(name).empty()) {
        m_computers.emplace(text::trim(name));
        m_computers.insert(text::fold(text::trim(name)));
    }
}

void Redactor::somebodyIsCalled(std::string_view name)
{
    const auto trimmed = text::trim(name);
    if (!isNobody(trimmed) && !trimmed.starts_with("[")) {
        m_people.emplace(trimmed);
        m_people.insert(text::fold(trimmed));
    }
}

void Redactor::learnFrom(std::string_view text)
{
    for (const std::string_view home : {"users", "home", "documents and settings"}) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const std::size_t begin = at + home.size() + 2;
            if (!isSlash(text[at]) || !sameAt(text, at + 1, home) || begin > text.size() || !isSlash(text[begin - 1])
                || isInAddress(text, at)) {
                continue;
            }
            std::size_t end = begin;
            while (end < text.size() && !isSlash(text[end])
                   && std::string_view("\"'<>|*?\n\r:").find(text[end]) == std::string_view::npos) {
                ++end;
            }
            somebodyIsCalled(text.substr(begin, end - begin));
        }
    }
    for (const std::string& name : m_computers) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const std::size_t begin = at + name.size() + 1;
            if (!sameAt(text, at, name) || begin > text.size() || text[begin - 1] != '\\') {
                continue;
            }
            std::size_t end = begin;
            while (end < text.size() && (isWord(text[end]) || text[end] == '.' || text[end] == '-')) {
                ++end;
            }
            somebodyIsCalled(text.substr(begin, end - begin));
        }
    }
}

void Redactor::learnFrom(const json::Value& document)
{
    if (document.is_string()) {
        learnFrom(std::string_view(document.get_ref<const std::string&>()));
        return;
    }
    if (!document.is_structured()) {
        return;
    }
    for (const auto& [name, value] : document.items()) {
        if (value.is_string() && (name == "account" || name == "userName")) {
            const auto& account = value.get_ref<const std::string&>();
            if (!lengthOfSid(account, 0)) {
                somebodyIsCalled(account);
            }
        }
        learnFrom(value);
    }
}

std::string Redactor::applied(std::string_view text) const
{
    std::string out = withoutNumbers(text);
    for (const std::string& name : m_people) {
        out = replacedWord(out, name, person);
    }
    for (const std::string& name : m_computers) {
        out = replacedWord(out, name, computer);
    }
    return out;
}

json::Value Redactor::applied(const json::Value& document) const
{
    if (document.is_string()) {
        return applied(std::string_view(document.get_ref<const std::string&>()));
    }
    json::Value out = document;
    if (document.is_structured()) {
        for (auto& value : out) {
            value = applied(value);
        }
    }
    return out;
}

}   // namespace offramp
