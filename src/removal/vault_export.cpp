#include "removal/vault_export.h"

#include "base/secret.h"
#include "base/text.h"
#include "base/utf8_path.h"
#include "base/vocabulary.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <numeric>
#include <optional>
#include <string>
#include <system_error>

namespace offramp {

namespace {

namespace fs = std::filesystem;

constexpr Words<VaultSection, 5> sectionWords{{
    {VaultSection::websites, "websites"},
    {VaultSection::applications, "applications"},
    {VaultSection::otherAccounts, "otherAccounts"},
    {VaultSection::notes, "notes"},
    {VaultSection::other, "other"},
}};

constexpr std::array<std::pair<std::string_view, VaultSection>, 4> knownTitles{{
    {"websites", VaultSection::websites},
    {"applications", VaultSection::applications},
    {"other accounts", VaultSection::otherAccounts},
    {"notes", VaultSection::notes},
}};

constexpr std::size_t longestTitle = 80;
constexpr std::string_view separator = "---";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Compared in place: folding would make a copy of what may be a secret. `word` is in lower case.
bool isWord(std::string_view text, std::string_view word)
{
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char left, char right) { return lower(left) == right; });
}

bool holdsWord(std::string_view text, std::string_view word)
{
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char left, char right) { return lower(left) == right; })
           != text.end();
}

tl::unexpected<Reason> refuse(ReasonCode code, std::vector<ReasonArgument> arguments = {})
{
    return tl::unexpected<Reason>(Reason{code, std::move(arguments), std::nullopt});
}

enum class Encoding { bytes, utf16le, utf16be, none };

// Text of two bytes a character has a zero in every second byte wherever it is ASCII, as titles and separators are.
Encoding encodingOf(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE")) {
        return Encoding::utf16le;
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return Encoding::utf16be;
    }
    const auto head = bytes.substr(0, 4096);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t place = 0; place < head.size(); ++place) {
        zeros[place % 2] += head[place] == '\0' ? 1 : 0;
    }
    if (zeros[0] == 0 && zeros[1] == 0) {
        return bytes.find('\0') == std::string_view::npos ? Encoding::bytes : Encoding::none;
    }
    if (zeros[0] == 0 && zeros[1] * 8 >= head.size()) {
        return Encoding::utf16le;
    }
    return zeros[1] == 0 && zeros[0] * 8 >= head.size() ? Encoding::utf16be : Encoding::none;
}

// Only ASCII is told apart here, so every other character becomes one byte that is not ASCII: less of the secret is
// copied, and nothing can go wrong with surrogates.
std::string asciiOf(std::string_view bytes, Encoding encoding)
{
    std::string text;
    text.reserve(bytes.size() / 2);
    const std::size_t low = encoding == Encoding::utf16le ? 0 : 1;
    for (std::size_t place = 0; place + 1 < bytes.size(); place += 2) {
        const bool ascii = bytes[place + 1 - low] == '\0' && static_cast<unsigned char>(bytes[place + low]) < 0x80;
        text += ascii ? bytes[place + low] : '\x80';
    }
    return text;
}

std::string_view withoutMark(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        bytes.remove_prefix(2);
    }
    return bytes;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        lines.push_back(text::trim(text.substr(0, end)));
        if (end == std::string_view::npos) {
            break;
        }
        text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
    }
    return lines;
}

// "Key" of "Key: value"; empty for other lines.
std::string_view keyOf(std::string_view line)
{
    const auto colon = line.find(':');
    return colon == std::string_view::npos ? std::string_view{} : text::trim(line.substr(0, colon));
}

VaultSection sectionNamed(std::string_view title)
{
    for (const auto& [known, section] : knownTitles) {
        if (isWord(title, known)) {
            return section;
        }
    }
    return VaultSection::other;
}

// The lines between two separators, blank ones at both ends left out.
struct Block {
    std::vector<std::string_view> lines;
    bool closed = false;   // a separator follows
};

