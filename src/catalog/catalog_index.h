// The signed page of a server that says which catalog is the newest. Format: docs/data-formats.md, "index.json".
#pragma once

#include "catalog/bundle_signature.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

inline constexpr std::size_t largestIndex = 64u * 1024;
inline constexpr std::size_t largestCompressed = 32u * 1024 * 1024;
inline constexpr std::size_t largestDatabase = 64u * 1024 * 1024;

struct PublishedFile {
    std::string name;
    std::size_t size = 0;
    std::string sha256;
};

struct PublishedDelta {
    std::int64_t from = 0;
    std::string fromSha256;   // of the old database
    PublishedFile file;
};

struct CatalogIndex {
    std::int64_t serial = 0;
    std::int64_t schemaVersion = 0;
    Instant issuedAt{};
    Instant expiresAt{};
    PublishedFile file;
    std::size_t databaseSize = 0;
    std::string databaseSha256;
    std::vector<PublishedDelta> deltas;
    Proof proof;
};

// Signature first: not a byte of the page is interpreted before one of the keys vouches for all of it. Then its shape,
// and that the comment of the signature says the same.
[[nodiscard]] Accepted<CatalogIndex> readIndex(std::string_view bytes, std::string_view signature,
                                               const std::vector<TrustedKey>& keys);

// The shape alone; for readIndex and for tests of hostile pages.
[[nodiscard]] std::optional<CatalogIndex> parseIndex(std::string_view bytes);

// Whether a catalog with these facts may take the place of what we have.
struct Offer {
    std::int64_t serial = 0;
    std::int64_t schemaVersion = 0;
    Instant expiresAt{};
};
// `highest` is the largest serial ever in use here.
[[nodiscard]] Accepted<void> mayReplace(const Offer& offer, std::int64_t highest, Instant now);

}   // namespace offramp
