#include "catalog/catalog_index.h"

#include "catalog/catalog_store.h"

#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace offramp {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostDeltas = 64;

const Json* member(const Json& object, const char* name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() ? &*found : nullptr;
}

std::optional<std::string> textOf(const Json& object, const char* name)
{
    const Json* value = member(object, name);
    return value != nullptr && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

std::optional<std::int64_t> number(const Json& object, const char* name, std::uint64_t most)
{
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_number_unsigned()) {
        return std::nullopt;
    }
    const auto plain = value->get<std::uint64_t>();
    return plain >= 1 && plain <= most ? std::optional(static_cast<std::int64_t>(plain)) : std::nullopt;
}

std::optional<Instant> instant(const Json& object, const char* name)
{
    const auto written = textOf(object, name);
    const auto parsed = written ? parseInstant(*written) : fail(ErrorCode::notFound, name);
    return parsed ? std::optional(parsed->instant) : std::nullopt;
}

std::optional<std::string> sha256(const Json& object, const char* name)
{
    auto written = textOf(object, name);
    return written && isSha256(*written) ? written : std::nullopt;
}

constexpr std::uint64_t largestSerial = std::numeric_limits<std::int32_t>::max();

std::optional<PublishedFile> publishedFile(const Json& object, const std::string& name)
{
    const auto size = number(object, "size", largestCompressed);
    const auto sum = sha256(object, "sha256");
    if (textOf(object, "name") != name || !size || !sum) {
        return std::nullopt;
    }
    return PublishedFile{name, static_cast<std::size_t>(*size), *sum};
}

bool readDeltas(const Json& root, CatalogIndex& index)
{
    const Json* deltas = member(root, "deltas");
    if (deltas == nullptr) {
        return true;
    }
    if (!deltas->is_array() || deltas->size() > mostDeltas) {
        return false;
    }
    for (const Json& entry : *deltas) {
        const auto from = number(entry, "from", largestSerial);
        const auto sum = sha256(entry, "fromSha256");
        if (!from || !sum || *from >= index.serial) {
            return false;
        }
        const auto file = publishedFile(entry, fmt::format("catalog-{}-{}.delta.gz", *from, index.serial));
        if (!file) {
            return false;
        }
        index.deltas.push_back({*from, *sum, *file});
    }
    return true;
}

}   // namespace

std::optional<CatalogIndex> parseIndex(std::string_view bytes)
{
    const Json root = bytes.size() > largestIndex ? Json() : Json::parse(bytes, nullptr, false);
    if (!root.is_object() || textOf(root, "format") != "offramp.catalogIndex/1") {
        return std::nullopt;
    }
    const auto serial = number(root, "serial", largestSerial);
    const auto schema = number(root, "schemaVersion", 1'000'000);
    const auto issued = instant(root, "issuedAt");
    const auto expires = instant(root, "expiresAt");
    const Json* file = member(root, "file");
    const Json* database = member(root, "database");
    if (!serial || !schema || !issued || !expires || *expires <= *issued || file == nullptr || database == nullptr) {
        return std::nullopt;
    }
    const auto published = publishedFile(*file, catalogFileName(*serial));
    const auto size = number(*database, "size", largestDatabase);
    const auto sum = sha256(*database, "sha256");
    if (!published || !size || !sum) {
        return std::nullopt;
    }
    CatalogIndex index;
    index.serial = *serial;
    index.schemaVersion = *schema;
    index.issuedAt = *issued;
    index.expiresAt = *expires;
    index.file = *published;
    index.databaseSize = static_cast<std::size_t>(*size);
    index.databaseSha256 = *sum;
    return readDeltas(root, index) ? std::optional(std::move(index)) : std::nullopt;
}

Accepted<CatalogIndex> readIndex(std::string_view bytes, std::string_view signature,
                                 const std::vector<TrustedKey>& keys)
{
    const auto parsed = parseSignature(signature);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    auto proof = verifyFile(bytes, *parsed, keys);
    if (!proof) {
        return tl::unexpected(proof.error());
    }
    if (proof->facts.kind != SignedKind::index) {
        return refuse(ReasonCode::updateForeignSignature);
    }
    auto index = parseIndex(bytes);
    if (!index) {
        return refuse(ReasonCode::updateIndexUnreadable);
    }
    if (index->serial != proof->facts.serial || dayIn(Zone{}, index->expiresAt) != proof->facts.expires) {
        return refuse(ReasonCode::updateForeignSignature);
    }
    index->proof = std::move(*proof);
    return std::move(*index);
}

Accepted<void> mayReplace(const Offer& offer, std::int64_t highest, Instant now)
{
    if (offer.schemaVersion > catalogSchemaVersion) {
        return refuse(ReasonCode::updateNeedsNewerProgram, {std::to_string(offer.serial)});
    }
    if (offer.serial <= highest) {
        return refuse(ReasonCode::updateNotNewer, {std::to_string(offer.serial), std::to_string(highest)});
    }
    if (now >= offer.expiresAt) {
        return refuse(ReasonCode::updateExpired, {std::to_string(offer.serial), dayIn(Zone{}, offer.expiresAt)});
    }
    return {};
}

}   // namespace offramp
