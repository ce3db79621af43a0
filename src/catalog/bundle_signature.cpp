#include "catalog/bundle_signature.h"

#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>
#include <sodium.h>

namespace offramp {

namespace {

constexpr std::string_view untrustedPrefix = "untrusted comment: ";
constexpr std::string_view trustedPrefix = "trusted comment: ";

// libsodium must be set up once; it answers 1 when it already was.
bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

const unsigned char* unsignedBytes(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// Strict: the whole text, padded, exactly `Size` bytes.
template <std::size_t Size> std::optional<std::array<std::uint8_t, Size>> decode(std::string_view base64)
{
    std::array<std::uint8_t, Size> bytes{};
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(bytes.data(), bytes.size(), base64.data(), base64.size(), nullptr, &length,
                                         &end, sodium_base64_VARIANT_ORIGINAL);
    if (failed != 0 || length != Size || end != base64.data() + base64.size()) {
        return std::nullopt;
    }
    return bytes;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    auto lines = text::split(text, '\n');
    for (auto& line : lines) {
        if (line.ends_with('\r')) {
            line.remove_suffix(1);   // files are carried around by people
        }
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

template <std::size_t Size, std::size_t From>
void copyFrom(const std::array<std::uint8_t, From>& source, std::size_t offset, std::array<std::uint8_t, Size>& target)
{
    static_assert(Size <= From);
    std::copy_n(source.begin() + static_cast<std::ptrdiff_t>(offset), Size, target.begin());
}

std::optional<std::int64_t> parseSerial(std::string_view text)
{
    if (text.empty() || text.size() > 10 || text.front() == '0') {
        return std::nullopt;
    }
    std::int64_t value = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        value = value * 10 + (digit - '0');
    }
    return value <= std::numeric_limits<std::int32_t>::max() ? std::optional(value) : std::nullopt;
}

// "offramp-catalog serial:42 expires:2027-11-23 file:catalog-42.db.gz database:…": every word once, none unknown, so
// that a later version can add a meaning only by adding a kind.
std::optional<SignedFacts> parseFacts(std::string_view comment)
{
    const auto words = text::split(comment, ' ');
    SignedFacts facts;
    std::size_t expected = 0;
    if (words.front() == "offramp-index") {
        facts.kind = SignedKind::index;
        expected = 3;
    } else if (words.front() == "offramp-catalog") {
        facts.kind = SignedKind::catalog;
        expected = 4;
    } else if (words.front() == "offramp-policy") {
        facts.kind = SignedKind::policy;
        expected = 3;
    } else {
        return std::nullopt;
    }
    std::map<std::string_view, std::string_view> values;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto colon = words[i].find(':');
        if (colon == std::string_view::npos
            || !values.emplace(words[i].substr(0, colon), words[i].substr(colon + 1)).second) {
            return std::nullopt;
        }
    }
    const auto value = [&](std::string_view name) {
        const auto found = values.find(name);
        return found == values.end() ? std::string_view() : found->second;
    };
    const auto serial = parseSerial(value("serial"));
    const auto expires = parseDay(value("expires"));
    if (values.size() != expected || !serial || !expires) {
        return std::nullopt;
    }
    facts.serial = *serial;
    facts.expires = *expires;
    facts.file = value("file");
    facts.databaseSha256 = value("database");
    const bool catalog = facts.kind == SignedKind::catalog;
    const bool fileFits = facts.file
                          == (catalog                            ? catalogFileName(facts.serial)
                              : facts.kind == SignedKind::policy ? "policy.json"
                                                                 : "index.json");
    if (!fileFits || (catalog && !isSha256(facts.databaseSha256))) {
        return std::nullopt;
    }
    return facts;
}

const TrustedKey* findKey(const BundleSignature& signature, const std::vector<TrustedKey>& keys)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const TrustedKey& key) { return key.id == signature.keyId; });
    return found == keys.end() ? nullptr : &*found;
}

}   // namespace

