// CatalogVault: the folder that holds the catalogs a person downloaded. Format: docs/data-formats.md, "The installed
// catalogs"; why it is built this way: docs/decisions/0008.
//
// Reading needs no lock and never changes anything. Nothing in the folder is believed: a catalog counts only if a
// trusted key signed its sha256. Writing needs the lock; the replacement of state.json is the one moment at which
// another catalog comes into use.
#pragma once

#include "catalog/bundle_signature.h"
#include "catalog/vault_state.h"
#include "platform/durable_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// A catalog of the vault that is exactly what was signed.
struct ProvenCatalog {
    std::filesystem::path file;
    Proof proof;
};

class CatalogVault {
public:
    // The folder need not exist. An empty path is a vault that is always empty and cannot be written.
    CatalogVault(std::filesystem::path folder, std::vector<TrustedKey> keys);

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] const std::vector<TrustedKey>& keys() const { return m_keys; }

    // As it was written, or rebuilt from the catalogs whose proof holds when it is missing or damaged.
    [[nodiscard]] VaultState state() const;

    // Reads and checks the whole file.
    [[nodiscard]] Accepted<ProvenCatalog> prove(std::int64_t serial) const;

private:
    std::filesystem::path m_folder;
    std::vector<TrustedKey> m_keys;
};

// The one who holds the lock.
class VaultWriter {
public:
    // `timeout` when another program is writing.
    [[nodiscard]] static Result<VaultWriter> open(const CatalogVault& vault);

    [[nodiscard]] const VaultState& state() const { return m_state; }

    // Stores a database that was checked already, makes it the current one and keeps `previous` (empty: the one that
    // came with the program). On failure the current one is still in use.
    [[nodiscard]] Result<void> install(std::string_view database, std::string_view signature, const Proof& proof,
                                       std::optional<std::int64_t> previous);
    // Current and previous change places.
    [[nodiscard]] Result<void> swap();
    // Deletes every catalog of the vault, so that the one that came with the program is used, and what was remembered
    // of them: any signed catalog is taken again. The schedule stays.
    [[nodiscard]] Result<void> forgetCatalogs();
    [[nodiscard]] Result<void> setSchedule(const UpdateSchedule& schedule);
    [[nodiscard]] Result<void> recordTry(const LastTry& last, const UpdateSchedule& schedule);

    // Where the download of a file with this sha256 is kept until it is complete.
    [[nodiscard]] std::filesystem::path partialFile(const std::string& sha256) const;
    // Unfinished downloads of anything else.
    void forgetPartialFiles(const std::string& exceptSha256) const;

private:
    VaultWriter(std::filesystem::path folder, VaultState state, FileLock lock);
    [[nodiscard]] Result<void> commit(VaultState state);
    void removeUnused() const;

    std::filesystem::path m_folder;
    VaultState m_state;
    FileLock m_lock;
};

// Where a person's downloaded catalogs are; empty when the system names no place, and then the catalog that came with
// the program is all there is.
[[nodiscard]] std::filesystem::path personVaultFolder();

// Whole content of a small file; tooLarge above `limit`.
[[nodiscard]] Result<std::string> readWhole(const std::filesystem::path& file, std::size_t limit);

}   // namespace offramp
