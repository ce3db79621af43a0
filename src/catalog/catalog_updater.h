// CatalogUpdater: fetching, checking and installing published catalogs, for every face.
//
// Nothing is asked of any server unless update() or updateIfDue() is called. Whatever happens, the catalog in use stays
// in use until a checked one takes its place, and it takes effect when a catalog is opened the next time. Calls block;
// run them on a worker thread. One object may be used by one thread at a time.
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "catalog/http_fetch.h"
#include "catalog/open_catalog.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace offramp {

struct UpdateSettings {
    std::vector<TrustedKey> keys;
    std::vector<std::string> mirrors;   // base addresses, asked in this order
    NetworkSettings network;
};

struct UpdateAttempt {
    std::string mirror;
    UpdateResult result = UpdateResult::failed;
    Reason reason{};
    std::string detail;   // for a technician; may be empty
};

struct UpdateOutcome {
    UpdateResult result = UpdateResult::failed;
    Reason reason{};                       // the sentence for a person
    std::string detail;                    // for a technician; may be empty
    std::int64_t serial = 0;               // installed: the catalog that is in use from now on
    std::size_t received = 0;              // bytes of content from the network
    std::vector<UpdateAttempt> attempts;   // every server that was asked
};

// Everything a settings page or `catalog status` shows.
struct CatalogStatus {
    OpenedCatalog inUse;
    std::optional<std::int64_t> goesBackTo;   // what rollBack() would bring; 0: the one that came with the program
    std::optional<LastTry> lastTry;
    UpdateSchedule schedule;
};

class CatalogUpdater {
public:
    CatalogUpdater(CatalogPlaces places, UpdateSettings settings, const Clock& clock);

    [[nodiscard]] Result<CatalogStatus> status() const;

    // Progress items: "catalogIndex", "catalogDownload" (bytes of bytes), "catalogCheck".
    [[nodiscard]] UpdateOutcome update(const ProgressSink& progress, std::stop_token stop);
    // update(), but only if the person allowed it and it is time; otherwise notDue, without a connection.
    [[nodiscard]] UpdateOutcome updateIfDue(const ProgressSink& progress, std::stop_token stop);

    // A catalog-<serial>.db.gz with its .minisig beside it, whatever the file is called.
    [[nodiscard]] UpdateOutcome importFile(const std::filesystem::path& file);

    // Uses the previous catalog again; a second time undoes the first. The one gone back from is not downloaded again.
    [[nodiscard]] UpdateOutcome rollBack();

    // Deletes every downloaded or imported catalog; the one that came with the program is in use from then on.
    [[nodiscard]] UpdateOutcome deleteDownloaded();

    // Checks the catalog in use from the signature down to the last page of the database.
    [[nodiscard]] UpdateOutcome verify() const;

    [[nodiscard]] UpdateOutcome setAutomatic(Automatic automatic);

private:
    CatalogPlaces m_places;
    UpdateSettings m_settings;
    const Clock& m_clock;
};

// Whether these bytes are a catalog of this serial: integrity, schema, every table. Used before anything is installed.
[[nodiscard]] Accepted<CatalogInfo> examineDatabase(std::string_view bytes, std::int64_t serial);

}   // namespace offramp