std::string TrustedKey::idText() const
{
    std::string out;
    for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
        out += fmt::format("{:02X}", *byte);   // minisign prints the number, whose lowest byte comes first in the file
    }
    return out;
}

Result<TrustedKey> parsePublicKey(std::string_view text, std::string name)
{
    const auto lines = linesOf(text);
    const auto bytes = lines.size() == 2 && sodiumReady() ? decode<42>(lines[1]) : std::nullopt;
    if (!bytes || !lines[0].starts_with(untrustedPrefix) || (*bytes)[0] != 'E' || (*bytes)[1] != 'd') {
        return fail(ErrorCode::malformed, fmt::format("the key {} is not a public key of minisign", name));
    }
    TrustedKey key;
    key.name = std::move(name);
    copyFrom(*bytes, 2, key.id);
    copyFrom(*bytes, 10, key.key);
    return key;
}

Accepted<BundleSignature> parseSignature(std::string_view text)
{
    const auto lines = linesOf(text);
    if (text.size() > largestSignature || lines.size() != 4 || !lines[0].starts_with(untrustedPrefix)
        || !lines[2].starts_with(trustedPrefix) || !sodiumReady()) {
        return refuse(ReasonCode::updateNoSignature);
    }
    const auto first = decode<74>(lines[1]);
    const auto global = decode<64>(lines[3]);
    if (!first || !global || (*first)[0] != 'E') {
        return refuse(ReasonCode::updateNoSignature);
    }
    if ((*first)[1] != 'D') {
        // "Ed" signs the file itself; two ways to sign would be two ways to be wrong.
        return refuse((*first)[1] == 'd' ? ReasonCode::updateOldSignature : ReasonCode::updateNoSignature);
    }
    BundleSignature signature;
    copyFrom(*first, 2, signature.keyId);
    copyFrom(*first, 10, signature.ofFile);
    signature.ofComment = *global;
    signature.trustedComment = lines[2].substr(trustedPrefix.size());
    const auto facts = parseFacts(signature.trustedComment);
    if (!facts) {
        return refuse(ReasonCode::updateForeignSignature);
    }
    signature.facts = *facts;
    return signature;
}

Accepted<Proof> verifyComment(const BundleSignature& signature, const std::vector<TrustedKey>& keys)
{
    const TrustedKey* key = findKey(signature, keys);
    if (key == nullptr) {
        return refuse(ReasonCode::updateUnknownKey);
    }
    std::string message(signature.ofFile.begin(), signature.ofFile.end());
    message += signature.trustedComment;
    if (!sodiumReady()
        || crypto_sign_verify_detached(signature.ofComment.data(), unsignedBytes(message), message.size(),
                                       key->key.data())
               != 0) {
        return refuse(ReasonCode::updateBytesChanged);
    }
    return Proof{signature.facts, key->name, key->idText()};
}

Accepted<Proof> verifyFile(std::string_view bytes, const BundleSignature& signature,
                           const std::vector<TrustedKey>& keys)
{
    const TrustedKey* key = findKey(signature, keys);
    if (key == nullptr || !sodiumReady()) {
        return refuse(ReasonCode::updateUnknownKey);
    }
    std::array<std::uint8_t, crypto_generichash_BYTES_MAX> digest{};
    crypto_generichash(digest.data(), digest.size(), unsignedBytes(bytes), bytes.size(), nullptr, 0);
    if (crypto_sign_verify_detached(signature.ofFile.data(), digest.data(), digest.size(), key->key.data()) != 0) {
        return refuse(ReasonCode::updateBytesChanged);
    }
    return verifyComment(signature, keys);
}

std::string sha256Of(std::string_view bytes)
{
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), unsignedBytes(bytes), bytes.size());
    std::string out;
    for (const std::uint8_t byte : digest) {
        out += fmt::format("{:02x}", byte);
    }
    return out;
}

bool isSha256(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::string catalogFileName(std::int64_t serial)
{
    return fmt::format("catalog-{}.db.gz", serial);
}

}   // namespace offramp
