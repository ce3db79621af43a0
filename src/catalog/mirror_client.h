// One try at one server: index, signature, delta or whole file, up to a database that may be installed. Private to the
// catalog module.
#pragma once

#include "base/progress.h"
#include "catalog/catalog_index.h"
#include "catalog/catalog_updater.h"
#include "catalog/catalog_vault.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// What we have, for asking and for comparing.
struct Holding {
    std::int64_t highest = 0;   // largest serial ever in use
    std::int64_t inUse = 0;
    std::optional<Instant> newestIssuedAt;          // of the newest one, if that is the one in use
    std::vector<std::filesystem::path> databases;   // a delta may start from one of these …
    std::string_view builtIn{};                     // … or from the one inside the program
};

struct FetchedCatalog {
    std::string database;
    std::string signature;
    Proof proof;
};

class MirrorClient {
public:
    MirrorClient(const UpdateSettings& settings, const Holding& holding, const VaultWriter& writer,
                 const ProgressSink& progress, const std::stop_token& stop);

    // A catalog that was checked completely; empty when the server has nothing newer.
    [[nodiscard]] tl::expected<std::optional<FetchedCatalog>, FetchProblem> newest(const std::string& mirror,
                                                                                   Instant now);
    [[nodiscard]] std::size_t received() const { return m_received; }

private:
    using Bytes = tl::expected<std::string, FetchProblem>;

    // Every request goes this way, so that every byte is counted.
    tl::expected<FetchReply, FetchProblem> ask(const FetchRequest& request);
    Bytes download(const std::string& url, std::vector<std::string> types, std::size_t largest,
                   std::optional<std::size_t> exactly);
    tl::expected<std::optional<CatalogIndex>, FetchProblem> index(const std::string& base, Instant now);
    // The compressed file, complete and with the sha256 the index names.
    Bytes wholeFile(const std::string& base, const PublishedFile& file);
    // The new database from a delta; empty when none fits or anything about it is wrong.
    std::optional<std::string> fromDelta(const std::string& base, const CatalogIndex& index);
    Bytes fromWhole(const std::string& base, const CatalogIndex& index, const BundleSignature& signature);
    void tell(const char* item, std::size_t done, std::size_t total) const;

    const UpdateSettings& m_settings;
    const Holding& m_holding;
    const VaultWriter& m_writer;
    const ProgressSink& m_progress;
    const std::stop_token& m_stop;
    std::vector<std::string> m_hosts;
    std::size_t m_received = 0;
};

}   // namespace offramp