std::vector<Block> blocksOf(const std::vector<std::string_view>& lines)
{
    std::vector<Block> blocks(1);
    for (const auto line : lines) {
        if (line == separator) {
            blocks.back().closed = true;
            blocks.emplace_back();
        } else if (!line.empty() || !blocks.back().lines.empty()) {
            blocks.back().lines.push_back(line);
        }
    }
    for (Block& block : blocks) {
        while (!block.lines.empty() && block.lines.back().empty()) {
            block.lines.pop_back();
        }
    }
    return blocks;
}

// A title stands alone: no key, nothing on the next line. One that is not known by name counts only where another title
// or a "Key: value" line comes next, because a note can hold anything.
bool isTitle(const std::vector<std::string_view>& lines, std::size_t place)
{
    const auto line = lines[place];
    if (line.empty() || line.size() > longestTitle || line.find(':') != std::string_view::npos) {
        return false;
    }
    if (place + 1 < lines.size() && !lines[place + 1].empty()) {
        return false;
    }
    if (sectionNamed(line) != VaultSection::other) {
        return true;
    }
    std::size_t next = place + 1;
    while (next < lines.size() && lines[next].empty()) {
        ++next;
    }
    return next < lines.size() && !keyOf(lines[next]).empty();
}

class Counter {
public:
    tl::expected<VaultCount, Reason> count(const std::vector<Block>& blocks)
    {
        for (const Block& block : blocks) {
            std::size_t place = 0;
            while (place < block.lines.size() && isTitle(block.lines, place)) {
                m_count.parts.push_back({sectionNamed(block.lines[place]), 0});
                m_firstKey = {};
                do {
                    ++place;
                } while (place < block.lines.size() && block.lines[place].empty());
            }
            if (place == block.lines.size()) {
                continue;
            }
            if (m_count.parts.empty()) {
                return refuse(ReasonCode::vaultOtherText);   // an entry before any title
            }
            take(block.lines[place]);
            if (!block.closed) {
                return refuse(ReasonCode::vaultCutOff);
            }
        }
        if (m_count.parts.empty()) {
            return refuse(ReasonCode::vaultOtherText);
        }
        const bool named = std::any_of(m_count.parts.begin(), m_count.parts.end(), [](const VaultCount::Part& part) {
            return part.section != VaultSection::other;
        });
        if (m_count.entries() == 0) {
            return refuse(named ? ReasonCode::vaultNoEntries : ReasonCode::vaultOtherText);
        }
        return m_count;
    }

private:
    // The entries of a section begin with the same key. What begins otherwise belongs to the note before it, which has
    // a line of dashes in it.
    void take(std::string_view firstLine)
    {
        const auto key = keyOf(firstLine);
        if (m_firstKey.empty()) {
            m_firstKey = key;
        }
        const bool isEntry = !key.empty() && key == m_firstKey;
        m_count.parts.back().entries += isEntry ? 1 : 0;
    }

    VaultCount m_count;
    std::string_view m_firstKey;
};

// The first line of what browsers and other password managers write: names of columns.
bool isTable(const std::vector<std::string_view>& lines)
{
    const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !line.empty(); });
    if (first == lines.end() || first->size() > 2000) {
        return false;
    }
    for (const char separatorOfTable : {',', ';', '\t'}) {
        const auto columns = std::count(first->begin(), first->end(), separatorOfTable);
        const bool names = holdsWord(*first, "password") || holdsWord(*first, "username") || holdsWord(*first, "login")
                           || holdsWord(*first, "url");
        if (columns >= 2 && names) {
            return true;
        }
    }
    return false;
}

tl::expected<VaultCount, Reason> countText(std::string_view text)
{
    const auto lines = linesOf(text);
    if (std::all_of(lines.begin(), lines.end(), [](std::string_view line) { return line.empty(); })) {
        return refuse(ReasonCode::vaultEmptyFile);
    }
    const bool separated = std::find(lines.begin(), lines.end(), separator) != lines.end();
    if (!separated && isTable(lines)) {
        return refuse(ReasonCode::vaultTable);
    }
    const auto blocks = blocksOf(lines);
    const auto& first = blocks.front().lines;
    const bool beginsLikeOne = !first.empty() && sectionNamed(first.front()) != VaultSection::other;
    if (!separated && !beginsLikeOne) {
        return refuse(ReasonCode::vaultOtherText);
    }
    return Counter().count(blocks);
}

}   // namespace

