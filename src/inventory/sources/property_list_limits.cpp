#include "inventory/sources/property_list_limits.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace offramp::sources {

namespace {

constexpr std::string_view binaryMark = "bplist0";
constexpr std::size_t headerLength = 8;
constexpr std::size_t trailerLength = 32;

// Layout: "bplist00", objects, a table of their offsets, a trailer of 32 bytes that says where things are.
// Source: the format comment of Apple's open CFBinaryPList.c.
class BinaryShape {
public:
    explicit BinaryShape(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool modest()
    {
        if (!readTrailer()) {
            return false;
        }
        m_known.assign(m_objectCount, Extent{});
        return walk();
    }

private:
    // How large an object is with everything below it.
    struct Extent {
        enum class State : std::uint8_t { unknown, open, known };
        State state = State::unknown;
        std::uint64_t weight = 16;
        std::size_t height = 1;
    };
    struct Object {
        std::uint64_t firstReference = 0;   // where a container's references start
        std::uint64_t references = 0;
        Extent extent;
    };
    struct Step {
        std::uint64_t number;
        Object object;
        std::uint64_t next = 0;
    };

    [[nodiscard]] std::uint64_t number(std::uint64_t at, unsigned width) const
    {
        std::uint64_t value = 0;
        for (unsigned index = 0; index < width; ++index) {
            value = value << 8 | static_cast<unsigned char>(m_bytes[at + index]);
        }
        return value;
    }

    [[nodiscard]] bool readTrailer()
    {
        if (m_bytes.size() < headerLength + trailerLength) {
            return false;
        }
        const std::uint64_t trailer = m_bytes.size() - trailerLength;
        m_offsetWidth = static_cast<unsigned char>(m_bytes[trailer + 6]);
        m_referenceWidth = static_cast<unsigned char>(m_bytes[trailer + 7]);
        m_objectCount = number(trailer + 8, 8);
        m_root = number(trailer + 16, 8);
        m_offsets = number(trailer + 24, 8);
        const auto possible = [](unsigned width) { return width >= 1 && width <= 8; };
        return possible(m_offsetWidth) && possible(m_referenceWidth) && m_offsets >= headerLength
               && m_offsets <= trailer && m_objectCount >= 1 && m_objectCount <= (trailer - m_offsets) / m_offsetWidth
               && m_root < m_objectCount;
    }

    [[nodiscard]] std::optional<Object> objectAt(std::uint64_t index) const
    {
        std::uint64_t at = number(m_offsets + index * m_offsetWidth, m_offsetWidth);
        if (at < headerLength || at >= m_offsets) {
            return std::nullopt;
        }
        const unsigned marker = static_cast<unsigned char>(m_bytes[at++]);
        const unsigned kind = marker >> 4;
        std::uint64_t count = marker & 0x0F;
        const bool counted = kind == 0x4 || kind == 0x5 || kind == 0x6 || kind == 0x7 || kind >= 0xA;
        if (!counted) {
            return Object{};
        }
        if (count == 0x0F) {   // the count did not fit and follows as an integer object
            if (at >= m_offsets || static_cast<unsigned char>(m_bytes[at]) >> 4 != 0x1) {
                return std::nullopt;
            }
            const unsigned width = 1u << (static_cast<unsigned char>(m_bytes[at]) & 0x0F);
            ++at;
            if (width > 8 || m_offsets - at < width) {
                return std::nullopt;
            }
            count = number(at, width);
            at += width;
        }
        const bool container = kind >= 0xA;
        const std::uint64_t each = container ? m_referenceWidth * (kind == 0xD ? 2u : 1u) : kind == 0x6 ? 2u : 1u;
        if (count > (m_offsets - at) / each) {
            return std::nullopt;
        }
        Object object;
        if (container) {
            object.firstReference = at;
            object.references = kind == 0xD ? count * 2 : count;
        } else {
            object.extent.weight += count * each;
            if ((kind == 0x5 || kind == 0x6 || kind == 0x7) && holdsNul(at, count, each)) {
                return std::nullopt;
            }
        }
        return object;
    }

    [[nodiscard]] bool holdsNul(std::uint64_t at, std::uint64_t characters, std::uint64_t width) const
    {
        for (std::uint64_t index = 0; index < characters; ++index) {
            if (number(at + index * width, static_cast<unsigned>(width)) == 0) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool enter(std::uint64_t index)
    {
        const std::optional<Object> object = objectAt(index);
        if (!object || m_path.size() >= propertyListDepth) {
            return false;
        }
        m_known[index].state = Extent::State::open;
        m_path.push_back(Step{index, *object});
        return true;
    }

    // Depth first without recursion; every object is looked into once, however often it is named.
    [[nodiscard]] bool walk()
    {
        bool within = enter(m_root);
        while (within && !m_path.empty()) {
            Step& step = m_path.back();
            if (step.next == step.object.references) {
                Extent extent = step.object.extent;
                extent.state = Extent::State::known;
                m_known[step.number] = extent;
                m_path.pop_back();
                within = m_path.empty() || add(m_path.back(), extent);
                continue;
            }
            const std::uint64_t child =
                number(step.object.firstReference + step.next * m_referenceWidth, m_referenceWidth);
            ++step.next;
            // An object that is still open contains itself.
            if (child >= m_objectCount || m_known[child].state == Extent::State::open) {
                return false;
            }
            within = m_known[child].state == Extent::State::known ? add(step, m_known[child]) : enter(child);
        }
        return within;
    }

    [[nodiscard]] static bool add(Step& step, const Extent& child)
    {
        step.object.extent.weight += child.weight;
        step.object.extent.height = std::max(step.object.extent.height, child.height + 1);
        return step.object.extent.weight <= propertyListWeight && step.object.extent.height <= propertyListDepth;
    }

    std::string_view m_bytes;
    unsigned m_offsetWidth = 0;
    unsigned m_referenceWidth = 0;
    std::uint64_t m_objectCount = 0;
    std::uint64_t m_root = 0;
    std::uint64_t m_offsets = 0;
    std::vector<Extent> m_known;
    std::vector<Step> m_path;
};

bool isDigitOf(int base, char letter)
{
    const char lower = static_cast<char>(letter | 0x20);
    return (letter >= '0' && letter <= '9') || (base == 16 && lower >= 'a' && lower <= 'f');
}

// "&#233;" and "&#xe9;" name characters; "&#0;", "&#x110000000;" and "&#zz;" do not.
bool characterReferencesAreSound(std::string_view text)
{
    constexpr std::size_t mostDigits = 7;
    for (std::size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at)) {
        at += 2;
        const int base = text.substr(at).starts_with('x') || text.substr(at).starts_with('X') ? 16 : 10;
        at += base == 16 ? 1 : 0;
        std::size_t digits = 0;
        bool anyNonZero = false;
        while (at + digits < text.size() && isDigitOf(base, text[at + digits])) {
            anyNonZero = anyNonZero || text[at + digits] != '0';
            ++digits;
        }
        if (!anyNonZero || digits > mostDigits) {
            return false;
        }
    }
    return true;
}

// Where to go on after the construct `start` … `end` that begins at `at`; npos when it is not closed.
std::size_t after(std::string_view text, std::size_t at, std::string_view end)
{
    const std::size_t found = text.find(end, at);
    return found == std::string_view::npos ? found : found + end.size();
}

}   // namespace

bool isBinaryPropertyList(std::string_view bytes)
{
    return bytes.starts_with(binaryMark);
}

bool binaryPropertyListIsModest(std::string_view bytes)
{
    return BinaryShape(bytes).modest();
}

bool xmlPropertyListIsModest(std::string_view text)
{
    const auto references = static_cast<std::size_t>(std::count(text.begin(), text.end(), '&'));
    if (text.find('\0') != std::string_view::npos || references > propertyListReferences
        || !characterReferencesAreSound(text)) {
        return false;
    }
    std::size_t depth = 0;
    std::size_t at = text.find('<');
    while (at != std::string_view::npos) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<!--")) {
            at = after(text, at + 4, "-->");
        } else if (rest.starts_with("<![CDATA[")) {
            at = after(text, at, "]]>");
        } else if (rest.starts_with("<?")) {
            at = after(text, at, "?>");
        } else {
            const std::size_t end = text.find('>', at);
            const std::string_view tag = text.substr(at, end - at);
            if (rest.starts_with("<!")) {
                if (tag.find('[') != std::string_view::npos) {
                    return false;
                }
            } else if (rest.starts_with("</")) {
                if (depth == 0) {
                    return false;
                }
                --depth;
            } else if (!tag.ends_with('/') || tag.find_first_of("\"'") != std::string_view::npos) {
                // A tag with a quotation mark counts as open even if it ends with a slash: the slash may be quoted.
                if (++depth > propertyListDepth) {
                    return false;
                }
            }
            at = end;
        }
        at = at == std::string_view::npos ? at : text.find('<', at);
    }
    return true;
}

}   // namespace offramp::sources
