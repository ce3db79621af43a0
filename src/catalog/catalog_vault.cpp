#include "catalog/catalog_vault.h"

#include "base/utf8_path.h"
#include "catalog/catalog_index.h"
#include "platform/person_settings.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <utility>

namespace offramp {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestState = 64u * 1024;

std::string databaseName(std::int64_t serial)
{
    return fmt::format("catalog-{}.db", serial);
}

std::string proofName(std::int64_t serial)
{
    return databaseName(serial) + ".minisig";
}

// The serial in "catalog-42.db"; empty for any other name.
std::optional<std::int64_t> serialOf(const std::string& name)
{
    constexpr std::string_view before = "catalog-";
    constexpr std::string_view after = ".db";
    std::int64_t serial = 0;
    if (!name.starts_with(before) || !name.ends_with(after)) {
        return std::nullopt;
    }
    const char* end = name.data() + name.size() - after.size();
    const auto parsed = std::from_chars(name.data() + before.size(), end, serial);
    return parsed.ec == std::errc() && parsed.ptr == end && serial > 0 ? std::optional(serial) : std::nullopt;
}

std::vector<fs::path> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        files.push_back(entry->path());
    }
    return files;
}

VaultState rebuilt(const CatalogVault& vault)
{
    std::vector<std::int64_t> serials;
    for (const fs::path& file : filesIn(vault.folder())) {
        const auto serial = serialOf(pathToUtf8(file.filename()));
        if (serial && vault.prove(*serial)) {
            serials.push_back(*serial);
        }
    }
    std::sort(serials.rbegin(), serials.rend());
    VaultState state;
    if (!serials.empty()) {
        state.current = serials[0];
        state.highest = serials[0];
    }
    if (serials.size() > 1) {
        state.previous = serials[1];
    }
    return state;
}

}   // namespace

Result<std::string> readWhole(const fs::path& file, std::size_t limit)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return fail(ErrorCode::notFound, pathToUtf8(file), error.value());
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::accessDenied, pathToUtf8(file));
    }
    const auto size = fs::file_size(file, error);
    if (error || size > limit) {
        return fail(error ? ErrorCode::io : ErrorCode::tooLarge, pathToUtf8(file), error.value());
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return stream.bad() ? fail(ErrorCode::io, pathToUtf8(file)) : Result<std::string>(std::move(bytes));
}

fs::path personVaultFolder()
{
    const auto data = personDataFolder();
    return data ? *data / "catalog" : fs::path();
}

CatalogVault::CatalogVault(fs::path folder, std::vector<TrustedKey> keys)
    : m_folder(std::move(folder)), m_keys(std::move(keys))
{}

VaultState CatalogVault::state() const
{
    std::error_code error;
    if (m_folder.empty() || !fs::is_directory(m_folder, error)) {
        return {};
    }
    const auto text = readWhole(m_folder / "state.json", largestState);
    auto state = text ? parseState(*text) : std::nullopt;
    return state ? std::move(*state) : rebuilt(*this);
}

Accepted<ProvenCatalog> CatalogVault::prove(std::int64_t serial) const
{
    const auto text = readWhole(m_folder / proofName(serial), largestSignature);
    const auto signature = text ? parseSignature(*text) : refuse(ReasonCode::updateNoSignature);
    if (!signature) {
        return tl::unexpected<Reason>(signature.error());
    }
    auto proof = verifyComment(*signature, m_keys);
    if (!proof) {
        return tl::unexpected<Reason>(proof.error());
    }
    if (proof->facts.kind != SignedKind::catalog || proof->facts.serial != serial) {
        return refuse(ReasonCode::updateForeignSignature);
    }
    const fs::path file = m_folder / databaseName(serial);
    const auto database = readWhole(file, largestDatabase);
    if (!database || sha256Of(*database) != proof->facts.databaseSha256) {
        return refuse(ReasonCode::updateBytesChanged);
    }
    return ProvenCatalog{file, std::move(*proof)};
}

VaultWriter::VaultWriter(fs::path folder, VaultState state, FileLock lock)
    : m_folder(std::move(folder)), m_state(std::move(state)), m_lock(std::move(lock))
{}

Result<VaultWriter> VaultWriter::open(const CatalogVault& vault)
{
    if (vault.folder().empty()) {
        return fail(ErrorCode::unsupported, "there is no folder for downloaded catalogs");
    }
    if (auto made = makePrivateFolder(vault.folder()); !made) {
        return tl::unexpected(made.error());
    }
    auto lock = lockFile(vault.folder() / "lock");
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    return VaultWriter(vault.folder(), vault.state(), std::move(*lock));
}

Result<void> VaultWriter::install(std::string_view database, std::string_view signature, const Proof& proof,
                                  std::optional<std::int64_t> previous)
{
    const std::int64_t serial = proof.facts.serial;
    if (auto stored = replaceDurably(m_folder / databaseName(serial), database); !stored) {
        return stored;
    }
    if (auto stored = replaceDurably(m_folder / proofName(serial), signature); !stored) {
        return stored;
    }
    VaultState next = m_state;
    next.current = serial;
    next.previous = previous;
    next.highest = std::max(next.highest, serial);
    if (auto committed = commit(std::move(next)); !committed) {
        return committed;
    }
    removeUnused();
    return {};
}

Result<void> VaultWriter::swap()
{
    VaultState next = m_state;
    std::swap(next.current, next.previous);
    return commit(std::move(next));
}

Result<void> VaultWriter::forgetCatalogs()
{
    VaultState next;
    next.schedule = m_state.schedule;
    if (auto committed = commit(std::move(next)); !committed) {
        return committed;
    }
    removeUnused();
    forgetPartialFiles({});
    return {};
}

Result<void> VaultWriter::setSchedule(const UpdateSchedule& schedule)
{
    VaultState next = m_state;
    next.schedule = schedule;
    return commit(std::move(next));
}

Result<void> VaultWriter::recordTry(const LastTry& last, const UpdateSchedule& schedule)
{
    VaultState next = m_state;
    next.lastTry = last;
    next.schedule = schedule;
    return commit(std::move(next));
}

Result<void> VaultWriter::commit(VaultState state)
{
    if (auto written = replaceDurably(m_folder / "state.json", writeState(state)); !written) {
        return written;
    }
    m_state = std::move(state);
    return {};
}

// What a killed installation left behind goes as well. A file that cannot be removed now (Windows keeps open files)
// goes the next time.
void VaultWriter::removeUnused() const
{
    for (const fs::path& file : filesIn(m_folder)) {
        std::string name = pathToUtf8(file.filename());
        const bool unfinished = name.ends_with(".new");
        if (name.ends_with(".minisig")) {
            name.resize(name.size() - std::string_view(".minisig").size());
        }
        const auto serial = serialOf(name);
        const bool unused = serial && serial != m_state.current && serial != m_state.previous;
        if (unfinished || unused) {
            std::error_code ignored;
            fs::remove(file, ignored);
        }
    }
}

fs::path VaultWriter::partialFile(const std::string& sha256) const
{
    return m_folder / (sha256 + ".part");
}

void VaultWriter::forgetPartialFiles(const std::string& exceptSha256) const
{
    for (const fs::path& file : filesIn(m_folder)) {
        if (file.extension() == ".part" && file.stem() != exceptSha256) {
            std::error_code ignored;
            fs::remove(file, ignored);
        }
    }
}

}   // namespace offramp
