#include "inventory/sources/task_xml.h"

#include "base/text.h"

#include <array>
#include <utility>

namespace offramp::sources {

namespace {

std::string withoutEntities(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, char>, 5> entities{
        {{"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&lt;", '<'}, {"&gt;", '>'}}};
    std::string plain;
    while (!text.empty()) {
        std::size_t taken = 1;
        char letter = text.front();
        for (const auto& [entity, meaning] : entities) {
            if (text.starts_with(entity)) {
                taken = entity.size();
                letter = meaning;
            }
        }
        plain += letter;
        text.remove_prefix(taken);
    }
    return plain;
}

}   // namespace

std::string commandOfTask(std::string_view bytes)
{
    std::string decoded;
    if (bytes.starts_with("\xFF\xFE")) {
        decoded = text::fromUtf16le(bytes.substr(2));
    } else if (bytes.size() >= 2 && bytes[0] == '<' && bytes[1] == '\0') {
        decoded = text::fromUtf16le(bytes);
    } else {
        decoded = bytes;
    }
    constexpr std::string_view opening = "<Command>";
    const std::string_view xml = decoded;
    const std::size_t begin = xml.find(opening);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::size_t end = xml.find('<', begin + opening.size());
    if (end == std::string_view::npos) {
        return {};
    }
    return withoutEntities(text::trim(xml.substr(begin + opening.size(), end - begin - opening.size())));
}

}   // namespace offramp::sources
