#include "cli/terminal.h"

#include "domain/evidence.h"
#include "platform/platform.h"
#include "report/phrases.h"

#include <cstdlib>
#include <fmt/format.h>

namespace offramp::cli {

namespace {

bool colourWanted()
{
    static const bool wanted = isTerminal(Stream::output) && std::getenv("NO_COLOR") == nullptr;
    return wanted;
}

std::string_view codeOf(Style style)
{
    switch (style) {
    case Style::strong: return "1";
    case Style::affected: return "1;31";
    case Style::attention: return "1;33";
    case Style::fine: return "1;32";
    case Style::quiet: return "2";
    case Style::plain: break;
    }
    return "";
}

// Columns, counting each character once; good enough for the scripts product names are written in.
std::size_t columns(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char byte : utf8) {
        count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

}   // namespace

std::string styled(Style style, std::string_view text)
{
    if (style == Style::plain || !colourWanted()) {
        return std::string(text);
    }
    return fmt::format("\x1b[{}m{}\x1b[0m", codeOf(style), text);
}

std::string plain(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t position = 0; position < text.size(); ++position) {
        const auto byte = static_cast<unsigned char>(text[position]);
        const bool secondSet =
            byte == 0xC2 && position + 1 < text.size() && static_cast<unsigned char>(text[position + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || secondSet) {
            out += "\uFFFD";
            position += secondSet ? 1 : 0;
        } else {
            out.push_back(text[position]);
        }
    }
    return out;
}

std::string wrapped(std::string_view raw, std::size_t indent, std::size_t width)
{
    const std::string text = plain(raw);
    const std::string margin(indent, ' ');
    std::string out = margin;
    std::size_t used = indent;
    bool lineHasWord = false;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find(' ', begin);
        end = end == std::string::npos ? text.size() : end;
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        if (word.empty()) {
            continue;
        }
        if (lineHasWord && used + 1 + columns(word) > width) {
            out += "\n" + margin;
            used = indent;
            lineHasWord = false;
        }
        if (lineHasWord) {
            out += ' ';
            ++used;
        }
        out += word;
        used += columns(word);
        lineHasWord = true;
    }
    return out;
}

void addReasons(std::string& out, const std::vector<Reason>& reasons, std::size_t indent)
{
    for (const Reason& reason : reasons) {
        out += wrapped(inEnglish(reason), indent) + "\n";
    }
}

ProgressLine::ProgressLine() : m_visible(isTerminal(Stream::error)) {}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::clear()
{
    if (m_visible) {
        fmt::print(stderr, "\r\x1b[K");
        std::fflush(stderr);
    }
}

void ProgressLine::show(const std::string& text)
{
    if (m_visible) {
        fmt::print(stderr, "\r\x1b[K{}", text);
        std::fflush(stderr);
    }
}

void ProgressLine::show(const Progress& progress)
{
    if (!m_visible) {
        return;
    }
    const auto source = sourceKindFromString(progress.item);
    fmt::print(stderr, "\r\x1b[KLooking at {} ({} of {})",
               source ? inEnglish(*source) : std::string_view(progress.item), progress.done + 1, progress.total);
    std::fflush(stderr);
}

}   // namespace offramp::cli
