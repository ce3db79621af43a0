#include "inventory/sources/certificate_blob.h"

#include "base/text.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace offramp::sources {

namespace {

constexpr unsigned tagSequence = 0x30;
constexpr unsigned tagSet = 0x31;
constexpr unsigned tagObjectId = 0x06;
constexpr unsigned tagVersion = 0xA0;
constexpr std::string_view commonName = "\x55\x04\x03";
constexpr std::string_view organisationName = "\x55\x04\x0A";

struct Element {
    unsigned tag = 0;
    std::string_view content;
};

// Takes the next element off the front; empty when the bytes are no element.
std::optional<Element> take(std::string_view& bytes)
{
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])); };
    if (bytes.size() < 2) {
        return std::nullopt;
    }
    const auto tag = static_cast<unsigned>(byte(0));
    std::size_t length = byte(1);
    std::size_t header = 2;
    if ((tag & 0x1F) == 0x1F || length == 0x80) {
        return std::nullopt;   // long tags and open lengths do not occur in certificates
    }
    if (length > 0x80) {
        const std::size_t count = length - 0x80;
        if (count > 4 || bytes.size() < 2 + count) {
            return std::nullopt;
        }
        length = 0;
        for (std::size_t at = 0; at < count; ++at) {
            length = length * 256 + byte(2 + at);
        }
        header += count;
    }
    if (length > bytes.size() - header) {
        return std::nullopt;
    }
    const Element element{tag, bytes.substr(header, length)};
    bytes.remove_prefix(header + length);
    return element;
}

std::string decodeString(const Element& element)
{
    constexpr unsigned utf8 = 0x0C;
    constexpr unsigned wide = 0x1E;   // big-endian UTF-16
    if (element.tag == wide) {
        std::string swapped(element.content);
        for (std::size_t at = 0; at + 1 < swapped.size(); at += 2) {
            std::swap(swapped[at], swapped[at + 1]);
        }
        return text::fromUtf16le(swapped);
    }
    if (element.tag == utf8 || text::isUtf8(element.content)) {
        return text::isUtf8(element.content) ? std::string(element.content) : std::string{};
    }
    return text::fromWindows1252(element.content);
}

struct Name {
    std::string common;
    std::string organisation;
};

// A sequence of sets of (type, value) pairs.
Name decodeName(std::string_view sets)
{
    Name name;
    while (const std::optional<Element> set = take(sets)) {
        std::string_view pairs = set->tag == tagSet ? set->content : std::string_view{};
        while (const std::optional<Element> pair = take(pairs)) {
            std::string_view parts = pair->content;
            const std::optional<Element> type = take(parts);
            const std::optional<Element> value = take(parts);
            if (!type || !value || type->tag != tagObjectId) {
                continue;
            }
            if (type->content == commonName) {
                name.common = decodeString(*value);
            } else if (type->content == organisationName) {
                name.organisation = decodeString(*value);
            }
        }
    }
    return name;
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t offset = 0; offset < 4; ++offset) {
        number |= std::uint32_t{static_cast<unsigned char>(bytes[at + offset])} << (8 * offset);
    }
    return number;
}

}   // namespace

CertificateNames decodeCertificate(std::string_view der)
{
    CertificateNames names;
    const std::optional<Element> certificate = take(der);
    std::string_view inside = certificate ? certificate->content : std::string_view{};
    const std::optional<Element> signedPart = take(inside);
    std::string_view fields = signedPart ? signedPart->content : std::string_view{};
    std::optional<Element> field = take(fields);
    if (field && field->tag == tagVersion) {   // absent in certificates of version 1
        field = take(fields);
    }
    const std::optional<Element> algorithm = take(fields);
    const std::optional<Element> issuer = take(fields);
    const std::optional<Element> validity = take(fields);
    const std::optional<Element> subject = take(fields);
    if (!field || !algorithm || !issuer || !validity || !subject || issuer->tag != tagSequence
        || subject->tag != tagSequence) {
        return names;
    }
    Name subjectName = decodeName(subject->content);
    Name issuerName = decodeName(issuer->content);
    names.subject = subjectName.common.empty() ? subjectName.organisation : std::move(subjectName.common);
    names.organisation = std::move(subjectName.organisation);
    names.issuer = issuerName.common.empty() ? std::move(issuerName.organisation) : std::move(issuerName.common);
    names.intact = true;
    return names;
}

CertificateNames decodeCertificateBlob(std::string_view blob)
{
    // Each property: number, flags, length (32 bits each, little-endian), then so many bytes.
    constexpr std::size_t header = 12;
    constexpr std::uint32_t certificateProperty = 32;
    while (blob.size() >= header) {
        const std::uint32_t property = numberAt(blob, 0);
        const std::size_t length = numberAt(blob, 8);
        if (length > blob.size() - header) {
            break;
        }
        if (property == certificateProperty) {
            return decodeCertificate(blob.substr(header, length));
        }
        blob.remove_prefix(header + length);
    }
    return {};
}

}   // namespace offramp::sources