std::string_view toString(VaultSection section)
{
    return wordFor(sectionWords, section);
}

std::size_t VaultCount::entries() const
{
    return std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                           [](std::size_t sum, const Part& part) { return sum + part.entries; });
}

tl::expected<VaultCount, Reason> countVaultExport(std::string_view bytes)
{
    if (bytes.empty()) {
        return refuse(ReasonCode::vaultEmptyFile);
    }
    if (bytes.size() > largestVaultExport) {
        return refuse(ReasonCode::vaultTooLarge);
    }
    switch (const auto encoding = encodingOf(bytes)) {
    case Encoding::none: return refuse(ReasonCode::vaultNotText);
    case Encoding::bytes: return countText(withoutMark(bytes));
    case Encoding::utf16le:
    case Encoding::utf16be: {
        auto text = asciiOf(withoutMark(bytes), encoding);
        const Overwritten wiped(text);
        return countText(text);
    }
    }
    return refuse(ReasonCode::vaultNotText);
}

tl::expected<VaultCount, Reason> countVaultFile(const Files& files, std::string_view path)
{
    if (text::fold(path).ends_with(".edb")) {
        return refuse(ReasonCode::vaultBackup);
    }
    auto bytes = files.read(path, largestVaultExport);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::tooLarge) {
            return refuse(ReasonCode::vaultTooLarge);
        }
        return refuse(ReasonCode::vaultUnreadable, {std::string(path)});
    }
    const Overwritten wiped(*bytes);
    return countVaultExport(*bytes);
}

std::vector<Reason> describe(const VaultCount& count)
{
    std::vector<Reason> reasons;
    std::size_t place = 0;
    for (const auto& part : count.parts) {
        ++place;
        const auto number = static_cast<std::int64_t>(part.entries);
        switch (part.section) {
        case VaultSection::websites: reasons.push_back({ReasonCode::vaultWebsites, {number}, {}}); break;
        case VaultSection::applications: reasons.push_back({ReasonCode::vaultApplications, {number}, {}}); break;
        case VaultSection::otherAccounts: reasons.push_back({ReasonCode::vaultOtherAccounts, {number}, {}}); break;
        case VaultSection::notes: reasons.push_back({ReasonCode::vaultNotes, {number}, {}}); break;
        // A title that is not known may be a line of somebody's note, so its place stands for it.
        case VaultSection::other:
            reasons.push_back({ReasonCode::vaultOtherSection, {std::to_string(place), number}, {}});
            break;
        }
    }
    reasons.push_back({ReasonCode::vaultNotAllEntries, {}, {}});
    reasons.push_back({ReasonCode::guardVaultNotInside, {}, {}});
    return reasons;
}

tl::expected<Reason, Reason> wipeVaultFile(const fs::path& file)
{
    const auto failed = [&] { return refuse(ReasonCode::vaultNotWiped, {pathToUtf8(file)}); };
    std::error_code error;
    const auto status = fs::symlink_status(file, error);
    if (error || status.type() != fs::file_type::regular) {
        return failed();
    }
    const auto size = fs::file_size(file, error);
    if (error) {
        return failed();
    }
    {
        // Opened for changing, not anew: the same blocks are written where the disk allows that.
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        const std::array<char, 4096> zeros{};
        for (std::uintmax_t written = 0; stream && written < size; written += zeros.size()) {
            stream.write(zeros.data(),
                         static_cast<std::streamsize>(std::min<std::uintmax_t>(zeros.size(), size - written)));
        }
        stream.flush();
        if (!stream) {
            return failed();
        }
    }
    if (!fs::remove(file, error) || error) {
        return failed();
    }
    return Reason{ReasonCode::vaultWiped, {}, std::nullopt};
}

}   // namespace offramp
