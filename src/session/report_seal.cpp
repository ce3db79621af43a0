#include "session/report_seal.h"

#include "base/secret.h"
#include "base/utf8_path.h"
#include "platform/durable_file.h"
#include "report/page_language.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sodium.h>
#include <utility>

namespace offramp {

namespace {

using json::Value;

constexpr std::string_view chainBegin = "offramp.removalReport/1";
constexpr std::size_t deepest = 32;

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;
using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using SignatureBytes = std::array<unsigned char, crypto_sign_BYTES>;

struct KeyPair {
    PublicKey open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    KeyPair() = default;
    KeyPair(const KeyPair&) = delete;
    KeyPair& operator=(const KeyPair&) = delete;
    ~KeyPair() { overwrite(secret.data(), secret.size()); }
};

template <class Bytes> std::string inHex(const Bytes& bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

template <class Bytes> bool fromHex(std::string_view hex, Bytes& bytes)
{
    std::size_t length = 0;
    const char* end = nullptr;
    return sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, &end) == 0
           && length == bytes.size() && end == hex.data() + hex.size();
}

std::string hashOf(std::string_view text)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return inHex(hash);
}

std::string compact(const Value& value)
{
    return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

std::string linkOf(const std::string& before, const Value& event)
{
    return hashOf(before + "\n" + compact(event));
}

std::optional<Seed> seedIn(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string hex(crypto_sign_SEEDBYTES * 2, '\0');
    stream.read(hex.data(), static_cast<std::streamsize>(hex.size()));
    Seed seed{};
    const bool whole = stream.gcount() == static_cast<std::streamsize>(hex.size()) && fromHex(hex, seed);
    overwrite(hex);
    return whole ? std::optional(seed) : std::nullopt;
}

Result<void> keyFor(const std::filesystem::path& file, KeyPair& pair)
{
    if (sodium_init() < 0) {
        return fail(ErrorCode::unsupported, "libsodium");
    }
    auto seed = seedIn(file);
    if (!seed) {
        // A key nobody can read proves nothing any more; what it sealed can still be verified.
        seed.emplace();
        randombytes_buf(seed->data(), seed->size());
        std::string hex = inHex(*seed);
        auto kept = makePrivateFolder(file.parent_path());
        if (kept) {
            kept = replaceDurably(file, hex);
        }
        overwrite(hex);
        if (!kept) {
            overwrite(seed->data(), seed->size());
            return kept;
        }
    }
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), seed->data());
    overwrite(seed->data(), seed->size());
    return {};
}

// Deeper than any report goes; what follows would need as much stack.
bool isTooDeep(std::string_view bytes)
{
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '{' || c == '[')) {
            if (++depth > deepest) {
                return true;
            }
        } else if (!quoted && (c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

std::string textAt(const Value& value, const char* member)
{
    const auto found = value.is_object() ? value.find(member) : value.end();
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}   // namespace

std::string chainEvents(Value& events)
{
    std::string hash = hashOf(chainBegin);
    for (Value& event : events) {
        event.erase("hash");
        hash = linkOf(hash, event);
        event["hash"] = hash;
    }
    return hash;
}

Result<Value> sealed(Value report, const std::filesystem::path& keyFile)
{
    KeyPair pair;
    if (const auto made = keyFor(keyFile, pair); !made) {
        return tl::unexpected(made.error());
    }
    report.erase("seal");
    report["proves"] = std::string(whatSealProves);
    // As it will be read: bytes that are not UTF-8 are replaced before they are signed.
    const std::string text = compact(report);
    SignatureBytes signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         pair.secret.data());
    report["seal"] = {{"algorithm", "Ed25519"},
                      {"publicKey", inHex(pair.open)},
                      {"document", hashOf(text)},
                      {"signature", inHex(signature)}};
    return report;
}

std::string reportBytes(const Value& report)
{
    return json::dump(report) + "\n";
}

Result<SealCheck> checkSeal(std::string_view bytes)
{
    if (sodium_init() < 0) {
        return fail(ErrorCode::unsupported, "libsodium");
    }
    if (bytes.size() > reportBytesLimit) {
        return fail(ErrorCode::tooLarge, "the report");
    }
    if (isTooDeep(bytes)) {
        return fail(ErrorCode::malformed, "this is not a report of Offramp");
    }
    Value report = Value::parse(bytes, nullptr, false);
    if (textAt(report, "format") != chainBegin) {
        return fail(ErrorCode::malformed, "this is not a report of Offramp");
    }
    // Also what stands twice, and what another program reads otherwise, is not what was written.
    if (reportBytes(report) != bytes) {
        return fail(ErrorCode::malformed, "the file was changed: it is not spelled as Offramp writes it");
    }
    const auto seal = report.find("seal");
    const auto events = report.find("events");
    if (seal == report.end() || events == report.end() || !events->is_array()) {
        return fail(ErrorCode::malformed, "the report has no seal");
    }
    const std::string key = textAt(*seal, "publicKey");
    PublicKey open{};
    SignatureBytes signature{};
    if (seal->size() != 4 || textAt(*seal, "algorithm") != "Ed25519" || !fromHex(key, open)
        || !fromHex(textAt(*seal, "signature"), signature)) {
        return fail(ErrorCode::malformed, "the seal is not one");
    }
    std::string hash = hashOf(chainBegin);
    for (Value event : *events) {
        const std::string told = textAt(event, "hash");
        if (!event.is_object()) {
            return fail(ErrorCode::malformed, "an entry of what happened is not one");
        }
        event.erase("hash");
        hash = linkOf(hash, event);
        if (told != hash) {
            return fail(ErrorCode::malformed,
                        "what happened was changed: an entry does not follow from the one before");
        }
    }
    if (textAt(report, "chain") != hash) {
        return fail(ErrorCode::malformed, "what happened was changed: the end of it is missing");
    }
    Value unsealed = report;
    unsealed.erase("seal");
    const std::string text = compact(unsealed);
    const bool same =
        textAt(*seal, "document") == hashOf(text)
        && crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                       text.size(), open.data())
               == 0;
    if (!same) {
        return fail(ErrorCode::malformed, "the report was changed after it was sealed");
    }
    return SealCheck{std::move(report), key};
}

}   // namespace offramp
