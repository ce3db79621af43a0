// Signatures of published catalogs: minisign's files, checked with libsodium. Format: docs/data-formats.md,
// "Signatures". Everything here is pure; which keys are trusted is the caller's choice (trust_anchors.h).
#pragma once

#include "base/calendar.h"
#include "base/reason.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// A value, or the reason why what was offered is not taken. Reasons are sentences a person reads.
template <class T> using Accepted = tl::expected<T, Reason>;

[[nodiscard]] inline tl::unexpected<Reason> refuse(ReasonCode code, std::vector<ReasonArgument> arguments = {})
{
    return tl::unexpected<Reason>(Reason{code, std::move(arguments), {}});
}

struct TrustedKey {
    std::string name;   // "catalog", for people
    std::array<std::uint8_t, 8> id{};
    std::array<std::uint8_t, 32> key{};

    // As minisign prints it: sixteen hexadecimal digits.
    [[nodiscard]] std::string idText() const;
};

// A .pub file as minisign writes it.
[[nodiscard]] Result<TrustedKey> parsePublicKey(std::string_view text, std::string name);

// The largest .minisig that is read.
inline constexpr std::size_t largestSignature = 4096;

enum class SignedKind { index, catalog, policy };   // policy: of an organization (policy/policy_file.h)

// What the trusted comment says about the file it belongs to.
struct SignedFacts {
    SignedKind kind = SignedKind::index;
    std::int64_t serial = 0;
    Day expires;
    std::string file;
    std::string databaseSha256;   // catalog only: of the uncompressed database

    friend bool operator==(const SignedFacts&, const SignedFacts&) = default;
};

struct BundleSignature {
    std::array<std::uint8_t, 8> keyId{};
    std::array<std::uint8_t, 64> ofFile{};      // over the BLAKE2b-512 of the file
    std::array<std::uint8_t, 64> ofComment{};   // over the signature of the file and the trusted comment
    std::string trustedComment;
    SignedFacts facts;
};

// The shape alone; nothing is believed yet.
[[nodiscard]] Accepted<BundleSignature> parseSignature(std::string_view text);

// The facts of the trusted comment, proven: one of the keys signed this comment.
struct Proof {
    SignedFacts facts;
    std::string keyName;
    std::string keyId;
};
// Proves the comment only. Enough for an installed catalog, because the comment names the sha256 of its database.
[[nodiscard]] Accepted<Proof> verifyComment(const BundleSignature& signature, const std::vector<TrustedKey>& keys);
// Proves the comment and that it belongs to exactly these bytes.
[[nodiscard]] Accepted<Proof> verifyFile(std::string_view bytes, const BundleSignature& signature,
                                         const std::vector<TrustedKey>& keys);

// Lower-case hexadecimal.
[[nodiscard]] std::string sha256Of(std::string_view bytes);
[[nodiscard]] bool isSha256(std::string_view text);

// "catalog-42.db.gz", the only name a published catalog may have.
[[nodiscard]] std::string catalogFileName(std::int64_t serial);

}   // namespace offramp
