#include "platform/registry_data.h"

#include "base/text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace offramp {

namespace {

std::uint64_t littleEndian(std::string_view bytes, std::size_t count)
{
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < count; ++at) {
        number |= std::uint64_t{static_cast<unsigned char>(bytes[at])} << (8 * at);
    }
    return number;
}

// Programs that mix up the two kinds of Windows functions store "AVP\0" as four bytes. Printable ASCII throughout is no
// UTF-16 when the number of bytes is odd, or when a single zero byte ends it: that would be Chinese ending in a Latin
// letter.
bool isNarrowByMistake(std::string_view bytes)
{
    constexpr std::size_t shortest = 4;
    std::string_view body = bytes;
    while (!body.empty() && body.back() == '\0') {
        body.remove_suffix(1);
    }
    const std::size_t zeros = bytes.size() - body.size();
    const auto printable = [](char byte) { return byte >= 0x20 && byte < 0x7F; };
    return body.size() >= shortest && (bytes.size() % 2 != 0 || zeros == 1)
           && std::all_of(body.begin(), body.end(), printable);
}

std::string decodeText(std::string_view bytes, RegistryText encoding)
{
    if (encoding == RegistryText::utf16) {
        return isNarrowByMistake(bytes) ? std::string(bytes) : text::fromUtf16le(bytes);
    }
    return text::isUtf8(bytes) ? std::string(bytes) : text::fromWindows1252(bytes);
}

}   // namespace

const RegistryValue* findValue(const std::vector<RegistryValue>& values, std::string_view name)
{
    // Comparing sizes first spares folding nearly all others.
    const auto found = std::find_if(values.begin(), values.end(), [&](const RegistryValue& value) {
        return value.name.size() == name.size() && text::equalsFolded(value.name, name);
    });
    return found == values.end() ? nullptr : &*found;
}

std::string withoutTerminator(std::string text)
{
    while (!text.empty() && text.back() == '\0') {
        text.pop_back();
    }
    return text;
}

RegistryValue decodeRegistryData(std::string name, unsigned type, std::string_view bytes, RegistryText encoding)
{
    using Type = RegistryValue::Type;
    RegistryValue value;
    value.name = std::move(name);
    if (type == 1 || type == 2) {
        value.type = type == 1 ? Type::string : Type::expandString;
        value.text = withoutTerminator(decodeText(bytes, encoding));
    } else if (type == 7) {
        value.type = Type::multiString;
        const std::string joined = decodeText(bytes, encoding);
        for (const std::string_view part : text::split(joined, '\0')) {
            if (!part.empty()) {
                value.texts.emplace_back(part);
            }
        }
    } else if (type == 4 && bytes.size() >= 4) {
        value.type = Type::dword;
        value.number = littleEndian(bytes, 4);
    } else if (type == 11 && bytes.size() >= 8) {
        value.type = Type::qword;
        value.number = littleEndian(bytes, 8);
    } else {
        value.type = type == 0 ? Type::none : type == 3 ? Type::binary : Type::other;
        value.bytes = bytes;
    }
    return value;
}

bool isPersonSid(std::string_view sid)
{
    const std::string folded = text::fold(sid);
    return (folded.starts_with("s-1-5-21-") || folded.starts_with("s-1-12-1-"))
           && folded.find_first_not_of("s-0123456789") == std::string::npos;
}

std::string profileFolderFrom(const std::vector<RegistryValue>& values)
{
    const RegistryValue* const found = findValue(values, "ProfileImagePath");
    return found == nullptr ? std::string{} : found->text;
}

std::string userNameFrom(const std::vector<RegistryValue>& values)
{
    const std::string folder = profileFolderFrom(values);
    const std::size_t at = folder.find_last_of("\\/");
    return folder.substr(at == std::string::npos ? 0 : at + 1);
}

}   // namespace offramp
